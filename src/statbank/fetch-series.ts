/** A series of a price table → its new values: from StatBank, from its fallback table, or from an answer that was saved. */
import type { ListedIndex } from '../prices/parse.ts';
import type { SeriesUpdate, UpdateSource } from '../prices/update/series-update.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import { refuseAnswer, shown, type TableSelection } from './answers/answer.ts';
import { readAnswer } from './answers/read-answer.ts';
import { type YearlyValues, yearlyValues } from './answers/yearly-values.ts';
import type { Statbank } from './client.ts';
import type { SavedAnswer } from './saved-answers.ts';

/** A series that says where it is fetched. */
export interface Wanted {
  readonly name: string;
  readonly listed: ListedIndex;
}

export interface Fetched {
  readonly update: SeriesUpdate;
  /** The answer it was read from, to be kept. */
  readonly saved: SavedAnswer;
  readonly warnings: readonly Problem[];
}

/** Asks StatBank. Throws UserError whose problems point at the series in its price table. */
export async function fetchSeries(wanted: Wanted, statbank: Statbank, today: string): Promise<Fetched> {
  return atItsPlace(wanted, async () => {
    const [first, fallback] = selectionsOf(wanted);
    try {
      return await fetchFrom(wanted, first, statbank, today);
    } catch (error) {
      if (fallback === undefined || !mayBeElsewhere(error)) throw error;
      return await fromFallback(wanted, fallback, error, () => fetchFrom(wanted, fallback, statbank, today));
    }
  });
}

/** Reads a saved answer instead. The day of a file that does not say it is today: it is read now. */
export async function readSeries(wanted: Wanted, saved: SavedAnswer, today: string): Promise<Fetched> {
  return atItsPlace(wanted, async () => {
    const all = selectionsOf(wanted);
    const [first, second] = all.filter(({ table }) => saved.table === '' || saved.table === table);
    if (first === undefined) {
      const tables = all.map(({ table }) => table);
      throw refuseAnswer(
        `the saved answer is of ${shown(saved.table)}, not of ${tables.join(' or ')}`,
        'update it once anew',
      );
    }
    const dated = { ...saved, fetched: saved.fetched ?? today };
    try {
      return fetchedFrom(wanted, first, { ...dated, table: first.table });
    } catch (error) {
      if (second === undefined || !(error instanceof UserError)) throw error;
      // A file that does not name its table may be of the other: what is wrong with it is told of the first.
      try {
        return fetchedFrom(wanted, second, { ...dated, table: second.table });
      } catch {
        throw error;
      }
    }
  });
}

function selectionsOf({ name, listed }: Wanted): readonly [TableSelection, ...TableSelection[]] {
  const { statbank } = listed.series;
  if (statbank === undefined) throw new Error(`“${name}” does not say where it is fetched`);
  return statbank.fallback === undefined ? [statbank] : [statbank, statbank.fallback];
}

async function fetchFrom(
  wanted: Wanted,
  selection: TableSelection,
  statbank: Statbank,
  today: string,
): Promise<Fetched> {
  const answer = await statbank.figures(selection);
  return fetchedFrom(wanted, selection, { series: wanted.name, table: selection.table, fetched: today, answer });
}

function fetchedFrom(wanted: Wanted, selection: TableSelection, saved: SavedAnswer & { fetched: string }): Fetched {
  const { values, base } = lawful(yearlyValues(readAnswer(saved.answer), selection), selection);
  const update: SeriesUpdate = {
    table: wanted.listed.place.source.path,
    kind: 'indexes',
    name: wanted.name,
    values,
    ...(base !== undefined && { base }),
    source: sourceOf(wanted, selection.table, saved.fetched),
  };
  return { update, saved, warnings: [] };
}

/** An index that is nothing or less than nothing is none; twelve digits are more than any is published with. */
function lawful({ values, base }: YearlyValues, { table }: TableSelection): YearlyValues {
  if (values.size === 0)
    throw refuseAnswer(`${table} has no value for a whole year`, 'look at the table on statbank.dk', 'statbank-table');
  const [year, value] = [...values].find(([one, index]) => one > 2100 || index < 0.001 || index > 1_000_000) ?? [];
  if (year === undefined)
    return {
      values: new Map([...values].map(([one, index]) => [one, Number(index.toPrecision(12))])),
      ...(base && { base }),
    };
  throw refuseAnswer(
    `${table} gives ${value} for ${year}, which is no index`,
    'correct `select:`: this may be a yearly change',
    'statbank-unit',
  );
}

/** What the keeper wrote of page and address stays where it names the table already. */
function sourceOf({ listed }: Wanted, table: string, read: string): UpdateSource {
  const { at, url } = listed.series.source ?? {};
  return {
    ...(at?.includes(table) !== true && { at: table }),
    ...(url?.includes(table) !== true && { url: `https://www.statbank.dk/${table}` }),
    read,
  };
}

/** The table is gone, has changed, or has no value: another may have the figures. */
function mayBeElsewhere(error: unknown): error is UserError {
  return error instanceof UserError && error.problems.every(({ code }) => code === 'statbank-table');
}

async function fromFallback(
  { name }: Wanted,
  { table }: TableSelection,
  why: UserError,
  fetchIt: () => Promise<Fetched>,
): Promise<Fetched> {
  const [first] = why.problems;
  try {
    const fetched = await fetchIt();
    const message = `“${name}” was fetched from its other table, ${table}: ${first?.message ?? ''}`;
    const hint = `${first?.hint ?? ''}; when it is so for good, correct \`statbank:\``;
    return { ...fetched, warnings: [{ severity: 'warning', code: 'statbank-table', message, hint }] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError([...why.problems, ...error.problems], { cause: error });
  }
}

/** What is wrong with an answer is told where the price table names the series. */
async function atItsPlace({ name, listed }: Wanted, work: () => Promise<Fetched>): Promise<Fetched> {
  const placed = (problem: Problem): Problem => ({
    ...problem,
    message: problem.message.includes(`“${name}”`) ? problem.message : `“${name}”: ${problem.message}`,
    place: problem.place ?? listed.place,
  });
  try {
    const fetched = await work();
    return { ...fetched, warnings: fetched.warnings.map(placed) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.problems.map(placed), { cause: error });
  }
}
