/** What an anthology says before its chapters: a view as a note has one, made from those of the chapters. */
import type { Anthology } from '../../scenario/anthology/schema.ts';
import type { ChartStyle } from '../charts/chart.types.ts';
import { inSentence, type Language, listed } from '../language.ts';
import { numbersOf } from '../numbers.ts';
import { upperFirst } from '../provenance.ts';
import type { NoteView, PublisherView } from '../view.types.ts';
import { type AnthologyComparison, sayAnthology, shownNames } from './comparison.ts';
import { comparisonChart, comparisonTable } from './comparison-views.ts';

/** The name of an anthology's layout and kind: no scenario can choose it. */
export const anthologyLayout = 'antologi';

/** An abstract names this many interventions at most. */
const mostNamed = 4;

export interface FrontInputs {
  /** What its file says of it. */
  readonly own?: Anthology | undefined;
  /** Instead of the file's. */
  readonly title?: string | undefined;
  readonly chapters: readonly { readonly name: string; readonly view: NoteView }[];
  readonly comparison: AnthologyComparison;
  readonly language: Language;
  readonly chartStyle: ChartStyle;
  readonly publisher: PublisherView;
}

export function viewFront(inputs: FrontInputs): NoteView {
  const { own, title = own?.title, chapters, comparison, language, chartStyle, publisher } = inputs;
  const views = chapters.map(({ view }) => view);
  const [first] = views;
  if (first === undefined) throw new Error('an anthology has at least one chapter');
  const { notes, sentence } = comparison;
  const words = (name: string, fillings = {}) => sayAnthology(language, name, fillings);
  const count = { count: String(notes.length) };
  const table = comparisonTable(comparison, language);
  const chart = comparisonChart(comparison, table, language, chartStyle);
  const issuedIso =
    own?.issued?.iso ??
    views
      .map((view) => view.issuedIso)
      .sort()
      .at(-1) ??
    first.issuedIso;
  const names = shownNames(notes);
  const interventions = names.map((name) => inSentence(language, name));
  return {
    language: first.language,
    locale: first.locale,
    layout: anthologyLayout,
    title: title ?? words('title', count),
    ...(own?.subtitle !== undefined && { subtitle: own.subtitle }),
    issued: upperFirst(numbersOf(language).date(issuedIso)),
    issuedIso,
    publisher,
    ...recalculationOf(views, language),
    priceLevel: listed(language, [...new Set(views.map(({ priceLevel }) => priceLevel))]),
    keywords: own?.keywords ?? [...new Set(views.flatMap(({ keywords }) => keywords))],
    abstract:
      own?.abstract ??
      (notes.length > mostNamed
        ? words('abstractMany', count)
        : words('abstract', { interventions: listed(language, interventions) })),
    labels: first.labels,
    typography: first.typography,
    ...(own?.lists !== undefined && { lists: own.lists }),
    isUnitCost: false,
    sentences: { comparison: sentence },
    figures: Object.fromEntries(chapters.map(({ name, view }) => [name, view.figures])),
    headlines: notes.map(({ printed }, index) => ({ label: names[index] ?? '', figure: printed.total })),
    sections: [],
    has: { foreword: own?.foreword !== undefined },
    tables: { comparison: table },
    charts: chart === undefined ? {} : { comparison: chart },
    editions: [],
    notPriced: [],
    assumptions: [],
    sources: [],
  };
}

/** Marked where a chapter is; which they are stands with it. */
function recalculationOf(views: readonly NoteView[], language: Language): Pick<NoteView, 'recalculation'> {
  const chapters = views.flatMap(({ recalculation }, index) =>
    recalculation === undefined ? [] : [sayAnthology(language, 'chapter', { number: String(index + 1) })],
  );
  if (chapters.length === 0) return {};
  const statement = sayAnthology(language, 'recalculated', { chapters: listed(language, chapters) });
  return { recalculation: { mark: language.recalculation.mark, statement } };
}
