/** What a template may call. Each helper is bound to one pass through one note. */
import Handlebars from 'handlebars';
import { type Problem, type ProblemCode, UserError } from '../problem/problem.ts';
import { suggestion } from '../problem/suggest.ts';
import type { ChartView, FigureText, NoteView, TableView } from '../report/view.types.ts';
import type { TableFrame } from './author-tables.ts';
import { decimalSignOf } from './decimal-column.ts';
import { notesHtml } from './endnotes.ts';
import { escapeHtml } from './escape.ts';
import type { HelperName } from './helper-names.ts';
import { listsOf } from './lists.ts';
import { renderMarkdown } from './markdown.ts';
import type { Collected, NotePass } from './note-pass.ts';
import type { FilledProse } from './prose.ts';
import { isForm } from './prose-names.ts';
import { structuredDataOf } from './structured-data.ts';
import { tableContext } from './table-context.ts';
import { type Helpers, runTemplate, type TemplateSet } from './templates.ts';
import type { Theme } from './theme.ts';

export interface Rendering {
  readonly view: NoteView;
  readonly templates: TemplateSet;
  readonly theme: Theme;
  readonly themeStyle: string;
  readonly prose: ReadonlyMap<string, FilledProse>;
  /** Tables and charts that stand in the author's texts: a layout does not place them again. */
  readonly placedByAuthor: ReadonlySet<unknown>;
  readonly pass: NotePass;
  /** What the pass before found; empty in the first. */
  readonly earlier: Collected;
  /** The web page shows a part of the note: what it shows is called what it is called there, and stands once. */
  readonly medium: 'print' | 'web';
  readonly problems: Problem[];
  /** Of an anthology: runs the chapters, and takes in what they hold. */
  readonly chapters?: (pass: NotePass, problems: Problem[]) => string;
  /** Where the web page finds the PDF. */
  readonly pdfHref?: string;
}

type Options = Handlebars.HelperOptions;

/** The helpers for one pass. */
export function helpersFor(rendering: Rendering): Helpers {
  const { view, templates, theme, pass, earlier } = rendering;
  const safe = (html: string): Handlebars.SafeString => new Handlebars.SafeString(html);
  const folder = rendering.medium === 'web' ? 'web' : 'parts';
  const sign = decimalSignOf(view.locale);
  const placeTable = (table: TableView, data: unknown): string => {
    const context = tableContext(table, labelOf('table', table, rendering), sign);
    return runTemplate(templates, `${folder}/table`, context, helpers, data);
  };
  const placeChart = (chart: ChartView, data: unknown): string => {
    const context = { ...chart, label: labelOf('chart', chart, rendering) };
    return runTemplate(templates, `${folder}/chart`, context, helpers, data);
  };
  const helpers: Record<HelperName, Handlebars.HelperDelegate> = {
    section(this: unknown, title: unknown, options: Options) {
      const run = (): string => options.fn(this);
      if (typeof title !== 'string' || title === '') {
        if (options.hash.optional === true) return safe(run());
        throw new UserError([refused('template-unknown', 'a section of a template has a title that is not there')]);
      }
      const section = pass.section(title, options.hash.numbered === true, run);
      return section === undefined ? '' : safe(sectionHtml(section));
    },
    prose(slot: unknown, options: Options) {
      return typeof slot === 'string' ? safe(proseHtml(slot, rendering, placeTable, placeChart, options.data)) : '';
    },
    table(table: unknown, options: Options) {
      if (!isTable(table) || isPlaced(table, rendering)) return '';
      return safe(placeTable(table, options.data));
    },
    chart(chart: unknown, options: Options) {
      if (!isChart(chart) || isPlaced(chart, rendering)) return '';
      return safe(placeChart(chart, options.data));
    },
    unplaced(options: Options) {
      const isLeft = (one: TableView | ChartView): boolean => one.onRequest !== true && !pass.labels.has(one.id);
      const charts = Object.values(view.charts).filter(isLeft);
      const tables = Object.values(view.tables).filter(isLeft);
      const html = [
        ...charts.map((chart) => placeChart(chart, options.data)),
        ...tables.map((table) => placeTable(table, options.data)),
      ];
      return safe(html.join('\n'));
    },
    ref(target: unknown) {
      if (isTable(target) || isChart(target)) return safe(refHtml(target, earlier));
      throw new UserError([refused('template-unknown', 'a template refers to a table or chart that is not there')]);
    },
    amount(figure: unknown, options: Options) {
      const form: unknown = options.hash.form;
      if (!isFigureText(figure)) return '';
      return isForm(form) ? figure[form] : figure.text;
    },
    structuredData: () => safe(structuredDataOf(view, String(rendering.pdfHref ?? ''))),
    drawing: (chart: unknown) => (isChart(chart) ? safe(rendering.medium === 'web' ? chart.webSvg() : chart.svg) : ''),
    contents(options: Options) {
      const depth = Number(options.hash.depth ?? 2);
      const listed = earlier.headings.filter((heading) => heading.level <= depth);
      return safe(listed.map((heading) => options.fn({ ...heading, isSub: heading.level > 2 })).join(''));
    },
    lists(options: Options) {
      return safe(
        listsOf(earlier.listed, view.labels, view.lists)
          .map((list) => options.fn(list))
          .join(''),
      );
    },
    chapters: () => safe(rendering.chapters?.(pass, rendering.problems) ?? ''),
    endnotes() {
      pass.printedNotes = pass.notes.length;
      return safe(notesHtml(pass.notes, pass.prefix));
    },
    stylesheet(path: unknown) {
      return safe(stylesheet(String(path), templates));
    },
    themeStyle: () => safe(rendering.themeStyle),
    logo: () => safe(theme.logo ?? ''),
    link(address: unknown) {
      if (typeof address === 'string' && /^(?:https?:\/\/|mailto:)/i.test(address)) return address;
      throw new UserError([refused('template-unsafe', `a link to “${String(address)}” is not allowed`)]);
    },
  };
  return helpers;
}

