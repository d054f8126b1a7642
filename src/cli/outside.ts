/** What a command takes from outside, handed in so that a test can bring its own. */
import type { Shard } from '../files/shard.ts';
import type { Paint } from '../problem/excerpt.ts';
import { plainPaint } from '../problem/excerpt.ts';
import { UserError } from '../problem/problem.ts';
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
  readonly cache?: boolean;
  readonly rows?: string;
  /** Of the notes of `--rows`, by columns; of an anthology's outputs. */
  readonly name?: string;
  readonly shard?: Shard;
  readonly reporter?: readonly Reporter[];
}

export const outputFormats = ['pdf', 'html', 'json', 'csv'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** What is written unless something else is asked for; the table is in the PDF too. */
export const usualFormats: readonly OutputFormat[] = ['pdf', 'html', 'json'];

/** Date of issue where a scenario gives none: SOURCE_DATE_EPOCH, so that a build can be repeated, or today in UTC. Throws UserError. */
export function dateOfBuild(outside: Outside): string {
  const epoch = outside.environment.SOURCE_DATE_EPOCH;
  const date = epoch === undefined || epoch === '' ? outside.now : new Date(secondsOf(epoch) * 1000);
  return date.toISOString().slice(0, 10);
}

/** The last second of the year 9999, the last that has a date of ten characters. */
const lastSecond = 253_402_300_799;

/** A wrong value is refused: with today's date in its place the build could not be repeated, and nobody would know. */
function secondsOf(epoch: string): number {
  if (/^\d{1,12}$/.test(epoch) && Number(epoch) <= lastSecond) return Number(epoch);
  const message = `SOURCE_DATE_EPOCH is “${epoch}”; it must be whole seconds since 1970, such as 1763769600`;
  const hint = 'set it with `SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)`, or take it out of the environment';
  throw new UserError([{ severity: 'error', code: 'date-unreadable', message, hint }]);
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
