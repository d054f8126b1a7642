/** The author's prose: by slot, from the scenario itself or from files beside it, with the way back to its place. */
import { type Problem, refuseErrors, UserError } from '../problem/problem.ts';
import { type Place, placeAt, type Source } from '../problem/source.ts';
import { controlHint, controlsIn } from '../yaml/controls.ts';
import { type Located, type Path, placeInScalar } from '../yaml/parse-yaml.ts';
import type { CheckedScenario } from './parse.ts';
import { placeholders } from './placeholders.ts';
import { type ProseInput, proseSlots } from './schema/publication.ts';

/** A stretch of prose and where it was written. */
interface WrittenProse {
  readonly slot: string;
  readonly path: Path;
  readonly prose: ProseInput;
}

/** A prose file that the scenario names. */
export interface ProseFile {
  readonly file: string;
  readonly place: Place;
}

export interface ProseText {
  readonly markdown: string;
  placeOf(offset: number, length: number): Place;
}

/** The files that hold prose of this scenario, as it names them. */
export function proseFiles(checked: CheckedScenario): readonly ProseFile[] {
  return written(checked).flatMap(({ prose, path }) =>
    typeof prose === 'string' ? [] : [{ file: prose.file, place: checked.located.locate([...path, 'file']) }],
  );
}

/** Prose by slot; `files` are the files of `proseFiles`, read. The nth section of the author is the slot `section<n>`. */
export function proseTexts(
  checked: CheckedScenario,
  files: ReadonlyMap<string, Source>,
): ReadonlyMap<string, ProseText> {
  const problems: Problem[] = [];
  const texts = written(checked).flatMap(({ slot, path, prose }): [string, ProseText][] => {
    try {
      return [[slot, proseTextAt(checked.located, path, prose, files)]];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new UserError(problems);
  return new Map(texts);
}

/** The prose at one place of a file. Throws UserError where it stands in a file that was not read, or that holds what nobody sees. */
export function proseTextAt(
  located: Located<unknown>,
  path: Path,
  prose: ProseInput,
  files: ReadonlyMap<string, Source>,
): ProseText {
  if (typeof prose === 'string') {
    const placeOf = (offset: number, length: number) => placeInScalar(located, path, offset, length);
    return { markdown: prose, placeOf };
  }
  const source = files.get(prose.file);
  if (source === undefined) {
    const place = located.locate([...path, 'file']);
    throw new UserError([{ severity: 'error', code: 'file-missing', message: `“${prose.file}” was not read`, place }]);
  }
  refuseErrors(hiddenIn(source));
  return { markdown: source.text, placeOf: (offset, length) => placeAt(source, offset, offset + length) };
}

function hiddenIn(source: Source): readonly Problem[] {
  return controlsIn(source.text).map(({ index, message }) => ({
    severity: 'error',
    code: 'not-supported',
    message,
    place: placeAt(source, index),
    hint: controlHint,
  }));
}

/** What is still to be written, and HTML, which is printed as text: its author expected something else. */
export function proseWarnings(texts: ReadonlyMap<string, ProseText>): readonly Problem[] {
  return [...texts.values()].flatMap(({ markdown, placeOf }) => {
    const unwritten = placeholders(markdown, placeOf);
    // Between backticks it is meant to be seen.
    const text = markdown.replace(/(`+)[^`]*\1/g, (code) => ' '.repeat(code.length));
    const [tag] = text.matchAll(/<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|<!--/gi);
    if (tag === undefined) return unwritten;
    return [
      ...unwritten,
      {
        severity: 'warning' as const,
        code: 'not-supported' as const,
        message: `HTML is not used in prose: “${tag[0]}” is printed as it stands`,
        place: placeOf(tag.index, tag[0].length),
        hint: 'use Markdown: **bold**, *italic*, lists, or a figure by its name',
      },
    ];
  });
}

function written({ scenario }: CheckedScenario): readonly WrittenProse[] {
  const { text } = scenario;
  const slots = proseSlots.flatMap((slot): WrittenProse[] => {
    const prose = text?.[slot];
    return prose === undefined ? [] : [{ slot, path: ['text', slot], prose }];
  });
  const sections = (text?.sections ?? []).map(
    ({ text: prose }, place): WrittenProse => ({
      slot: sectionSlot(place),
      path: ['text', 'sections', place, 'text'],
      prose,
    }),
  );
  return [...slots, ...sections];
}

/** The slot of the author's nth section, counted from 0. */
export function sectionSlot(place: number): string {
  return `section${place + 1}`;
}
