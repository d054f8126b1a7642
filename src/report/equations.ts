/** Figures with the numbers they were made of put in: “11 timer × 373 kr. pr. time = 4.103 kr.”. */
import type { Label, Node } from '../model/calculation/calculation.ts';
import type { CompiledModel } from '../model/compile.ts';
import type { CostLine } from '../model/cost-line.ts';
import { assumptionRows } from './assumption-rows.ts';
import type { ReportContext } from './context.ts';
import { inUnit, say, text, yearInSentence } from './context.ts';
import { chainEquations } from './indexation.ts';
import { fullName } from './provenance.ts';

export interface EquationView {
  readonly label: string;
  readonly equation: string;
}

/** Equations under the name of what they belong to. */
export interface EquationGroup {
  readonly name: string;
  readonly equations: readonly EquationView[];
}

/** The equations of the appendix: hourly costs, each line, and the headline figures. */
export function equationGroups(context: ReportContext): readonly EquationGroup[] {
  const { model } = context.assessment;
  const { totals, comparison } = model;
  const compared =
    comparison === undefined ? [] : [comparison.total, comparison.incremental, comparison.incrementalPerCompleted];
  const { notes } = context.language;
  const hourly = [...namedTerms(context, 'effectiveHours'), ...namedTerms(context, 'hourlyCost')];
  const headline = [
    totals.gross,
    // Without subsidies and savings the net is the gross over again.
    ...(isNetOwn(context) ? [totals.net] : []),
    totals.started,
    totals.completed,
    totals.perStarted,
    totals.perCompleted,
    ...compared,
  ];
  const groups = [
    { name: text(notes, 'hourlyCosts'), terms: hourly },
    ...lineNames(context).map((name) => ({ name, terms: termsOfLine(context, name) })),
    { name: text(notes, 'results'), terms: headline },
  ];
  const made = groups
    .map(({ name, terms }) => ({ name, equations: unique(terms.flatMap((term) => equationOf(context, term))) }))
    .filter(({ equations }) => equations.length > 0);
  return [...indexationGroup(context), ...made];
}

/** How amounts of other years were brought to the price year, before anything is calculated with them. */
function indexationGroup(context: ReportContext): readonly EquationGroup[] {
  const equations = assumptionRows(context).flatMap((row) => {
    const made = row.chain === undefined ? [] : chainEquations(context, row.chain);
    return made.map((equation): EquationView => ({ label: fullName(context, row), equation }));
  });
  if (equations.length === 0) return [];
  return [{ name: say(context, text(context.language.indexation, 'equations')), equations }];
}

function isNetOwn({ assessment }: ReportContext): boolean {
  const { gross, net } = assessment.model.totals;
  return assessment.values[gross] !== assessment.values[net];
}

function lineNames({ assessment }: ReportContext): readonly string[] {
  return [...new Set(allLines(assessment.model).map((line) => line.name))];
}

function allLines({ lines, avoided, comparison }: CompiledModel): readonly CostLine[] {
  return [...lines, ...avoided, ...(comparison?.lines ?? [])];
}

/** What one costs, what a year of it costs when it is spread, and the first year. */
function termsOfLine(context: ReportContext, name: string): readonly number[] {
  const { model } = context.assessment;
  const { calculation } = model;
  const own = allLines(model).filter((line) => line.name === name);
  const spread = calculation.nodes.flatMap((node, index) =>
    node.label?.name === name && ['annuity', 'trainingYearly', 'feeYearly'].includes(node.label.key) ? [index] : [],
  );
  return [
    ...own.flatMap((line) => line.each ?? []),
    ...spread,
    ...own.flatMap((line) => firstYearOf(context, line.undiscounted ?? line.byYear)),
  ];
}

function unique(equations: readonly EquationView[]): readonly EquationView[] {
  return [...new Map(equations.map((equation) => [equation.equation, equation])).values()];
}

/** The first year in which a line costs anything stands for the others. */
function firstYearOf(context: ReportContext, byYear: readonly number[]): number[] {
  const first = byYear.find((term) => (context.assessment.values[term] ?? 0) !== 0);
  return first === undefined ? [] : [first];
}

function namedTerms(context: ReportContext, key: string): number[] {
  return context.assessment.model.calculation.nodes.flatMap((node, index) =>
    node.label?.key === key && node.operation !== 'input' ? [index] : [],
  );
}

/**
 * One figure's equation; an input or a constant has none, nor has one that only says that a figure is itself, nor a cost
 * per participant where there are none.
 */
export function equationOf(context: ReportContext, term: number): EquationView[] {
  const node = nodeAt(context, term);
  if (node.operation === 'input' || node.operation === 'constant' || !Number.isFinite(figureAt(context, term)))
    return [];
  const made = spelled(context, node);
  const result = valueText(context, term);
  const bare = made.replace(/[()]/g, '').replace(/ × 1(?=$| )/g, '');
  if (bare === result) return [];
  return [{ label: labelText(context, node.label), equation: `${made} = ${result}` }];
}

