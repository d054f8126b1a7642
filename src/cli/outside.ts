/** What a command takes from outside, handed in so that a test can bring its own. */
import type { Paint } from '../problem/excerpt.ts';
import { plainPaint } from '../problem/excerpt.ts';
import type { Reporter } from './reports/parse-reporter.ts';

export interface Outside {
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly standardInput: NodeJS.ReadableStream;
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress and problems. */
  readonly err: (text: string) => void;
  /** True where progress may be drawn as a bar. */
  readonly isTerminal: boolean;
  /** Asks for a yes; left out where nobody can be asked: no terminal, continuous integration. */
  readonly confirm?: (question: string) => Promise<boolean>;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/** Exit codes: a contract. */
export const exitCodes = { ok: 0, problems: 1, wrongCommandLine: 2, noBrowser: 3, bug: 70 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Receives the exit code of the command that was run. */
export type Done = (code: ExitCode) => void;

/** Options that every command knows. */
export interface CommonOptions {
  readonly out?: string;
  readonly prices?: readonly string[];
  readonly priceYear?: number;
  readonly theme?: string;
  readonly jobs?: number;
  readonly browser?: string;
  readonly format?: readonly OutputFormat[];
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly reporter?: readonly Reporter[];
}

export const outputFormats = ['pdf', 'html', 'json'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** Date of issue where a scenario gives none: SOURCE_DATE_EPOCH, so that a build can be repeated, or today in UTC. */
export function dateOfBuild(outside: Outside): string {
  const epoch = outside.environment.SOURCE_DATE_EPOCH;
  const seconds = epoch !== undefined && /^\d{1,12}$/.test(epoch) ? Number(epoch) : undefined;
  const date = seconds === undefined ? outside.now : new Date(seconds * 1000);
  return date.toISOString().slice(0, 10);
}

/** Colours on a terminal that wants them (NO_COLOR, --no-color, pipes: none). */
export async function paintFor(outside: Outside, options: CommonOptions): Promise<Paint> {
  const { NO_COLOR, FORCE_COLOR } = outside.environment;
  const isWanted = options.color !== false && (NO_COLOR === undefined || NO_COLOR === '');
  if (!isWanted || !(outside.isTerminal || (FORCE_COLOR !== undefined && FORCE_COLOR !== '0'))) return plainPaint;
  const { createColors } = (await import('picocolors')).default;
  const colours = createColors(true);
  return { error: colours.red, warning: colours.yellow, faint: colours.dim };
}
