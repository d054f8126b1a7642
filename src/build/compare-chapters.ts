/** Two entries of one anthology: which chapter a moved figure stands in, and what each chapter was made from that is different now. */
import type { ManifestChapter, ManifestEntry } from '../files/manifest-schema.ts';

/** What a note or a chapter was made from. */
export type MadeFrom = Pick<ManifestEntry, 'scenario' | 'prose' | 'inputs' | 'prices' | 'options' | 'madeWith'>;

/** A chapter of an anthology by its place and the name of its scenario. */
export interface ChapterName {
  readonly number: number;
  readonly name: string;
}

/** The chapter of a printed figure, which is called “<scenario>.<figure>”, and the figure's own name. */
export function chapterOf(
  figure: string,
  { chapters = [] }: Pick<ManifestEntry, 'chapters'>,
): { readonly chapter: ChapterName; readonly figure: string } | undefined {
  // A scenario's name may hold a full stop itself: the longest that fits is meant.
  const [longest] = chapters
    .map(({ name }, index) => ({ name, number: index + 1 }))
    .filter(({ name }) => figure.startsWith(`${name}.`))
    .sort((one, other) => other.name.length - one.name.length);
  return longest && { chapter: longest, figure: figure.slice(longest.name.length + 1) };
}

/** “chapter 2, my-intervention” */
export function shownChapter({ number, name }: ChapterName): string {
  return `chapter ${number}, ${name}`;
}

/** What is different is told with its chapter; what is so in all of them, once. */
export function chapterReasons(
  one: Pick<ManifestEntry, 'chapters'>,
  other: Pick<ManifestEntry, 'chapters'>,
  reasonsFor: (one: MadeFrom, other: MadeFrom) => readonly string[],
): readonly string[] {
  const before = new Map((one.chapters ?? []).map((chapter) => [chapter.name, chapter]));
  const after = other.chapters ?? [];
  const told = after.flatMap((chapter, index) => {
    const earlier = before.get(chapter.name);
    const number = index + 1;
    const reasons = earlier === undefined ? [] : reasonsFor(madeFrom(earlier), madeFrom(chapter));
    return reasons.map((reason) => ({ reason, chapter: shownChapter({ number, name: chapter.name }) }));
  });
  const inAll = (reason: string) =>
    after.length > 1 && told.filter((two) => two.reason === reason).length === after.length;
  const lines = told.map(({ reason, chapter }) => (inAll(reason) ? reason : `${chapter}: ${reason}`));
  return [
    ...otherChapters(
      [...before.keys()],
      after.map(({ name }) => name),
    ),
    ...new Set(lines),
  ];
}

function otherChapters(before: readonly string[], after: readonly string[]): readonly string[] {
  return before.join('\n') === after.join('\n')
    ? []
    : [`the chapters were ${before.join(', ')}, and are ${after.join(', ')}`];
}

function madeFrom({ path, sha256, prices = [], inputs, options }: ManifestChapter): MadeFrom {
  return { scenario: { path, sha256 }, prices, ...(inputs && { inputs }), ...(options && { options }) };
}
