/** The whole way from many scenarios to one publication, as `note.ts` has it for one. Pure: reading is over before it, printing comes after. */
import type { Note, NoteInputs } from '../note.ts';
import { composeNote } from '../note.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import { renderAnthology } from '../render/anthology.ts';
import { chartStyleOf } from '../render/theme.ts';
import { compareNotes } from '../report/anthology/comparison.ts';
import { viewFront } from '../report/anthology/front.ts';
import { proseProblems } from '../report/check-prose.ts';
import type { NoteView } from '../report/view.types.ts';
import { anthologyTexts, type CheckedAnthology } from '../scenario/anthology/parse.ts';
import { type ProseText, proseTexts, proseWarnings } from '../scenario/prose.ts';
import { type AnthologyResults, resultsOf } from './anthology-results.ts';
import { mixedHouses, mixedPublishers, notComparable } from './odd-company.ts';
import { anthologyPublisher } from './publisher.ts';

/** The file of an anthology, and the prose files that it names. */
export interface OwnFile {
  readonly checked: CheckedAnthology;
  readonly prose: ReadonlyMap<string, Source>;
}

export interface AnthologyInputs {
  /** Name of the outputs. */
  readonly name: string;
  /** Absent: that of its file; without one the language's words for so many interventions. */
  readonly title?: string | undefined;
  /** Absent where only its chapters were named. */
  readonly file?: OwnFile | undefined;
  /** One a chapter, in their order; all are printed in the house of the first. */
  readonly chapters: readonly NoteInputs[];
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

/** Throws UserError with all that is wrong in all of the chapters, and before them. */
export function composeAnthology({ name, title, file, chapters: given }: AnthologyInputs): Anthology {
  const [first] = given;
  if (first === undefined) throw new Error('an anthology has at least one chapter');
  const mixed = mixedHouses(first, given);
  const { house } = first;
  const inputs = given.map((one) => ({ ...one, house }));
  const chapters = composeAll(inputs, mixed);
  const comparison = compareNotes(chapters, house.language);
  const own = file?.checked.anthology;
  const publisher = anthologyPublisher(own?.publisher, house.theme.publisher, chapters);
  const chartStyle = chartStyleOf(house.theme);
  const front = viewFront({ own, title, chapters, comparison, language: house.language, chartStyle, publisher });
  const texts = file === undefined ? new Map<string, ProseText>() : anthologyTexts(file.checked, file.prose);
  const content = {
    front,
    frontProse: { texts },
    chapters: inputs.map(({ scenario, prose }, index) => ({
      view: chapters[index]?.view ?? front,
      prose: { texts: proseTexts(scenario, prose) },
    })),
  };
  const rendered = renderAnthology(content, house.templates, house.theme, `${name}.pdf`);
  const { html, contents, summaryPage, printed } = rendered;
  return {
    name,
    view: front,
    chapters,
    html,
    contents,
    summaryPage: summaryPage(),
    results: resultsOf({ name, title: front.title, comparison, chapters, printed }),
    warnings: [
      ...(file?.checked.warnings ?? []),
      ...proseWarnings(texts),
      ...proseProblems({ texts: texts.values(), figures: front.figures, language: house.language, otherNames: [] }),
      ...rendered.warnings,
      ...mixed.filter(({ severity }) => severity === 'warning'),
      ...notComparable(comparison, inputs),
      ...(own?.publisher === undefined ? mixedPublishers(chapters, inputs) : []),
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
