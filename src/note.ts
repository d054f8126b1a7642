/** The whole way from a scenario to a note, on one page. Pure: reading is over before it, printing comes after. */
import type { RecordedNote } from './changes/changes.types.ts';
import { editionOf } from './changes/edition-of.ts';
import { assess, type CostAssessment } from './model/assess.ts';
import type { PriceList } from './prices/parse.ts';
import { type PricedScenario, priceScenario } from './prices/price.ts';
import { Gathering } from './problem/gathering.ts';
import { type Problem, refuseErrors, UserError } from './problem/problem.ts';
import type { Source } from './problem/source.ts';
import { renderPublication } from './render/page.ts';
import { publisherOf } from './render/publisher.ts';
import type { TemplateSet } from './render/templates.ts';
import { chartStyleOf, type Theme } from './render/theme.ts';
import { otherInterventions, proseProblems } from './report/check-prose.ts';
import type { Language } from './report/language.ts';
import { type Results, resultsOf } from './report/results.ts';
import { viewNote } from './report/view.ts';
import type { NoteView, PublisherView } from './report/view.types.ts';
import type { CheckedScenario } from './scenario/parse.ts';
import { type ProseText, proseTexts, proseWarnings } from './scenario/prose.ts';

/** How an organisation's notes look and speak: the same for many notes. */
export interface House {
  readonly templates: TemplateSet;
  readonly theme: Theme;
  readonly language: Language;
  /** Fixed words of the templates. */
  readonly labels: Readonly<Record<string, string>>;
  /** The name of a house style that omkost ships; absent of an organisation's own. */
  readonly shippedTheme?: string;
  /** The texts of an organisation's own, by their path below its folder: theme, templates, words, logo. Fonts stay out. */
  readonly ownTexts?: ReadonlyMap<string, Source>;
}

export interface NoteInputs {
  /** Name of the outputs: `output/<name>.pdf`. */
  readonly name: string;
  readonly scenario: CheckedScenario;
  /** The prose files that the scenario names. */
  readonly prose: ReadonlyMap<string, Source>;
  readonly prices: PriceList;
  /** Names of the interventions of the scenarios beside this one. */
  readonly interventionsBeside?: readonly string[];
  readonly house: House;
  /** Date of issue where the scenario gives none: `2026-11-22`. */
  readonly issued: string;
  /** The price year that was asked for instead of the scenario's, which is already in `scenario`. */
  readonly priceYear?: number;
  /** The edition before, which the scenario names. */
  readonly previous?: RecordedNote;
}

export interface Note {
  readonly name: string;
  readonly assessment: CostAssessment;
  readonly view: NoteView;
  readonly html: string;
  /** ids of the headings in the contents list, in order. */
  readonly contents: readonly string[];
  /** Composed when it is first asked for. Throws UserError with what is wrong in its template. */
  readonly summaryPage: string;
  readonly results: Results;
  readonly warnings: readonly Problem[];
}

/** Throws UserError with what is wrong, in the scenario, its prices and its prose at once; a note that comes back can be printed. */
export function composeNote(inputs: NoteInputs): Note {
  const { scenario, house } = inputs;
  const gathering = new Gathering();
  const priced = gathering.attempt(() => priceScenario(scenario, inputs.prices));
  const publisher = gathering.attempt(() => publisherOf(scenario, house.theme.publisher));
  const texts = gathering.attempt(() => proseTexts(scenario, inputs.prose));
  if (priced === undefined || texts === undefined) throw new UserError(gathering.problems);
  // Where nobody publishes the note, what is wrong in its texts is still to be told.
  const note = gathering.attempt(() => composePriced(inputs, { priced, publisher: publisher ?? nobody, texts }));
  refuseErrors(gathering.problems);
  if (note === undefined) throw new Error('a note was refused without saying why');
  return note;
}

const nobody: PublisherView = { name: '', addressLines: [] };

interface PricedNote {
  readonly priced: PricedScenario;
  readonly publisher: PublisherView;
  readonly texts: ReadonlyMap<string, ProseText>;
}

function composePriced(inputs: NoteInputs, { priced, publisher, texts }: PricedNote): Note {
  const { name, house, previous } = inputs;
  const { templates, theme, language, labels } = house;
  const assessment = assess(priced);
  const appearance = { language, labels, chartStyle: chartStyleOf(theme), publisher };
  const earlier = previous && { previous, edition: editionOf(inputs, priced) };
  const view = viewNote(assessment, { ...appearance, issued: inputs.issued, ...(earlier && { earlier }) });
  const rendered = renderPublication(view, { texts }, templates, theme, `${name}.pdf`);
  const { html, contents, summaryPage, warnings, printed } = rendered;
  const odd = proseProblems({
    texts: texts.values(),
    figures: view.figures,
    language,
    otherNames: otherInterventions(priced.scenario, inputs.interventionsBeside ?? []),
  });
  const results = resultsOf(name, assessment, view, printed);
  let page: string | undefined;
  return {
    name,
    assessment,
    view,
    html,
    contents,
    get summaryPage() {
      page ??= summaryPage();
      return page;
    },
    results,
    warnings: [...priced.warnings, ...proseWarnings(texts), ...odd, ...warnings],
  };
}
