/** The door of `render/`: a view, the author's texts, templates and a theme become a page of HTML. */
import { type Problem, refuseErrors } from '../problem/problem.ts';
import type { NoteView } from '../report/view.types.ts';
import { appendixOf } from './appendix.ts';
import { helpersFor, type Rendering } from './helpers.ts';
import { hyphenatePage } from './hyphenate-page.ts';
import { type ChapterPlace, type Collected, NotePass } from './note-pass.ts';
import { fillProse, placedByAuthor } from './prose.ts';
import type { ProseSource } from './prose-source.ts';
import { runTemplate, type TemplateSet } from './templates.ts';
import type { Theme } from './theme.ts';
import { printThemeStyle, webThemeStyle } from './theme-style.ts';
import { typesetView } from './typeset-view.ts';

export interface RenderedNote {
  readonly html: string;
  /** ids of the headings in the contents list, in order; each number goes into `#page-of-<id>`. */
  readonly contents: readonly string[];
  readonly warnings: readonly Problem[];
  /** The figures that the author's texts print, as they print them, by name. */
  readonly printed: ReadonlyMap<string, string>;
}

/** Everything of a rendering that does not change from pass to pass. */
export type Materials = Omit<Rendering, 'pass' | 'earlier' | 'problems' | 'medium' | 'themeStyle' | 'pdfHref'>;

/** Titles longer than this are set smaller on the cover. */
const longTitle = 70;

/** Letters that fit on the line at a page's foot, beside the page number. */
const longestFooter = 66;

/** Before the first pass. */
export const nothing: Collected = {
  headings: [],
  labels: new Map(),
  usedSlots: new Set(),
  places: new Map(),
  listed: [],
};

/** The printed note and the web page that leads to it. */
export interface Publication extends RenderedNote {
  /** Throws UserError with what is wrong in its template. */
  readonly summaryPage: () => string;
}

/** The whole publication; `pdfHref` is where the web page finds the PDF. */
export function renderPublication(
  view: NoteView,
  prose: ProseSource,
  templates: TemplateSet,
  theme: Theme,
  pdfHref: string,
): Publication {
  const materials = gather(view, prose, templates, theme);
  const earlier = firstPass(materials);
  return { ...notePages(materials, prose, earlier), summaryPage: () => webPage(materials, earlier, pdfHref) };
}

/** The printed note. */
export function renderNote(view: NoteView, prose: ProseSource, templates: TemplateSet, theme: Theme): RenderedNote {
  const materials = gather(view, prose, templates, theme);
  return notePages(materials, prose, firstPass(materials));
}

/** The web summary page. Its tables and figures are called what they are called in the note. */
export function renderSummaryPage(
  view: NoteView,
  prose: ProseSource,
  templates: TemplateSet,
  theme: Theme,
  pdfHref: string,
): string {
  const materials = gather(view, prose, templates, theme);
  return webPage(materials, firstPass(materials), pdfHref);
}

/** A view and its texts made ready for the passes. Throws UserError with all that is wrong in the texts. */
export function gather(plain: NoteView, prose: ProseSource, templates: TemplateSet, theme: Theme): Materials {
  const view = typesetView(plain);
  const filled = fillProse(prose, view);
  return { view, templates, theme, prose: filled, placedByAuthor: placedByAuthor(filled) };
}

/** The note is gone through twice, since the contents list and references point forward; this pass only counts. */
export function firstPass(materials: Materials): Collected {
  const rendering = { ...materials, themeStyle: '', medium: 'print' } as const;
  return runPass(`layouts/${materials.view.layout}/page`, rendering, nothing).collected;
}

/** The pages to print, when it is known what they hold. */
export function notePages(materials: Materials, prose: ProseSource, earlier: Collected): RenderedNote {
  const { view, theme } = materials;
  const running = shortened(theme.footer ?? view.title);
  const words = { running, page: view.labels.page ?? '', of: view.labels.pageOf ?? '' };
  const rendering = { ...materials, themeStyle: printThemeStyle(theme, words), medium: 'print' } as const;
  const { html, problems } = runPass(`layouts/${view.layout}/page`, rendering, earlier);
  refuseErrors(problems);
  // The first text that prints a figure is the one that is read first: further on it may stand in another form.
  const printed = new Map([...materials.prose.values()].toReversed().flatMap((filled) => [...filled.printed]));
  return {
    html: hyphenatePage(html, view.typography),
    contents: contentsIds(html),
    warnings: unusedSlots(prose, earlier),
    printed,
  };
}

/** The page for the web; `template` is its file under `web/`. */
export function webPage(
  materials: Materials,
  earlier: Collected,
  pdfHref: string,
  template = 'summary',
  extra: Readonly<Record<string, unknown>> = {},
): string {
  const rendering = { ...materials, themeStyle: webThemeStyle(materials.theme), medium: 'web', pdfHref } as const;
  const ogLocale = materials.view.locale.replace('-', '_');
  return runPass(`web/${template}`, rendering, earlier, { ...extra, pdfHref, ogLocale }).html;
}

/** Runs one template over all that a note holds; `extra` are names besides the view's. */
export function runPass(
  template: string,
  rendering: Omit<Rendering, 'pass' | 'earlier' | 'problems'>,
  earlier: Collected,
  extra: Readonly<Record<string, unknown>> = {},
  chapter?: ChapterPlace,
): { html: string; collected: Collected; problems: readonly Problem[] } {
  const { view, theme, templates } = rendering;
  const pass = new NotePass(view, chapter);
  const problems: Problem[] = [];
  const helpers = helpersFor({ ...rendering, pass, earlier, problems });
  const cover = { isFull: theme.cover === 'full', isLong: view.title.length > longTitle };
  const kind = view.labels[view.layout] ?? '';
  const context = { ...view, ...extra, kind, cover, grids: gridsOf(view), appendix: appendixOf(view, pass.prefix) };
  const html = runTemplate(templates, template, context, helpers);
  pass.listSources(html);
  if (pass.printedNotes < pass.notes.length) {
    const message = `the template “${template}” has no place for notes, or one before the last of them`;
    const hint = 'write “{{endnotes}}” after all texts';
    problems.push({ severity: 'error', code: 'template-unknown', message, hint });
  }
  return { html, collected: pass, problems };
}

/** The two-way tables in the order in which the author wrote them. */
function gridsOf({ tables }: NoteView): readonly unknown[] {
  return Object.entries(tables).flatMap(([name, table]) => (/^grid\d*$/.test(name) ? [table] : []));
}

/** The foot of a page holds one line. */
function shortened(line: string): string {
  if (line.length <= longestFooter) return line;
  const cut = line.slice(0, longestFooter);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestFooter / 2)).replace(/[\s,.:;–-]+$/, '')} …`;
}

/** A layout decides what its contents list and its other lists hold: the page itself says what they took. */
function contentsIds(html: string): readonly string[] {
  return [...html.matchAll(/ id="page-of-([^"]+)"/g)].map(([, id = '']) => id);
}

function unusedSlots(prose: ProseSource, { usedSlots }: Collected): readonly Problem[] {
  return [...prose.texts].flatMap(([slot, text]): Problem[] => {
    if (usedSlots.has(slot)) return [];
    const message = `the layout has no place for the text “${slot}”: it is not printed`;
    return [{ severity: 'warning', code: 'unused', message, place: text.placeOf(0, 1) }];
  });
}