/** What a figure is called; `years` takes the place of its year where it stands for several. */
export function labelText(context: ReportContext, label: Label | undefined, years?: string): string {
  if (label === undefined) return '';
  const { language } = context;
  const name = label.name ?? '';
  const category = language.shares[name] ?? language.categories[name as keyof typeof language.categories] ?? name;
  const role = label.detail === undefined ? '' : (context.scenario.staff?.[label.detail]?.name ?? label.detail);
  const year = years ?? (label.year === undefined ? '' : yearInSentence(context, label.year));
  return say(context, text(language.terms, label.key), { name, category, detail: role, year });
}

/** The right-hand side: named figures by their value, unnamed ones spelled out in place. */
function spelled(context: ReportContext, node: Node): string {
  const only = onlyPart(context, node);
  if (only !== undefined) return spelled(context, only);
  const parts = node.from.map((index) => operand(context, index, node));
  switch (node.operation) {
    case 'product':
      return parts.join(' × ');
    case 'sum':
      return summed(parts);
    case 'difference':
      return parts.join(' − ');
    case 'quotient':
      return parts.join(' / ');
    case 'annuity':
      return annuityText(context, node);
    case 'remainingAnnuity':
      return remainingText(context, node);
    case 'power':
      return parts.join('^');
    default:
      return parts.join('; ');
  }
}

/** The one part of a sum that has no name of its own: it is spelled out in the sum's place. */
function onlyPart(context: ReportContext, { operation, from }: Node): Node | undefined {
  const [first] = from;
  if (first === undefined || from.length > 1 || (operation !== 'sum' && operation !== 'notBelowZero')) return undefined;
  const node = nodeAt(context, first);
  return isNamed(node) ? undefined : node;
}

function isNamed({ label, operation }: Node): boolean {
  return label !== undefined || ['input', 'constant', 'stepUpTo', 'annuity'].includes(operation);
}

/** Equal parts are written once with how many there are: “5 × 608.736 kr.”. */
function summed(parts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return [...counts].map(([part, times]) => (times > 1 ? `${times} × ${inParentheses(part)}` : part)).join(' + ');
}

/** A sum or difference that is about to be multiplied. */
function inParentheses(part: string): string {
  return / [+−] /.test(withoutInner(part)) ? `(${part})` : part;
}

/** What stands outside all parentheses. */
function withoutInner(part: string): string {
  const outer = part.replace(/\([^()]*\)/g, '');
  return outer === part ? part : withoutInner(outer);
}

function operand(context: ReportContext, index: number, inside: Node): string {
  const node = nodeAt(context, index);
  if (isNamed(node)) return valueText(context, index);
  const made = spelled(context, node);
  return node.operation === inside.operation && inside.operation !== 'quotient' ? made : `(${made})`;
}

/** “4 pct. / (1 − (1 + 4 pct.)^−3) / (1 + 4 pct.)”: the formula of model/calculation/evaluate.ts. */
function annuityText(context: ReportContext, { from: [rate, years, lead] }: Node): string {
  const interest = valueText(context, rate ?? -1);
  const spread = plainNumber(context, years ?? -1);
  if (figureAt(context, rate) === 0) return `1 / ${spread}`;
  const early = figureAt(context, lead);
  const power = early === 1 ? '' : `^${context.numbers.bareHours(early)}`;
  const discount = early === 0 ? '' : ` / (1 + ${interest})${power}`;
  return `${interest} / (1 − (1 + ${interest})^−${spread})${discount}`;
}

/** “(1 − (1 + 4 pct.)^−1) / (1 − (1 + 4 pct.)^−2)”: what is left of a price, by the years left and the useful life. */
function remainingText(context: ReportContext, { from: [rate, life, used] }: Node): string {
  const left = context.numbers.bareHours(Math.max(0, figureAt(context, life) - figureAt(context, used)));
  const whole = plainNumber(context, life ?? -1);
  if (figureAt(context, rate) === 0) return `${left} / ${whole}`;
  const worth = (years: string) => `(1 − (1 + ${valueText(context, rate ?? -1)})^−${years})`;
  return `${worth(left)} / ${worth(whole)}`;
}

function figureAt(context: ReportContext, index: number | undefined): number {
  return context.assessment.values[index ?? -1] ?? Number.NaN;
}

/** A figure without its unit, as it stands in an exponent: “3”, “2½”. */
function plainNumber(context: ReportContext, index: number): string {
  return context.numbers.bareHours(figureAt(context, index));
}

/**
 * A value in its unit, with the øre it has: “33 kr. × 32” would not be what the true 33,33 kr. come to. Factors between 0 and 1 that are no
 * plain percentage keep six decimals.
 */
export function valueText(context: ReportContext, index: number): string {
  const node = nodeAt(context, index);
  const value = context.assessment.values[index] ?? Number.NaN;
  if (isFactor(node)) return context.numbers.plain(value, 6);
  const written = node.path === undefined ? undefined : context.parameters.get(node.path)?.writtenIn;
  return inUnit(context, value, node.unit, written);
}

/** Shares that something is multiplied by, and that are no percentage to a reader. */
function isFactor({ unit, operation, label }: Node): boolean {
  return unit === 'share' && (['annuity', 'sum', 'power'].includes(operation) || label?.key === 'discountFactor');
}

function nodeAt(context: ReportContext, index: number): Node {
  const node = context.assessment.model.calculation.nodes[index];
  if (node === undefined) throw new Error('no such figure in the calculation');
  return node;
}
