/** The file of an anthology → a checked one, and where each of its chapters is named. */
import { type Problem, UserError } from '../../problem/problem.ts';
import type { Place, Source } from '../../problem/source.ts';
import { shapeProblems } from '../../yaml/check-shape.ts';
import { type Located, parseYaml } from '../../yaml/parse-yaml.ts';
import type { ProseFile, ProseText } from '../prose.ts';
import { proseTextAt } from '../prose.ts';
import { type Anthology, anthologySchema } from './schema.ts';

/** A chapter as the file names it. */
export interface NamedChapter {
  readonly named: string;
  readonly place: Place;
}

export interface CheckedAnthology {
  readonly anthology: Anthology;
  readonly located: Located<unknown>;
  readonly warnings: readonly Problem[];
}

/** What could be read of a file: what is wrong in it does not hide its chapters, so that theirs can be told beside it. */
export interface ReadAnthologyFile {
  readonly checked?: CheckedAnthology;
  readonly chapters: readonly NamedChapter[];
  readonly problems: readonly Problem[];
}

/** Reads and checks the file. Throws UserError only where it is no YAML. */
export function parseAnthology(source: Source): ReadAnthologyFile {
  const located = parseYaml(source);
  const { value: anthology, problems: shape } = shapeProblems(located, anthologySchema);
  const chapters = chaptersIn(located);
  const problems = [...shape, ...(anthology === undefined ? [] : fileAsText(located))];
  if (anthology === undefined || problems.length > 0) return { chapters, problems };
  return { checked: { anthology, located, warnings: located.warnings }, chapters, problems };
}

/** The same of a file that must be right. Throws UserError with all that is wrong in it. */
export function checkedAnthology(source: Source): CheckedAnthology {
  const { checked, problems } = parseAnthology(source);
  if (checked === undefined) throw new UserError(problems);
  return checked;
}

/** The file that holds the foreword, where it is one of its own. */
export function forewordFiles({ anthology: { foreword }, located }: CheckedAnthology): readonly ProseFile[] {
  if (foreword === undefined || typeof foreword === 'string') return [];
  return [{ file: foreword.file, place: located.locate(['foreword', 'file']) }];
}

/** The texts of its own by slot; `files` are those of `forewordFiles`, read. */
export function anthologyTexts(
  { anthology: { foreword }, located }: CheckedAnthology,
  files: ReadonlyMap<string, Source>,
): ReadonlyMap<string, ProseText> {
  if (foreword === undefined) return new Map();
  return new Map([['foreword', proseTextAt(located, ['foreword'], foreword, files)]]);
}

/** Whatever stands there as a text: the schema tells the rest. */
function chaptersIn(located: Located<unknown>): readonly NamedChapter[] {
  const { value } = located;
  const written = typeof value === 'object' && value !== null && 'chapters' in value ? value.chapters : undefined;
  if (!Array.isArray(written)) return [];
  return written.flatMap((named: unknown, index) =>
    typeof named === 'string' && named !== '' ? [{ named, place: located.locate(['chapters', index]) }] : [],
  );
}

/** `foreword: forord.md` would print “forord.md”. */
function fileAsText(located: Located<unknown>): readonly Problem[] {
  const { value } = located;
  const foreword = typeof value === 'object' && value !== null && 'foreword' in value ? value.foreword : undefined;
  if (typeof foreword !== 'string' || !/^\S+\.md$/.test(foreword.trim())) return [];
  const message = `“${foreword.trim()}” would be printed as it stands`;
  const hint = `to print what is in the file, write { file: ${foreword.trim()} }`;
  return [{ severity: 'error', code: 'value-impossible', message, place: located.locate(['foreword']), hint }];
}
