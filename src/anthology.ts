/** The whole way from many scenarios to one publication, as `note.ts` has it for one. Pure: reading is over before it, printing comes after. */
import type { House, Note, NoteInputs } from './note.ts';
import { composeNote } from './note.ts';
import { type Problem, UserError } from './problem/problem.ts';
import { renderAnthology } from './render/anthology.ts';
import { chartStyleOf } from './render/theme.ts';
import { type AnthologyComparison, compareNotes } from './report/anthology/comparison.ts';
import { viewFront } from './report/anthology/front.ts';
import type { Results } from './report/results.ts';
import type { NoteView, PublisherView } from './report/view.types.ts';
import { proseTexts } from './scenario/prose.ts';

export interface AnthologyInputs {
  /** Name of the outputs. */
  readonly name: string;
  /** Absent: the language's words for so many interventions. */
  readonly title?: string | undefined;
  /** One a chapter, in their order; all are printed in the house of the first. */
  readonly chapters: readonly NoteInputs[];
}

/** The results file of an anthology: the comparison, and the results of each note as its own file has them. */
export interface AnthologyResults {
  readonly schemaVersion: 1;
  readonly anthology: { readonly name: string; readonly title: string };
  readonly comparison: Omit<AnthologyComparison, 'sentence'> & { readonly isComparable: boolean };
  readonly notes: readonly Results[];
  /** Figures of all chapters as they are printed, by “<scenario>.<figure>”. */
  readonly printed: Readonly<Record<string, string>>;
}

export interface Anthology {
  readonly name: string;
  /** What stands before the chapters. */
  readonly view: NoteView;
  readonly chapters: readonly Note[];
  readonly html: string;
  /** ids of the headings in the contents list, in order. */
  readonly contents: readonly string[];
  readonly summaryPage: string;
  readonly results: AnthologyResults;
  readonly warnings: readonly Problem[];
}

/** Throws UserError with all that is wrong in all of the chapters. */
export function composeAnthology({ name, title, chapters: given }: AnthologyInputs): Anthology {
  const [first] = given;
  if (first === undefined) throw new Error('an anthology has at least one chapter');
  const mixed = mixedHouses(first, given);
  const { house } = first;
  const inputs = given.map((one) => ({ ...one, house }));
  const chapters = composeAll(inputs, mixed);
  const comparison = compareNotes(chapters, house.language);
  const publisher = publisherOf(chapters);
  const views = chapters.map(({ view }) => view);
  const chartStyle = chartStyleOf(house.theme);
  const front = viewFront({ title, views, comparison, language: house.language, chartStyle, publisher });
  const content = {
    front,
    frontProse: { texts: new Map() },
    chapters: inputs.map(({ scenario, prose }, index) => ({
      view: views[index] ?? front,
      prose: { texts: proseTexts(scenario, prose) },
    })),
  };
  const { html, contents, summaryPage } = renderAnthology(content, house.templates, house.theme, `${name}.pdf`);
  return {
    name,
    view: front,
    chapters,
    html,
    contents,
    summaryPage,
    results: resultsOf(name, front.title, comparison, chapters),
    warnings: [
      ...mixed.filter(({ severity }) => severity === 'warning'),
      ...notComparable(comparison, inputs),
      ...mixedPublishers(chapters, inputs),
      ...chapters.flatMap(({ warnings }) => warnings),
    ],
  };
}

function composeAll(inputs: readonly NoteInputs[], mixed: readonly Problem[]): readonly Note[] {
  const problems = mixed.filter(({ severity }) => severity === 'error');
  const notes = inputs.flatMap((one): Note[] => {
    try {
      return [composeNote(one)];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new UserError(problems);
  return notes;
}

/** One publication has one language; where its chapters would look different alone, the look is the first one's. */
function mixedHouses(first: NoteInputs, all: readonly NoteInputs[]): readonly Problem[] {
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
    const hint = 'name one for all with --theme';
    return [{ severity: 'warning', code: 'anthology-mixed', message, place: at('theme'), hint }];
  });
}

function mixedPublishers(notes: readonly Note[], inputs: readonly NoteInputs[]): readonly Problem[] {
  const [first] = notes;
  return notes.flatMap(({ view }, index): Problem[] => {
    const published = first?.view.publisher.name;
    if (published === undefined || view.publisher.name === published) return [];
    const message = `“${inputs[index]?.name}” is published by ${view.publisher.name}; the anthology names ${published}, who publishes its first chapter`;
    const place = inputs[index]?.scenario.located.locate(['publisher']);
    const hint = 'name first the scenario of who publishes the anthology';
    return [{ severity: 'warning', code: 'anthology-mixed', message, ...(place && { place }), hint }];
  });
}

/** Differences are printed in the anthology; whoever builds it hears of them too, since some can be mended. */
function notComparable({ notes, differing }: AnthologyComparison, inputs: readonly NoteInputs[]): readonly Problem[] {
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

/** The number of one chapter as a book, and where to get it, are not the anthology's. */
function publisherOf([first]: readonly Note[]): PublisherView {
  const { isbn: _, download: __, ...publisher } = first?.view.publisher ?? { name: '', addressLines: [] };
  return publisher;
}

function resultsOf(
  name: string,
  title: string,
  { notes, differing }: AnthologyComparison,
  chapters: readonly Note[],
): AnthologyResults {
  const printed = chapters.flatMap(({ name: chapter, results }) =>
    Object.entries(results.printed).map(([figure, text]) => [`${chapter}.${figure}`, text] as const),
  );
  return {
    schemaVersion: 1,
    anthology: { name, title },
    comparison: { isComparable: differing.length === 0, notes, differing },
    notes: chapters.map(({ results }) => results),
    printed: Object.fromEntries(printed),
  };
}
