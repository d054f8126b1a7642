/** Figures with the numbers they were made of put in: “11 timer × 373 kr. pr. time = 4.103 kr.”. */
import type { Label, Node } from '../model/calculation/calculation.ts';
import type { ReportContext } from './context.ts';
import { inUnit, say, text, yearInSentence } from './context.ts';

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
  const { totals } = model;
  const { notes } = context.language;
  const hourly = [...namedTerms(context, 'effectiveHours'), ...namedTerms(context, 'hourlyCost')];
  const headline = [totals.gross, totals.net, totals.started, totals.completed, totals.perStarted, totals.perCompleted];
  const groups = [
    { name: text(notes, 'hourlyCosts'), terms: hourly },
    ...lineNames(context).map((name) => ({ name, terms: termsOfLine(context, name) })),
    { name: text(notes, 'results'), terms: headline },
  ];
  return groups
    .map(({ name, terms }) => ({ name, equations: unique(terms.flatMap((term) => equationOf(context, term))) }))
    .filter(({ equations }) => equations.length > 0);
}

function lineNames({ assessment }: ReportContext): readonly string[] {
  const { lines, avoided } = assessment.model;
  return [...new Set([...lines, ...avoided].map((line) => line.name))];
}

/** What one costs, what a year of it costs when it is spread, and the first year. */
function termsOfLine(context: ReportContext, name: string): readonly number[] {
  const { lines, avoided, calculation } = context.assessment.model;
  const own = [...lines, ...avoided].filter((line) => line.name === name);
  const spread = calculation.nodes.flatMap((node, index) =>
    node.label?.name === name && ['annuity', 'trainingYearly'].includes(node.label.key) ? [index] : [],
  );
  return [
    ...own.flatMap((line) => line.each ?? []),
    ...spread,
    ...own.flatMap((line) => firstYearOf(context, line.byYear)),
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

/** One figure's equation; an input or a constant has none, nor has one that only says that a figure is itself. */
export function equationOf(context: ReportContext, term: number): EquationView[] {
  const node = nodeAt(context, term);
  if (node.operation === 'input' || node.operation === 'constant') return [];
  const made = spelled(context, node);
  const result = valueText(context, term);
  const bare = made.replace(/[()]/g, '').replace(/ × 1(?=$| )/g, '');
  if (bare === result) return [];
  return [{ label: labelText(context, node.label), equation: `${made} = ${result}` }];
}

/** What a figure is called. */
export function labelText(context: ReportContext, label: Label | undefined): string {
  if (label === undefined) return '';
  const { language } = context;
  const name = label.name ?? '';
  const category = language.shares[name] ?? language.categories[name as keyof typeof language.categories] ?? name;
  const role = label.detail === undefined ? '' : (context.scenario.staff?.[label.detail]?.name ?? label.detail);
  const year = label.year === undefined ? '' : yearInSentence(context, label.year);
  return say(context, text(language.terms, label.key), { name, category, detail: role, year });
}

/** The right-hand side: named figures by their value, unnamed ones spelled out in place. */
function spelled(context: ReportContext, node: Node): string {
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
    default:
      return parts.join('; ');
  }
}

/** Equal parts are written once with how many there are: “5 × 608.736 kr.”. */
function summed(parts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return [...counts].map(([part, times]) => (times > 1 ? `${times} × ${part}` : part)).join(' + ');
}

function operand(context: ReportContext, index: number, inside: Node): string {
  const node = nodeAt(context, index);
  const isNamed = node.label !== undefined || node.operation === 'input' || node.operation === 'constant';
  if (isNamed || node.operation === 'stepUpTo' || node.operation === 'annuity') return valueText(context, index);
  const made = spelled(context, node);
  return node.operation === inside.operation && inside.operation !== 'quotient' ? made : `(${made})`;
}

function annuityText(context: ReportContext, node: Node): string {
  return node.from
    .slice(0, 2)
    .map((index) => valueText(context, index))
    .join('; ');
}

/** A value in its unit; factors between 0 and 1 that are no plain percentage keep six decimals. */
export function valueText(context: ReportContext, index: number): string {
  const node = nodeAt(context, index);
  const value = context.assessment.values[index] ?? Number.NaN;
  if (node.unit === 'share' && (node.operation === 'annuity' || node.operation === 'sum'))
    return context.numbers.plain(value, 6);
  if (node.unit === 'kr') return context.numbers.kroner(value);
  return inUnit(context, value, node.unit);
}

function nodeAt(context: ReportContext, index: number): Node {
  const node = context.assessment.model.calculation.nodes[index];
  if (node === undefined) throw new Error('no such figure in the calculation');
  return node;
}
