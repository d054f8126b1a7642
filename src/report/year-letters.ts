/** The works that a note rests on, and the letters of those that would be named alike: Socialstyrelsen (2018a), (2018b). */
import { indexChains, type PricedScenario } from '../prices/price.ts';
import type { Reference } from '../scenario/schema/provenance.ts';

/** A source of the note, and the name under which the scenario's `references` has it. */
interface Listed {
  readonly name?: string;
  readonly reference: Reference;
}

/** By the work, as `workOf` tells works apart. */
export type YearLetters = ReadonlyMap<string, string>;

/** Those the scenario refers to and those of the prices, series, norms and rates it uses; one may come more than once. */
export function sourcesOf(priced: PricedScenario): readonly Listed[] {
  const { scenario, pricesUsed, normsUsed, discountRates } = priced;
  const own = Object.entries(scenario.references ?? {}).map(([name, reference]) => ({ name, reference }));
  const prices = [...pricesUsed.values()].flatMap(({ price }) => publicationOf(price.source));
  const series = indexChains(priced).flatMap(({ index }) => publicationOf(index.series.source));
  const norms = [...normsUsed.values()].flatMap(({ source }) => publicationOf(source));
  const official = discountRates === undefined ? [] : [{ reference: discountRates.source }];
  return [...own, ...prices, ...series, ...norms, ...official];
}

/** Page and table stand where the row is used; the list names the publication, once. */
function publicationOf(source: Reference | undefined): Listed[] {
  if (source === undefined) return [];
  const { at: _, ...reference } = source;
  return [{ reference }];
}

/** Letters for different works of one author and date, in the order in which the list of sources has them. */
export function yearLettersOf(priced: PricedScenario, locale: string): YearLetters {
  const works = new Map(sourcesOf(priced).map(({ reference }) => [workOf(reference), reference]));
  const alike = new Map<string, Reference[]>();
  for (const reference of works.values()) {
    const name = `${authorOf(reference)}\n${reference.published ?? ''}`;
    alike.set(name, [...(alike.get(name) ?? []), reference]);
  }
  return new Map(
    [...alike.values()].flatMap((group) => {
      if (group.length < 2) return [];
      const inOrder = [...group].sort((one, other) => workOf(one).localeCompare(workOf(other), locale));
      return inOrder.map((reference, place) => [workOf(reference), letterOf(place)] as const);
    }),
  );
}

/** What makes two references one work, whichever page they lead to; the title first, since the list has it next to the name. */
export function workOf({ title, author, publisher, published }: Reference): string {
  return [title, publisher ?? '', author ?? '', published ?? ''].join('\n');
}

/** Under whom a work is listed. */
export function authorOf({ author, publisher, title }: Reference): string {
  return author ?? publisher ?? title;
}

/** a … z, aa, ab … */
function letterOf(place: number): string {
  const letter = String.fromCharCode('a'.charCodeAt(0) + (place % 26));
  return place < 26 ? letter : letterOf(Math.floor(place / 26) - 1) + letter;
}
