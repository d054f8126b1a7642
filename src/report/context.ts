/** What every part of the report needs: the assessment, its language, and the ways to print a figure. */
import { hasUnits } from '../model/analyses/evaluator.ts';
import type { CostAssessment } from '../model/assess.ts';
import { parametersOf } from '../scenario/parameters.ts';
import type { Quantity } from '../scenario/schema/quantity.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { calendarYear, horizonOf } from '../scenario/years.ts';
import type { DurationUnit, Unit } from '../units.ts';
import { type Fillings, inSentence, type Language } from './language.ts';
import { type Numbers, numbersOf } from './numbers.ts';
import { printedShares, type ShareName } from './shares.ts';
import { type YearLetters, yearLettersOf } from './year-letters.ts';

export interface ReportContext {
  readonly assessment: CostAssessment;
  readonly scenario: Scenario;
  readonly language: Language;
  readonly numbers: Numbers;
  /** Names that every sentence may use: `one`, `many`, `completed`, `course`, `headline`, `priceLevel`, `comparator`, `payer`. */
  readonly names: Fillings;
  readonly parameters: ReadonlyMap<string, Quantity>;
  /** Shares of the gross costs as they stand everywhere in the note; undefined where there are no costs. */
  readonly shares: Readonly<Record<ShareName, string>> | undefined;
  /** What tells works of one author and date apart. */
  readonly yearLetters: YearLetters;
}

export function reportContext(assessment: CostAssessment, language: Language): ReportContext {
  const { scenario } = assessment.priced;
  const { one, many } = scenario.participant;
  const numbers = numbersOf(language, scenario.rounding);
  return {
    assessment,
    scenario,
    language,
    numbers,
    shares: printedShares(assessment, numbers),
    parameters: parametersOf(scenario),
    yearLetters: yearLettersOf(assessment.priced, language.locale),
    names: {
      one,
      many,
      completed: completedName(scenario, language),
      course: isIndividual(scenario) ? one : language.words.course,
      headline: headlineName(assessment, language),
      intervention: scenario.intervention,
      priceLevel: language.fill(language.words.priceLevel, { year: String(scenario.priceYear) }),
      comparator: inSentence(language, scenario.comparator?.name ?? ''),
      payer: inSentence(language, language.payers[scenario.perspective ?? 'kommune']),
    },
  };
}

/** What the analyses are of: the cost per completed participant, or the total where there are no participants. */
function headlineName({ priced, model, values }: CostAssessment, language: Language): string {
  const name = hasUnits({ model, values }) ? 'perCompleted' : 'total';
  return language.fill(text(language.tables.headline, name), { completed: completedName(priced.scenario, language) });
}

/** True where each course has one participant, so that a course is called as the participant is. */
function isIndividual({ teams = {} }: Scenario): boolean {
  return Object.values(teams).every(({ participantsPerCourse }) => participantsPerCourse.values.every((n) => n === 1));
}

/** “gennemført familie”: without the author's words for it, the language's, since “pr. deltager” could be one that only began. */
function completedName({ participant }: Scenario, language: Language): string {
  return participant.completed ?? language.fill(language.words.completed, { one: participant.one });
}

/** The figure that the analyses are of [kr.]. */
export function headlineValue(context: ReportContext): number {
  const { model } = context.assessment;
  return figure(context, hasUnits(context.assessment) ? model.totals.perCompleted : model.totals.net);
}

/** A sentence of the language with the context's names and these fillings. */
export function say(context: ReportContext, sentence: string, fillings: Fillings = {}): string {
  return context.language.fill(sentence, { ...context.names, ...fillings });
}

/** The text of a table, note or sentence by its name; its absence is a fault of the language file that a test finds. */
export function text(texts: Readonly<Record<string, string>> | undefined, name: string): string {
  const found = texts?.[name];
  if (found === undefined) throw new Error(`the language has no text “${name}”`);
  return found;
}

/** The value of a figure of the calculation. */
export function figure(context: ReportContext, term: number): number {
  return context.assessment.values[term] ?? Number.NaN;
}

/** “År 2”, or “2019” where the scenario has calendar years. */
export function yearName(context: ReportContext, year: number): string {
  const calendar = calendarYear(context.scenario, year);
  return calendar === undefined ? say(context, context.language.words.year, { year: String(year) }) : String(calendar);
}

/** The same inside a sentence, where it does not begin it. */
export function yearInSentence(context: ReportContext, year: number): string {
  return inSentence(context.language, yearName(context, year));
}

export function yearNames(context: ReportContext): readonly string[] {
  return Array.from({ length: horizonOf(context.scenario) }, (_, index) => yearName(context, index + 1));
}

/** A number in its unit as a table prints it: “373 kr. pr. time”, “92 pct.”, “4”; a duration in what it was written in. */
export function inUnit(context: ReportContext, value: number, unit: Unit, writtenIn?: DurationUnit): string {
  const { numbers, language } = context;
  switch (unit) {
    case 'kr':
      return numbers.hourly(value);
    case 'krPerHour':
      return language.fill(language.words.perHour, { amount: numbers.hourly(value) });
    case 'hours':
      return numbers.hours(value);
    case 'share':
      return numbers.sharePrecise(value);
    case 'count':
      return numbers.count(value);
    case 'years':
      return numbers.years(value, writtenIn);
    default:
      return unit satisfies never;
  }
}

/** Percentage points of a share: “10 procentpoint”. */
export function pointsText({ language, numbers }: ReportContext, share: number): string {
  return language.fill(language.words.points, { amount: numbers.count(share * 100) });
}

/** A quantity with all its values: “1, derefter 2”, since the last value goes on holding. */
export function quantityText(context: ReportContext, quantity: Quantity): string {
  const texts = quantity.values.map((value) => inUnit(context, value, quantity.unit, quantity.writtenIn));
  const [first, last] = [texts.slice(0, -1).join(', '), texts.at(-1) ?? ''];
  return texts.length < 2 ? last : say(context, context.language.words.thenOn, { first, last });
}
