/** Price tables → one price list. */
import { type Problem, UserError } from '../problem/problem.ts';
import type { Place, Source } from '../problem/source.ts';
import { shapeProblems } from '../yaml/check-shape.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { type Price, priceTableSchema } from './schema.ts';

export interface ListedPrice {
  readonly price: Price;
  /** Where the table gives it. */
  readonly place: Place;
}

/** Prices by name, from all tables. */
export type PriceList = ReadonlyMap<string, ListedPrice>;

/** Reads price tables. Throws UserError with what is wrong in all of them, a name used twice included. */
export function parsePrices(sources: readonly Source[]): PriceList {
  const list = new Map<string, ListedPrice>();
  const problems: Problem[] = [];
  for (const source of sources) problems.push(...addTable(source, list));
  if (problems.length > 0) throw new UserError(problems);
  return list;
}

function addTable(source: Source, list: Map<string, ListedPrice>): readonly Problem[] {
  try {
    const located = parseYaml(source);
    const { value, problems } = shapeProblems(located, priceTableSchema);
    const found = [...problems];
    for (const [name, price] of Object.entries(value?.prices ?? {})) {
      const place = located.locate(['prices', name], 'key');
      found.push(...problemsOf(name, price, place, list.get(name)));
      list.set(name, { price, place });
    }
    return found;
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

function problemsOf(name: string, price: Price, place: Place, earlier: ListedPrice | undefined): Problem[] {
  const found: Problem[] = [];
  if (earlier !== undefined) {
    found.push({
      severity: 'error',
      code: 'name-taken',
      message: `price “${name}” stands in ${earlier.place.source.path} already`,
      place,
      hint: 'give one of them another name, or put the new years into the first',
    });
  }
  if ((price.source === undefined) === (price.assumption === undefined)) {
    found.push({
      severity: 'error',
      code: price.source === undefined ? 'source-missing' : 'key-conflict',
      message: `price “${name}” needs either a source or an assumption`,
      place,
      hint: 'add `source:` with title, page and the date it was read, or `assumption:` with the reason for the value',
    });
  }
  return found;
}
