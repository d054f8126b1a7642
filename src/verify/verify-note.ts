/** Computes a note again from what its PDF carries, and says whether what it prints still follows. The door of this room. */
import { readAttachments } from '../carried/attachments.ts';
import type { BuildFacts } from '../carried/build-facts-schema.ts';
import { openPdf } from '../carried/open-pdf.ts';
import { jsonOf, readAnthologyFacts, readBuildFacts } from '../carried/read-build-facts.ts';
import { unlessDamaged } from '../carried/read-recorded-note.ts';
import { composeNote, type House } from '../note.ts';
import { inputsOf, statesOf } from './carried-inputs.ts';
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
  /** Templates and words of this program in the note's language, in its shipped house style or the one that the user names instead. */
  readonly house: (language: string, theme: string | undefined) => Promise<House>;
}

/** Throws UserError where nothing can be verified: no PDF, encrypted, damaged, without its inputs, or with inputs that are wrong. */
export async function verifyNote(request: VerifyRequest): Promise<Verification> {
  const { name, bytes, house: houseFor } = request;
  const pdf = await openPdf(bytes, name);
  const files = unlessDamaged(name, () => readAttachments(pdf, name));
  // Of a PDF from elsewhere it is said that omkost did not build it, and not how it is tagged: the text is read after the facts.
  const readText = () => unlessDamaged(name, () => textOf(pdf));
  const anthology = readAnthologyFacts(files);
  if (anthology !== undefined) {
    const text = readText();
    const [{ language, theme } = { language: '', theme: null }] = anthology.chapters;
    return verifyAnthology(anthology, { ...request, files, text, house: await houseFor(language, theme ?? undefined) });
  }
  const facts = readBuildFacts(files, name);
  const text = readText();
  const house = await houseFor(facts.language, facts.theme ?? undefined);
  return verifyOne(facts, { ...request, files, text, house });
}

function verifyOne(facts: BuildFacts, { name, program, files, text, house }: Opened): Verification {
  const note = composeNote(inputsOf(files, facts, house, name));
  const states = statesOf(files, facts);
  const changed = changedInputs(note, facts);
  const because = becauseOf(note, house.language, changed);
  const isOtherHouse = facts.theme !== (house.shippedTheme ?? null);
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
