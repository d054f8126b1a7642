/** The cost assessment → everything a template may print, as text. The door of this room. */
import type { CostAssessment } from '../model/assess.ts';
import { sectionSlot } from '../scenario/prose.ts';
import { defaultLanguage } from '../scenario/schema/scenario.ts';
import { type EarlierEdition, sincePrevious } from './changes/since-previous.ts';
import { chartsOf } from './chart-views.ts';
import type { ChartStyle } from './charts/chart.types.ts';
import type { ReportContext } from './context.ts';
import { reportContext, say } from './context.ts';
import { figuresOf } from './figures.ts';
import type { Language } from './language.ts';
import { fullName, mainInputs, upperFirst } from './provenance.ts';
import { headlinesOf, isUnitCost, sentencesOf } from './sentences.ts';
import { sourceList } from './sources.ts';
import { tablesOf } from './tables/tables.ts';
import type { NoteView, ProseView, PublisherView } from './view.types.ts';

export interface ViewInputs {
  readonly language: Language;
  /** Fixed words of the templates. */
  readonly labels: Readonly<Record<string, string>>;
  readonly chartStyle: ChartStyle;
  readonly publisher: PublisherView;
  /** Date of issue where the scenario gives none: `2026-11-22`. */
  readonly issued: string;
  /** The edition before, and what this one is computed from. */
  readonly earlier?: EarlierEdition;
}

export function viewNote(assessment: CostAssessment, inputs: ViewInputs): NoteView {
  const context = reportContext(assessment, inputs.language);
  const { scenario } = context;
  const figures = figuresOf(context);
  const since = sincePrevious(context, inputs.earlier);
  const tables = { ...tablesOf(context), ...since.tables };
  const issuedIso = scenario.issued?.iso ?? inputs.issued;
  return {
    language: scenario.language ?? defaultLanguage,
    locale: inputs.language.locale,
    layout: scenario.layout,
    title: scenario.title,
    ...(scenario.subtitle !== undefined && { subtitle: scenario.subtitle }),
    // On the cover and after “Udgivet:” it opens a line.
    issued: upperFirst(context.numbers.date(issuedIso)),
    issuedIso,
    publisher: inputs.publisher,
    ...recalculationOf(context),
    priceLevel: context.names.priceLevel ?? '',
    keywords: scenario.keywords ?? [],
    abstract: scenario.abstract,
    labels: inputs.labels,
    typography: inputs.language.typography,
    ...(scenario.lists !== undefined && { lists: scenario.lists }),
    isUnitCost: isUnitCost(context),
    sentences: sentencesOf(context, figures),
    figures,
    ...(scenario.row !== undefined && { row: scenario.row }),
    headlines: headlinesOf(context, figures),
    sections: sectionsOf(context),
    has: proseOf(context),
    tables,
    charts: chartsOf(context, tables, inputs.chartStyle),
    editions: since.paragraphs,
    notPriced: scenario.notPriced ?? [],
    assumptions: assumptionsOf(context),
    sources: sourceList(context),
  };
}

function recalculationOf(context: ReportContext): Pick<NoteView, 'recalculation'> {
  const original = context.scenario.recalculates;
  if (original === undefined) return {};
  const { mark, statement } = context.language.recalculation;
  const { title, publisher, published, note } = original;
  const said = say(context, statement, { title, publisher, published });
  return { recalculation: { mark, statement: note === undefined ? said : `${said} ${note}` } };
}

function sectionsOf(context: ReportContext): readonly ProseView[] {
  return (context.scenario.text?.sections ?? []).map((section, place) => ({
    slot: sectionSlot(place),
    title: section.title,
  }));
}

function proseOf(context: ReportContext): Readonly<Record<string, boolean>> {
  const { sections: _, ...slots } = context.scenario.text ?? {};
  return Object.fromEntries(Object.entries(slots).map(([slot, prose]) => [slot, prose !== undefined]));
}

/** The main assumptions as a list: “PN-team: antal teams”. */
function assumptionsOf(context: ReportContext): NoteView['assumptions'] {
  return mainInputs(context).map((row) => ({ what: fullName(context, row), value: row.value }));
}
