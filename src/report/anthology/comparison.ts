/** The interventions of an anthology side by side: their headline figures, and what keeps these from being compared. */
import type { CostAssessment } from '../../model/assess.ts';
import { horizonOf } from '../../scenario/years.ts';
import { figure, type ReportContext, reportContext, text } from '../context.ts';
import { type Language, listed } from '../language.ts';
import { upperFirst } from '../provenance.ts';

/** What is compared of one intervention: full precision, and as it is printed. */
export interface ComparedNote {
  /** Of its outputs. */
  readonly name: string;
  readonly title: string;
  readonly intervention: string;
  readonly priceYear: number;
  readonly horizonYears: number;
  readonly payer: string;
  readonly isDiscounted: boolean;
  /** In kr.; null where nobody completes. */
  readonly total: number;
  readonly perCompleted: number | null;
  readonly printed: {
    readonly total: string;
    readonly perCompleted: string | null;
    readonly completed: string;
    readonly years: string;
    readonly priceLevel: string;
  };
}

/** What is not the same for all of them: then the amounts are shown, and not compared. */
export const grounds = ['priceYears', 'horizons', 'payers', 'discounting'] as const;
export type Ground = (typeof grounds)[number];

export interface AnthologyComparison {
  readonly notes: readonly ComparedNote[];
  /** Empty where the amounts can be compared. */
  readonly differing: readonly Ground[];
  /** Says that they can be compared, or why not. */
  readonly sentence: string;
}

export interface AssessedNote {
  readonly name: string;
  readonly assessment: CostAssessment;
}

export function compareNotes(assessed: readonly AssessedNote[], language: Language): AnthologyComparison {
  const notes = assessed.map(({ name, assessment }) => comparedNote(name, reportContext(assessment, language)));
  const differing = grounds.filter((ground) => new Set(notes.map((note) => sharedValue(note, ground))).size > 1);
  return { notes, differing, sentence: sentenceOf(notes, differing, language) };
}

function comparedNote(name: string, context: ReportContext): ComparedNote {
  const { scenario, numbers, names, assessment } = context;
  const { totals } = assessment.model;
  const each = figure(context, totals.perCompleted);
  const hasUnits = figure(context, totals.completed) > 0;
  return {
    name,
    title: scenario.title,
    intervention: upperFirst(scenario.intervention),
    priceYear: scenario.priceYear,
    horizonYears: horizonOf(scenario),
    payer: names.payer ?? '',
    isDiscounted: scenario.discounting !== undefined,
    total: figure(context, totals.net),
    perCompleted: hasUnits ? each : null,
    printed: {
      total: numbers.headline(figure(context, totals.net)).text,
      perCompleted: hasUnits ? numbers.headline(each).text : null,
      completed: names.completed ?? '',
      years: numbers.years(horizonOf(scenario)),
      priceLevel: names.priceLevel ?? '',
    },
  };
}

function sharedValue({ priceYear, horizonYears, payer, isDiscounted }: ComparedNote, ground: Ground): string | number {
  switch (ground) {
    case 'priceYears':
      return priceYear;
    case 'horizons':
      return horizonYears;
    case 'payers':
      return payer;
    case 'discounting':
      return String(isDiscounted);
    default:
      return ground satisfies never;
  }
}

function sentenceOf(notes: readonly ComparedNote[], differing: readonly Ground[], language: Language): string {
  const words = (name: string, fillings: Readonly<Record<string, string>> = {}) =>
    language.fill(text(language.anthology, name), fillings);
  const each = (of: (note: ComparedNote) => string) => listed(language, [...new Set(notes.map(of))]);
  const [first] = notes;
  if (differing.length === 0) {
    const { priceLevel = '', years = '' } = first?.printed ?? {};
    return words('comparable', { priceLevel, years, payer: first?.payer ?? '' });
  }
  const values: Record<Ground, string> = {
    priceYears: each(({ printed }) => printed.priceLevel),
    horizons: each(({ printed }) => printed.years),
    payers: each(({ payer }) => payer),
    discounting: '',
  };
  return [...differing.map((ground) => words(ground, { values: values[ground] })), words('notComparable')].join(' ');
}

/** The words for an intervention in a table: its title where two have the same name. */
export function shownNames(notes: readonly ComparedNote[]): readonly string[] {
  const names = notes.map(({ intervention }) => intervention);
  return new Set(names).size === names.length ? names : notes.map(({ title }) => title);
}

/** A sentence of the anthology's own with the names of one note's context. */
export function sayAnthology(
  language: Language,
  name: string,
  fillings: Readonly<Record<string, string>> = {},
): string {
  return language.fill(text(language.anthology, name), fillings);
}
