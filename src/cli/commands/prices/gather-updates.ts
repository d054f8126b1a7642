/** What `prices update` and `prices diff` begin with: the tables read, new values fetched, and planned. */
import { resolve } from 'node:path';
import { readPriceTables } from '../../../files/price-tables.ts';
import { readSource } from '../../../files/read-source.ts';
import { type PriceList, parsePrices } from '../../../prices/parse.ts';
import { planUpdate, type SeriesPlan } from '../../../prices/update/plan-update.ts';
import { seriesIn } from '../../../prices/update/series-state.ts';
import { type Problem, UserError } from '../../../problem/problem.ts';
import type { Source } from '../../../problem/source.ts';
import { suggestion } from '../../../problem/suggest.ts';
import type { Fetched, Wanted } from '../../../statbank/fetch-series.ts';
import type { SavedAnswer } from '../../../statbank/saved-answers.ts';
import { type CommonOptions, dateOfBuild, type Outside } from '../../outside.ts';

export interface SourceOptions extends CommonOptions {
  readonly offline?: boolean;
  readonly saved?: string;
  /** A file of figures instead of StatBank, and how it is read. */
  readonly from?: string;
  readonly map?: string;
  readonly statbank?: string;
}

export interface Gathered {
  readonly tables: readonly Source[];
  readonly list: PriceList;
  readonly plans: readonly SeriesPlan[];
  /** Answers of StatBank that are not kept yet. */
  readonly answers: readonly { readonly table: string; readonly saved: SavedAnswer }[];
  /** Warnings, and errors of the series that could not be fetched or used. */
  readonly problems: readonly Problem[];
}

/** Questions asked at once: StatBank is shared by many. */
const mostAtOnce = 4;

/** Throws UserError where the tables cannot be read or a name is unknown; a series that fails does not stop the others. */
export async function gatherUpdates(
  names: readonly string[],
  options: SourceOptions,
  outside: Outside,
): Promise<Gathered> {
  const tables = await readPriceTables(options.prices, outside.workingFolder);
  const list = parsePrices(tables);
  if (options.from !== undefined)
    return { tables, list, ...(await plansFromFile(names, { tables, list }, options, outside)) };
  const wanted = wantedSeries(names, list, options);
  const fetchOne = await fetcher(options, outside);
  const { default: limit } = await import('p-limit');
  const atOnce = limit(mostAtOnce);
  const outcomes = await Promise.all(wanted.map((one) => atOnce(() => outcomeOf(one, list, fetchOne))));
  const planned = outcomes.flatMap(({ planned }) => planned ?? []);
  const isFresh = options.offline !== true && options.saved === undefined;
  return {
    tables,
    list,
    plans: planned.map(({ plan }) => plan),
    answers: isFresh ? planned.map(({ fetched }) => ({ table: fetched.update.table, saved: fetched.saved })) : [],
    problems: outcomes.flatMap(({ problems }) => problems),
  };
}

/** New values of a file that a mapping explains; nothing is fetched or kept. */
async function plansFromFile(
  names: readonly string[],
  given: Pick<Gathered, 'tables' | 'list'>,
  { from = '', map }: SourceOptions,
  outside: Outside,
): Promise<Pick<Gathered, 'plans' | 'answers' | 'problems'>> {
  const { workingFolder } = outside;
  if (map === undefined) {
    const hint = 'add --map mapping.yaml, which says what its columns are';
    throw new UserError([
      { severity: 'error', code: 'key-missing', message: `nothing says how ${from} is read`, hint },
    ]);
  }
  const { parseCsvMapping } = await import('../../../prices/update/csv-mapping.ts');
  const { csvUpdates } = await import('../../../prices/update/csv-updates.ts');
  const { newState } = await import('../../../prices/update/new-rows.ts');
  const mapping = parseCsvMapping(await readSource(resolve(workingFolder, map), map));
  const updates = csvUpdates(await readCsvFile(workingFolder, from), mapping, given, dateOfBuild(outside));
  const plans = updates
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .flatMap((update) => {
      const { newRow, kind, name } = update;
      const series = newRow === undefined ? seriesIn(given.list, kind, name) : newState(newRow, mapping);
      return series === undefined ? [] : [planUpdate(series, update)];
    });
  return { plans, answers: [], problems: plans.flatMap(({ warnings }) => warnings) };
}

