/** Computes a note again from what its PDF carries, and says whether what it prints still follows. The door of this room. */
import { readAttachments } from '../carried/attachments.ts';
import type { BuildFacts } from '../carried/build-facts-schema.ts';
import { openPdf } from '../carried/open-pdf.ts';
import { jsonOf, readBuildFacts } from '../carried/read-build-facts.ts';
import { unlessDamaged } from '../carried/read-recorded-note.ts';
import { composeNote, type House, type Note } from '../note.ts';
import type { Problem } from '../problem/problem.ts';
import { resultsCsv } from '../report/results-csv.ts';
import { inputsOf, statesOf } from './carried-inputs.ts';
import { becauseOf, changedInputs } from './changed-inputs.ts';
import { comparePrinted, compareResults } from './compare-results.ts';
import { type ComparedText, compareText } from './compare-text.ts';
import { type TextBlock, textOf } from './opening/document-text.ts';
import { pageText } from './page-text.ts';
import type { Difference, Verification } from './verification.types.ts';

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
export async function verifyNote({ name, bytes, program, house: houseFor }: VerifyRequest): Promise<Verification> {
  const pdf = await openPdf(bytes, name);
  const { files, text } = unlessDamaged(name, () => ({ files: readAttachments(pdf, name), text: textOf(pdf) }));
  const facts = readBuildFacts(files, name);
  const house = await houseFor(facts.language, facts.theme ?? undefined);
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

function figuresOf(
  { results }: Note,
  differences: readonly Difference[],
  text: readonly TextBlock[],
): Verification['figures'] {
  const wrong = new Map(differences.map((difference) => [difference.figure, difference.printed]));
  const spaced = text.map((block) => ({ ...block, text: block.text.replace(/\s+/g, ' ') }));
  return Object.entries(results.printed).map(([name, recomputed]) => ({
    name,
    printed: wrong.get(name) ?? recomputed,
    recomputed,
    follows: !wrong.has(name),
    pages: [...new Set(spaced.flatMap(({ text: words, page }) => (words.includes(recomputed) ? (page ?? []) : [])))],
  }));
}

/** With another house style the words and their order are others: then only the note's own figures are looked for, by name. */
function textAgainst(note: Note, text: readonly TextBlock[], isOtherHouse: boolean): ComparedText {
  const blocks = text.filter(({ isContents }) => !isContents);
  const compared = compareText(blocks, pageText(note.html), note.results.printed);
  return isOtherHouse
    ? { ...compared, differences: compared.differences.filter(({ figure }) => figure !== undefined) }
    : compared;
}

function fileOf(facts: BuildFacts, role: BuildFacts['files'][number]['role']): string {
  return facts.files.find((file) => file.role === role)?.name ?? '';
}

function csvAgainst(bytes: Uint8Array | undefined, note: Note): readonly Omit<Difference, 'because'>[] {
  const [printed, recomputed] = [linesOf(new TextDecoder().decode(bytes)), linesOf(resultsCsv(note.results))];
  const differing = recomputed.findIndex((line, place) => line !== printed[place]);
  if (differing < 0 && printed.length === recomputed.length) return [];
  const place = differing < 0 ? recomputed.length : differing;
  return [
    { figure: `line ${place + 1}`, where: 'csv', printed: printed[place] ?? '', recomputed: recomputed[place] ?? '' },
  ];
}

function linesOf(text: string): readonly string[] {
  return text.replace(/^\ufeff/, '').split('\r\n');
}

function noticesOf(facts: BuildFacts, program: string, isOtherHouse: boolean, name: string): readonly Problem[] {
  const notice = (message: string, hint: string): Problem => ({
    severity: 'warning',
    code: 'built-elsewhere',
    message: `${name}: ${message}`,
    hint,
  });
  return [
    ...(facts.program === program
      ? []
      : [
          notice(
            `built by ${facts.program}, verified by ${program}`,
            'where only wording differs, the other version may have other words',
          ),
        ]),
    ...(isOtherHouse
      ? [
          notice(
            'built in a house style of its own, which is not inside the PDF: only figures with a name were compared in the text',
            'name that house style with --theme to compare every figure',
          ),
        ]
      : []),
  ];
}