function sectionHtml({
  heading,
  body,
}: {
  heading: { id: string; title: string; level: number; number?: string };
  body: string;
}): string {
  const tag = `h${heading.level}`;
  const number = heading.number === undefined ? '' : `<span class="number">${heading.number} </span>`;
  return `<section>\n<${tag} id="${heading.id}">${number}${escapeHtml(heading.title)}</${tag}>\n${body}\n</section>`;
}

/** A slot that the author left out is nothing at all. */
function proseHtml(
  slot: string,
  { prose, pass, earlier, medium, problems, view }: Rendering,
  placeTable: (table: TableView, data: unknown) => string,
  placeChart: (chart: ChartView, data: unknown) => string,
  data: unknown,
): string {
  const filled = prose.get(slot);
  if (filled === undefined) return '';
  pass.usedSlots.add(slot);
  return renderMarkdown(filled.markdown, {
    heading: (title, depth, name) => pass.heading(title, depth, name),
    box: (title, name) => pass.box(title, name),
    notesBefore: pass.notes.length,
    prefix: pass.prefix,
    note: (html) => pass.notes.push(html),
    typography: view.typography,
    ...(medium === 'web' && {
      tableFrame: scrollingFrame(view.labels.table ?? ''),
      linkBack: view.labels.linkBack,
    }),
    insert(index) {
      const insertion = filled.insertions[index];
      if (insertion === undefined) return '';
      if (insertion.kind === 'place') {
        const place = earlier.places.get(insertion.name);
        if (place === undefined) problems.push(insertion.problem);
        return medium === 'web' ? escapeHtml(place?.label ?? '') : linkHtml(place?.id ?? '', place?.label ?? '');
      }
      if (insertion.kind !== 'ref' && pass.labels.has(insertion.view.id)) return '';
      if (insertion.kind === 'table') return placeTable(insertion.view, data);
      if (insertion.kind === 'chart') return placeChart(insertion.view, data);
      const label = earlier.labels.get(insertion.view.id);
      if (label === undefined) problems.push(insertion.problem);
      return medium === 'web' ? escapeHtml(label ?? '') : refHtml(insertion.view, earlier);
    },
  });
}

/** On the web a figure may stand in a text that the page does not show, and then the page has a place of its own for it. */
function isPlaced(one: TableView | ChartView, { medium, placedByAuthor, pass }: Rendering): boolean {
  return medium === 'web' ? pass.labels.has(one.id) : placedByAuthor.has(one);
}

/** The label counts in this pass; the web page takes the note's, and has none for what stands only here. */
function labelOf(kind: 'table' | 'chart', one: TableView | ChartView, rendering: Rendering): string | undefined {
  const counted = rendering.pass.place(kind, one);
  return rendering.medium === 'web' ? rendering.earlier.labels.get(one.id) : counted;
}

/** A table too wide for the screen is scrolled by itself, by the keyboard too. */
function scrollingFrame(name: string): TableFrame {
  return {
    before: `<div class="scroll" role="group" tabindex="0" aria-label="${escapeHtml(name)}">`,
    after: '</div>',
  };
}

/** In the first pass no label is known yet, and nobody reads what it makes. */
function refHtml(target: TableView | ChartView, earlier: Collected): string {
  return linkHtml(target.id, earlier.labels.get(target.id) ?? '');
}

function linkHtml(id: string, label: string): string {
  return `<a class="ref" href="#${escapeHtml(id)}">${escapeHtml(label)}</a>`;
}

function stylesheet(path: string, { files }: TemplateSet): string {
  const source = files.get(path);
  if (source === undefined) {
    const sheets = [...files.keys()].filter((name) => name.endsWith('.css'));
    throw new UserError([refused('template-unknown', `there is no style sheet “${path}”`, suggestion(path, sheets))]);
  }
  // Inside <style> only this could end the style sheet early.
  return source.text.replace(/<(?=\/|!)/g, '\\3c ');
}

function refused(code: ProblemCode, message: string, hint?: string): Problem {
  return { severity: 'error', code, message, ...(hint === undefined ? {} : { hint }) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isTable(value: unknown): value is TableView {
  return isObject(value) && Array.isArray(value.rows) && Array.isArray(value.columns);
}

function isChart(value: unknown): value is ChartView {
  return isObject(value) && typeof value.svg === 'string' && isTable(value.data);
}

function isFigureText(value: unknown): value is FigureText {
  return isObject(value) && typeof value.text === 'string' && typeof value.exact === 'string';
}
