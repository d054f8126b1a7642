/** What does not go together in one anthology: languages, house styles, publishers, and amounts that cannot be compared. */
import type { House, Note, NoteInputs } from '../note.ts';
import type { Problem } from '../problem/problem.ts';
import type { AnthologyComparison } from '../report/anthology/comparison.ts';

/** One publication has one language; where its chapters would look different alone, the look is the first one's. */
export function mixedHouses(first: NoteInputs, all: readonly NoteInputs[]): readonly Problem[] {
  const languageOf = ({ house }: NoteInputs) => house.language.locale;
  const lookOf = ({ house }: { house: House }) => JSON.stringify([house.shippedTheme, house.theme.colours]);
  return all.flatMap((one): Problem[] => {
    const at = (key: string) => one.scenario.located.locate([key]);
    if (languageOf(one) !== languageOf(first)) {
      const message = `“${one.name}” is in another language than “${first.name}”`;
      const hint = 'build an anthology for each language';
      return [{ severity: 'error', code: 'anthology-mixed', message, place: at('language'), hint }];
    }
    if (lookOf(one) === lookOf(first)) return [];
    const message = `“${one.name}” has another house style; the anthology is printed in that of “${first.name}”`;
    const hint = 'name one for all with --theme, or with `theme:` in the anthology’s file';
    return [{ severity: 'warning', code: 'anthology-mixed', message, place: at('theme'), hint }];
  });
}

export function mixedPublishers(notes: readonly Note[], inputs: readonly NoteInputs[]): readonly Problem[] {
  const [first] = notes;
  return notes.flatMap(({ view }, index): Problem[] => {
    const published = first?.view.publisher.name;
    if (published === undefined || view.publisher.name === published) return [];
    const message = `“${inputs[index]?.name}” is published by ${view.publisher.name}; the anthology names ${published}, who publishes its first chapter`;
    const place = inputs[index]?.scenario.located.locate(['publisher']);
    const hint =
      'name first the scenario of who publishes the anthology, or say who does in a file of its own: `publisher:`';
    return [{ severity: 'warning', code: 'anthology-mixed', message, ...(place && { place }), hint }];
  });
}

/** Differences are printed in the anthology; whoever builds it hears of them too, since some can be mended. */
export function notComparable(
  { notes, differing }: AnthologyComparison,
  inputs: readonly NoteInputs[],
): readonly Problem[] {
  const wrong: [boolean, string, string, string][] = [
    [
      differing.includes('priceYears'),
      'priceYear',
      `prices of different years: ${uniqueOf(notes.map(({ priceYear }) => priceYear))}`,
      `bring them to one with --price-year ${Math.max(...notes.map(({ priceYear }) => priceYear))}`,
    ],
    [
      differing.includes('horizons'),
      'timeHorizon',
      `different numbers of years: ${uniqueOf(notes.map(({ horizonYears }) => horizonYears))}`,
      'give the scenarios one time horizon, or let each chapter stand for itself',
    ],
    [
      differing.includes('payers'),
      'perspective',
      `different payers: ${uniqueOf(notes.map(({ payer }) => payer))}`,
      'give the scenarios one perspective',
    ],
    [
      differing.includes('discounting'),
      'discounting',
      'discounted amounts and others',
      'discount in all of the scenarios or in none',
    ],
  ];
  return wrong.flatMap(([isSo, key, what, hint]): Problem[] => {
    if (!isSo) return [];
    const message = `the anthology has ${what}: it says so, and does not compare the amounts`;
    const place = inputs[0]?.scenario.located.locate([key]);
    return [{ severity: 'warning', code: 'not-comparable', message, ...(place && { place }), hint }];
  });
}

function uniqueOf(values: readonly (string | number)[]): string {
  return [...new Set(values)].join(', ');
}
