/** The door for anthologies: a front and many notes become one page of HTML with one contents list, and a web page that leads to it. */
import type { Problem } from '../problem/problem.ts';
import type { NoteView } from '../report/view.types.ts';
import { chapterView } from './chapter-view.ts';
import type { ChapterPlace, Collected, Heading, NotePass } from './note-pass.ts';
import { firstPass, gather, type Materials, notePages, nothing, type Publication, runPass, webPage } from './page.ts';
import type { ProseSource } from './prose-source.ts';
import type { TemplateSet } from './templates.ts';
import type { Theme } from './theme.ts';

/** What stands in an anthology: `front` says what all chapters have in common, and has the layout `antologi`. */
export interface AnthologyContent {
  readonly front: NoteView;
  readonly frontProse: ProseSource;
  readonly chapters: readonly { readonly view: NoteView; readonly prose: ProseSource }[];
}

interface Part {
  readonly materials: Materials;
  readonly place: ChapterPlace;
  readonly heading: Heading;
  /** What the first pass found in it. */
  earlier: Collected;
}

/** `pdfHref` is where the web page finds the PDF. Throws UserError with what is wrong in any of the texts. */
export function renderAnthology(
  { front, frontProse, chapters }: AnthologyContent,
  templates: TemplateSet,
  theme: Theme,
  pdfHref: string,
): Publication {
  const parts = chapters.map(({ view, prose }, index): Part => {
    const prefix = `k${index + 1}`;
    const materials = gather(chapterView(view, `${prefix}-`), prose, templates, theme);
    return {
      materials,
      place: { number: index + 1, prefix: `${prefix}-` },
      heading: { id: prefix, title: materials.view.title, number: String(index + 1), level: 2 },
      earlier: nothing,
    };
  });
  const materials = gather(front, frontProse, templates, theme);
  const counting = (pass: NotePass, problems: Problem[]) =>
    runParts(parts, pass, problems, (part, collected) => {
      part.earlier = collected;
    });
  const earlier = firstPass({ ...materials, chapters: counting });
  const pages = notePages(
    { ...materials, chapters: (pass, problems) => runParts(parts, pass, problems, () => {}) },
    frontProse,
    earlier,
  );
  const chapterList = parts.map(({ materials: { view }, heading }) => ({ ...view, number: heading.number }));
  return { ...pages, summaryPage: () => webPage(materials, earlier, pdfHref, 'anthology', { chapterList }) };
}

/** All chapters in their order. Labels and references are the chapter's own: none can lead to another. */
function runParts(
  parts: readonly Part[],
  pass: NotePass,
  problems: Problem[],
  found: (part: Part, collected: Collected) => void,
): string {
  const htmls = parts.map((part) => {
    const { materials, place, heading, earlier } = part;
    const rendering = { ...materials, themeStyle: '', medium: 'print' } as const;
    const extra = { chapterId: heading.id, chapterNumber: heading.number };
    const run = runPass(`layouts/${materials.view.layout}/chapter`, rendering, earlier, extra, place);
    problems.push(...run.problems);
    pass.chapter(heading, run.collected);
    found(part, run.collected);
    return run.html;
  });
  return htmls.join('\n');
}
