/** The parts of a verification: what a PDF holds against what follows from its inputs. */
import type { BuildFacts } from '../carried/build-facts-schema.ts';
import type { Note } from '../note.ts';
import type { Problem } from '../problem/problem.ts';
import { resultsCsv } from '../report/results-csv.ts';
import { type ComparedText, compareText } from './compare-text.ts';
import { figuresIn } from './opening/added-texts.ts';
import type { TextBlock } from './opening/document-text.ts';
import { pageText } from './page-text.ts';
import type { Difference, Verification } from './verification.types.ts';

/** A page and its named figures, computed again: a note's or an anthology's. */
interface Composed {
  readonly html: string;
  readonly results: { readonly printed: Readonly<Record<string, string>> };
}

/** Every named figure, and the pages it stands on as it should. */
export function figuresOf(
  { results }: Composed,
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
export function textAgainst(note: Composed, text: readonly TextBlock[], isOtherHouse: boolean): ComparedText {
  const running = runningFigures(note.html);
  const isFoot = (block: TextBlock) => block.running?.every((figure) => running.has(figure)) === true;
  const blocks = text.filter((block) => !block.isContents && !isFoot(block));
  const compared = compareText(blocks, pageText(note.html), note.results.printed);
  return isOtherHouse
    ? { ...compared, differences: compared.differences.filter(({ figure }) => figure !== undefined) }
    : compared;
}

/** Figures in the line that the page's style puts at the foot of every page, beside the pages' own numbers. */
function runningFigures(html: string): ReadonlySet<string> {
  return new Set(figuresIn(/--running: "((?:[^"\\]|\\.)*)"/.exec(html)?.[1] ?? ''));
}

/** The name of the file with a role inside the PDF. */
export function fileOf(facts: BuildFacts, role: BuildFacts['files'][number]['role']): string {
  return facts.files.find((file) => file.role === role)?.name ?? '';
}

/** The first line of the table of results that differs. */
export function csvAgainst(
  bytes: Uint8Array | undefined,
  note: Pick<Note, 'results'>,
): readonly Omit<Difference, 'because'>[] {
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

/** What is to be known beside the differences. */
export function noticesOf(
  facts: Pick<BuildFacts, 'program'>,
  program: string,
  isOtherHouse: boolean,
  name: string,
): readonly Problem[] {
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
            'built in another house style, whose texts are not inside the PDF: in the text only figures with a name were compared, and in tables and charts none',
            'name the folder of that house style with --theme to compare every figure, or build the note again: the PDF then carries it',
          ),
        ]
      : []),
  ];
}
