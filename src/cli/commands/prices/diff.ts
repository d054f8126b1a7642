/** `omkost prices diff`: what an update would change, or what differs from other tables, and which scenarios it reaches. */
import type { BuildChanges } from '../../../changes/changes.types.ts';
import { readPriceTables } from '../../../files/price-tables.ts';
import { type PriceList, parsePrices } from '../../../prices/parse.ts';
import { applyPlans } from '../../../prices/update/apply-plans.ts';
import { type ChangedEntry, changedEntries } from '../../../prices/update/changed-entries.ts';
import { type Problem, UserError } from '../../../problem/problem.ts';
import type { ExitCode, Outside } from '../../outside.ts';
import { exitCodeOf, problemAsJson, reportProblems } from '../../report-problems.ts';
import type { ChangeNoteArguments } from '../diff/write-change-note.ts';
import { figureText } from './changes-text.ts';
import { gatherUpdates, type SourceOptions } from './gather-updates.ts';
import { movedNotes } from './moved-notes.ts';
import { type ReachedScenario, reachedScenarios } from './reached-scenarios.ts';

export interface DiffOptions extends SourceOptions, ChangeNoteArguments {
  readonly against?: readonly string[];
  readonly revised?: boolean;
  readonly markdown?: boolean;
}

interface TwoLists {
  readonly before: PriceList;
  readonly after: PriceList;
  readonly problems: readonly Problem[];
}

/** Writes nothing into tables or notes. Differences are no problem: the exit code tells only whether they could be found. */
export async function diffPrices(names: readonly string[], options: DiffOptions, outside: Outside): Promise<ExitCode> {
  try {
    const { before, after, problems: found } = await twoLists(names, options, outside);
    const entries = changedEntries(before, after).filter(({ name }) => names.length === 0 || names.includes(name));
    const scenarios = await reachedScenarios(before, after, entries, outside);
    const { priceYear } = options;
    const reached = new Set(scenarios.map(({ name }) => name));
    const only = priceYear === undefined ? { only: reached } : {};
    const { changes, notesSay, problems: ofNotes } = await movedNotes({ before, after, priceYear, ...only }, outside);
    const problems = [...found, ...ofNotes];
    if (options.json !== true) await reportProblems(outside, options, problems);
    outside.out(await told({ entries, scenarios, changes, problems }, options));
    const { pdf } = options;
    if (pdf !== undefined) {
      const { writeChangeNote } = await import('../diff/write-change-note.ts');
      await writeChangeNote(changes, { ...options, pdf }, notesSay, outside);
    }
    if (options.json !== true && entries.length === 0 && options.quiet !== true) outside.err('nothing differs\n');
    return exitCodeOf(problems);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (options.json === true)
      outside.out(asJson({ entries: [], scenarios: [], notes: [], problems: error.problems.map(problemAsJson) }));
    else await reportProblems(outside, options, error.problems);
    return exitCodeOf(error.problems);
  }
}

interface Told {
  readonly entries: readonly ChangedEntry[];
  readonly scenarios: readonly ReachedScenario[];
  readonly changes: BuildChanges;
  readonly problems: readonly Problem[];
}

async function told({ entries, scenarios, changes, problems }: Told, options: DiffOptions): Promise<string> {
  if (options.json === true)
    return asJson({ entries, scenarios, notes: changes.notes, problems: problems.map(problemAsJson) });
  if (options.markdown === true) {
    const { changesMarkdown, entriesMarkdown } = await import('../diff/changes-markdown.ts');
    return `${entriesMarkdown(entries)}${changesMarkdown(changes)}`;
  }
  const { notesText } = await import('../diff/changes-text.ts');
  return `${await entriesText(entries)}${await scenariosText(scenarios)}${await notesText(changes)}`;
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function twoLists(names: readonly string[], options: DiffOptions, outside: Outside): Promise<TwoLists> {
  if (options.against !== undefined) {
    const now = parsePrices(await readPriceTables(options.prices, outside.workingFolder));
    const other = parsePrices(await readPriceTables(options.against, outside.workingFolder));
    return { before: other, after: now, problems: [] };
  }
  const { tables, list, plans, problems } = await gatherUpdates(names, options, outside);
  const changed = applyPlans(tables, plans, { revised: options.revised === true });
  const texts = new Map(changed.map(({ after }) => [after.path, after]));
  return { before: list, after: parsePrices(tables.map((table) => texts.get(table.path) ?? table)), problems };
}

async function entriesText(entries: readonly ChangedEntry[]): Promise<string> {
  const rows = entries.flatMap(({ name, kind, values, otherwise }) => {
    const what = kind === 'changed' ? '' : kind;
    if (values.length === 0) return [[name, '', '', '', what || 'changed']];
    const more = otherwise ? 'and more than the value' : what;
    return values.map(({ year, old, new: now }) => [name, String(year), figureText(old), figureText(now), more]);
  });
  return rows.length === 0 ? '' : `${await drawn(['series', 'year', 'old', 'new', ''], rows)}\n`;
}

async function scenariosText(reached: readonly ReachedScenario[]): Promise<string> {
  if (reached.length === 0) return '';
  const said = {
    moves: 'its figures move',
    same: 'its figures stay',
    mended: 'can be built after it',
    broken: 'cannot be built after it',
  } as const;
  const rows = reached.map(({ name, uses, outcome }) => [name, uses.join(', '), said[outcome]]);
  return `Scenarios that use them:\n${await drawn(['scenario', 'uses', ''], rows)}\n`;
}

async function drawn(head: string[], rows: readonly string[][]): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const table = new Table({ head, style: { head: [], border: [] } });
  table.push(...rows);
  return table.toString();
}
