/** Computes every chapter of an anthology again from what its PDF carries, and the anthology from them. */
import { composeAnthology, type OwnFile } from '../anthology/compose-anthology.ts';
import { type AnthologyFacts, buildFactsName } from '../carried/build-facts-schema.ts';
import { type CarriedFiles, jsonOf, sourceOf } from '../carried/read-build-facts.ts';
import type { House } from '../note.ts';
import { checkedAnthology } from '../scenario/anthology/parse.ts';
import { inputsOf, isBuiltInAnother, statesOf } from './carried-inputs.ts';
import { becauseOf, changedInputs } from './changed-inputs.ts';
import { csvAgainst, figuresOf, fileOf, noticesOf, textAgainst } from './compare-note.ts';
import { comparePrinted, compareResults } from './compare-results.ts';
import type { TextBlock } from './opening/document-text.ts';
import type { CarriedState, Difference, Verification } from './verification.types.ts';

/** A PDF that was opened. */
export interface Opened {
  /** What messages call the file. */
  readonly name: string;
  readonly program: string;
  readonly files: CarriedFiles;
  readonly text: readonly TextBlock[];
  readonly house: House;
}

/** Figures are named by their chapter: “my-intervention.total”. Throws UserError with what is wrong in the inputs inside. */
export function verifyAnthology(facts: AnthologyFacts, opened: Opened): Verification {
  const { name, program, files, text, house } = opened;
  const chapters = facts.chapters.map((chapter) => inputsOf(files, chapter, house, name));
  const { name: called, title } = facts.anthology;
  const anthology = composeAnthology({ name: called, title, chapters, file: ownFileOf(facts, opened) });
  const byChapter = anthology.chapters.map((note, index) => {
    const built = facts.chapters[index];
    return built === undefined ? undefined : chapterOf(note, built, opened);
  });
  // All chapters are printed in the house of the first, whatever theirs would be alone.
  const isOtherHouse = facts.chapters.slice(0, 1).some((first) => isBuiltInAnother(first, house));
  const compared = textAgainst(anthology, text, isOtherHouse);
  const because = (figure: string | undefined) =>
    byChapter.flatMap((chapter) =>
      chapter !== undefined && (figure === undefined || figure.startsWith(`${chapter.name}.`))
        ? chapter.because(figure?.slice(chapter.name.length + 1))
        : [],
    );
  const explained = (difference: Omit<Difference, 'because'>): Difference => ({
    ...difference,
    because: because(difference.figure),
  });
  const differences = [...byChapter.flatMap((chapter) => chapter?.differences ?? []), ...compared.differences].map(
    explained,
  );
  const states = allStates(files, facts);
  return {
    file: name,
    title,
    builtBy: facts.program,
    verifiedBy: program,
    figures: figuresOf(anthology, differences, text),
    textFigures: compared.figures,
    differences,
    files: states,
    changedInputs: byChapter.flatMap((chapter) => chapter?.changed ?? []),
    wording: compared.wording.map(explained),
    notices: noticesOf(facts, program, isOtherHouse, name),
    follows: differences.length === 0 && states.every(({ state }) => state === 'as-built' || state === 'added'),
  };
}

/** What stands before the chapters, from the file inside. Throws UserError where that is wrong. */
function ownFileOf({ anthology }: AnthologyFacts, { files, name }: Opened): OwnFile | undefined {
  const { files: built = [] } = anthology;
  const own = built.find(({ role }) => role === 'anthology');
  if (own === undefined) return undefined;
  const prose = built.filter(({ role }) => role === 'prose');
  return {
    checked: checkedAnthology(sourceOf(files, own.name, name)),
    prose: new Map(prose.map((file) => [file.path ?? '', sourceOf(files, file.name, name)])),
  };
}

interface VerifiedChapter {
  readonly name: string;
  readonly differences: readonly Omit<Difference, 'because'>[];
  readonly changed: readonly string[];
  readonly because: (figure: string | undefined) => readonly string[];
}

function chapterOf(
  note: ReturnType<typeof composeAnthology>['chapters'][number],
  facts: AnthologyFacts['chapters'][number],
  { files, house, program }: Opened,
): VerifiedChapter {
  const embedded = jsonOf(files.get(fileOf(facts, 'results')));
  const changed = changedInputs(note, facts);
  const isSameProgram = facts.program === program;
  const found = [
    ...[...comparePrinted(embedded, note.results.printed), ...compareResults(embedded, note.results)].filter(
      ({ printed }) => isSameProgram || printed !== '',
    ),
    ...(isSameProgram ? csvAgainst(files.get(fileOf(facts, 'csv')), note) : []),
  ];
  return {
    name: note.name,
    differences: found.map((one) => ({ ...one, figure: `${note.name}.${one.figure ?? ''}` })),
    changed: [...changed.values()].map((said) => `${note.name}: ${said}`),
    because: becauseOf(note, house.language, changed),
  };
}

/** A file of one chapter is no stranger to the others. */
function allStates(files: CarriedFiles, facts: AnthologyFacts): readonly CarriedState[] {
  const { files: ownFiles = [] } = facts.anthology;
  const built = [{ files: ownFiles }, ...facts.chapters].flatMap((part) =>
    statesOf(files, part).filter(({ state }) => state !== 'added'),
  );
  const known = new Set([...built.map(({ name }) => name), `${facts.anthology.name}.json`, buildFactsName]);
  const added = [...files.keys()].filter((name) => !known.has(name));
  return [...built, ...added.map((name): CarriedState => ({ name, state: 'added' }))];
}