/** A spreadsheet saves in the machine's own letters unless it is told otherwise. */
async function readCsvFile(workingFolder: string, path: string): Promise<Source> {
  try {
    return await readSource(resolve(workingFolder, path), path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const hint = 'save it again as “CSV UTF-8”; it is perhaps in Windows-1252, as spreadsheets save by default';
    const problems = error.problems.map((one) => (one.code === 'file-not-utf8' ? { ...one, hint } : one));
    throw new UserError(problems, { cause: error });
  }
}

interface Outcome {
  readonly planned?: { readonly fetched: Fetched; readonly plan: SeriesPlan };
  readonly problems: readonly Problem[];
}

async function outcomeOf(wanted: Wanted, list: PriceList, fetchOne: Fetch): Promise<Outcome> {
  try {
    const fetched = await fetchOne(wanted);
    const series = seriesIn(list, fetched.update.kind, fetched.update.name);
    if (series === undefined) throw new Error(`“${wanted.name}” was fetched, but is in no table`);
    const plan = planUpdate(series, fetched.update);
    return { planned: { fetched, plan }, problems: [...fetched.warnings, ...plan.warnings] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { problems: error.problems };
  }
}

type Fetch = (wanted: Wanted) => Promise<Fetched>;

/** From StatBank, from what was kept, or from a file named: decided once. */
async function fetcher(options: SourceOptions, outside: Outside): Promise<Fetch> {
  const { workingFolder, signal } = outside;
  const today = dateOfBuild(outside);
  const { fetchSeries, readSeries } = await import('../../../statbank/fetch-series.ts');
  const { readNamedAnswer, readSavedAnswer, savedPath } = await import('../../../statbank/saved-answers.ts');
  const { saved } = options;
  if (saved !== undefined)
    return async (one) => readSeries(one, await readNamedAnswer(saved, one.name, workingFolder), today);
  if (options.offline === true) {
    return async (one) => {
      const path = savedPath(one.listed.place.source.path, one.name);
      return readSeries(one, await readSavedAnswer(path, one.name, workingFolder), today);
    };
  }
  const { Statbank } = await import('../../../statbank/client.ts');
  const statbank = new Statbank({ address: options.statbank === '' ? undefined : options.statbank, signal });
  return async (one) => {
    if (options.quiet !== true && options.json !== true)
      outside.err(`${one.name}: asking StatBank for ${one.listed.series.statbank?.table}\n`);
    return fetchSeries(one, statbank, today);
  };
}

function wantedSeries(names: readonly string[], list: PriceList, { saved }: SourceOptions): readonly Wanted[] {
  const all = [...list.indexes].map(([name, listed]) => ({ name, listed }));
  const fetchable = all.filter(({ listed }) => listed.series.statbank !== undefined);
  const known = fetchable.map(({ name }) => name);
  const refuse = (message: string, hint: string, place?: Problem['place']): Problem => ({
    severity: 'error',
    code: 'series-unknown',
    message,
    hint,
    ...(place && { place }),
  });
  const problems = [...new Set(names)].flatMap((name) => {
    if (known.includes(name)) return [];
    const listed = list.indexes.get(name) ?? list.prices.get(name);
    if (listed === undefined) return refuse(`no series is called “${name}”`, suggestion(name, known));
    const hint = 'an index series can say it with `statbank:` { table, select, unit }; others are entered by hand';
    return refuse(`“${name}” does not say where it is fetched`, hint, listed.place);
  });
  const wanted = names.length === 0 ? fetchable : fetchable.filter(({ name }) => names.includes(name));
  if (problems.length === 0 && wanted.length === 0)
    problems.push(refuse('no index series in the tables says where it is fetched', 'add `statbank:` to one'));
  if (problems.length === 0 && saved !== undefined && wanted.length > 1)
    problems.push(refuse(`${saved} holds the answer for one series`, `name the one it is for: ${known.join(' or ')}`));
  if (problems.length > 0) throw new UserError(problems);
  return wanted;
}
