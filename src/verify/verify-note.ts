/** Computes a note again from what its PDF carries, and says whether what it prints still follows. The door of this room. */
import { readAttachments } from '../carried/attachments.ts';
import type { BuildFacts } from '../carried/build-facts-schema.ts';
import { openPdf } from '../carried/open-pdf.ts';
import { jsonOf, readAnthologyFacts, readBuildFacts } from '../carried/read-build-facts.ts';
import { unlessDamaged } from '../carried/read-recorded-note.ts';
import { composeNote, type House } from '../note.ts';
import type { Source } from '../problem/source.ts';
import { houseTextsOf, inputsOf, isBuiltInAnother, statesOf } from './carried-inputs.ts';
import { becauseOf, changedInputs } from './changed-inputs.ts';
import { csvAgainst, figuresOf, fileOf, noticesOf, textAgainst } from './compare-note.ts';
import { comparePrinted, compareResults } from './compare-results.ts';
import { textOf } from './opening/document-text.ts';
import type { Difference, Verification } from './verification.types.ts';
import { type Opened, verifyAnthology } from './verify-anthology.ts';

export interface VerifyRequest {
  /** What messages call the file. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** This program: “omkost 1.0.0”. */
  readonly program: string;
  /**
   * Templates and words in the note's language: the house style that the user names, else the shipped one of the note, else the one whose
   * texts it carries, else that of this program.
   */
  readonly house: FindHouse;
}

export type FindHouse = (
  language: string,
  theme: string | undefined,
  texts: ReadonlyMap<string, Source> | undefined,
) => Promise<House>;

/** Throws UserError where nothing can be verified: no PDF, encrypted, damaged, without its inputs, or with inputs that are wrong. */
export async function verifyNote(request: VerifyRequest): Promise<Verification> {
  const { name, bytes, house: houseFor } = request;
  const pdf = await openPdf(bytes, name);
  const files = unlessDamaged(name, () => readAttachments(pdf, name));
  // Of a PDF from elsewhere it is said that omkost did not build it, and not how it is tagged: the text is read after the facts.
  const readText = () => unlessDamaged(name, () => textOf(pdf));
  const houseOf = (facts: BuildFacts) =>
    houseFor(facts.language, facts.theme ?? undefined, houseTextsOf(files, facts, name));
  const anthology = readAnthologyFacts(files);
  if (anthology !== undefined) {
    const [first] = anthology.chapters;
    if (first === undefined) throw new Error('an anthology without chapters was read');
    return verifyAnthology(anthology, { ...request, files, text: readText(), house: await houseOf(first) });
  }
  const facts = readBuildFacts(files, name);
  return verifyOne(facts, { ...request, files, text: readText(), house: await houseOf(facts) });
}

function verifyOne(facts: BuildFacts, { name, program, files, text, house }: Opened): Verification {
  const note = composeNote(inputsOf(files, facts, house, name));
  const states = statesOf(files, facts);
  const changed = changedInputs(note, facts);
  const because = becauseOf(note, house.language, changed);
  const isOtherHouse = isBuiltInAnother(facts, house);
  const compared = textAgainst(note, text, isOtherHouse);
  const embedded = jsonOf(files.get(fileOf(facts, 'results')));
  // Another version may print more, and its table may have more columns; it may not print less or otherwise.
  const isSameProgram = facts.program === program;
  const found = [
    ...[...comparePrinted(embedded, note.results.printed), ...compareResults(embedded, note.results)].filter(
      ({ printed }) => isSameProgram || printed !== '',
    ),
    ...(isSameProgram ? csvAgainst(files.get(fileOf(facts, 'csv')), note) : []),
    ...compared.differences,
  ];
  const explained = (difference: Omit<Difference, 'because'>) => ({
    ...difference,
    because: because(difference.figure),
  });
  const differences = found.map(explained);
  const changedFiles = states.filter(({ state }) => state === 'changed' || state === 'missing');
  return {
    file: name,
    title: facts.title,
    builtBy: facts.program,
    verifiedBy: program,
    figures: figuresOf(note, differences, text),
    textFigures: compared.figures,
    differences,
    files: states,
    changedInputs: [...changed.values()],
    wording: compared.wording.map(explained),
    notices: noticesOf(facts, program, isOtherHouse, name),
    follows: differences.length === 0 && changedFiles.length === 0,
  };
}
