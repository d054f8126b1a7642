/** What a watch says as it goes: lines for people, or one JSON object a line for machines. */
import { describeProblem, type Paint } from '../problem/excerpt.ts';
import type { WatchEvent } from '../watch/note-state.ts';
import { type CommonOptions, type Outside, paintFor } from './outside.ts';
import { countProblems, problemAsJson } from './report-problems.ts';

export interface WatchReporter {
  readonly event: (event: WatchEvent) => void;
  readonly say: (text: string) => void;
}

/** At most so many names stand in a line. */
const mostNames = 4;

export async function watchReporter(outside: Outside, options: CommonOptions): Promise<WatchReporter> {
  const paint = await paintFor(outside, options);
  const say = (text: string) => {
    if (!options.quiet && !options.json) outside.err(`${text}\n`);
  };
  const event = (told: WatchEvent) => {
    if (options.json) return outside.out(jsonLine(told));
    if (told.kind === 'problems') return outside.err(problemsText(told, paint));
    const line = lineOf(told);
    if (line !== undefined) say(line);
  };
  return { event, say };
}

function problemsText({ problems }: Extract<WatchEvent, { kind: 'problems' }>, paint: Paint): string {
  const texts = problems.map((problem) => `${describeProblem(problem, paint)}\n\n`);
  return `\n${texts.join('')}${countProblems(problems)}; what was built before stays\n`;
}

function lineOf(event: Exclude<WatchEvent, { kind: 'problems' }>): string | undefined {
  switch (event.kind) {
    case 'built': {
      const what = event.what === 'texts' ? 'web page and figures' : 'PDF';
      return `${listed(event.names)}: ${what} in ${(event.milliseconds / 1000).toFixed(2)} s`;
    }
    case 'started':
      return 'watching; Ctrl-C ends it';
    case 'mended':
      return `${listed(event.names)}: mended`;
    case 'added':
    case 'removed':
      return `${listed(event.names)}: ${event.kind}`;
    case 'state':
      return undefined;
    default:
      return event satisfies never;
  }
}

/** “a, b, c, d and 8 more” */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).join(', ');
  return names.length > mostNames ? `${shown} and ${names.length - mostNames} more` : shown;
}

function jsonLine(event: WatchEvent): string {
  if (event.kind === 'state') return '';
  const told = event.kind === 'problems' ? { ...event, problems: event.problems.map(problemAsJson) } : event;
  return `${JSON.stringify(told)}\n`;
}
