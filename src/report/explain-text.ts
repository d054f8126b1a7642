/** An explanation in text: its equations, and the tree with a line for each figure. */
import type { ReportContext } from './context.ts';
import { inUnit } from './context.ts';
import type { Explanation, Expression } from './explain.ts';
import { roundHalfUp } from './numbers.ts';

const signs = { sum: ' + ', product: ' × ', difference: ' − ', quotient: ' / ', power: '^' } as const;
type Sign = keyof typeof signs;

function isSign(operation: string): operation is Sign {
  return Object.hasOwn(signs, operation);
}

/** “11 timer × 373 kr. pr. time”: the parts by their printed values. */
export function expressionText(
  context: ReportContext,
  expression: Expression,
  parts: readonly Pick<Explanation, 'printed'>[],
): string {
  if ('part' in expression) return parts[expression.part]?.printed ?? '';
  if ('constant' in expression) return constantText(context, expression);
  const { operation } = expression;
  // Of an annuity the third figure is when in the year it falls, which its name says.
  const operands = operation === 'annuity' ? expression.of.slice(0, 2) : expression.of;
  const texts = operands.map((operand) => {
    const made = expressionText(context, operand, parts);
    return needsBrackets(operand, operation) ? `(${made})` : made;
  });
  if (operation === 'sum') return summed(texts);
  return isSign(operation) ? texts.join(signs[operation]) : texts.join('; ');
}

/** Numbers of the method stand bare: “1 + 20 pct.”; what a payer bears of a line is a percentage. */
function constantText(context: ReportContext, { constant, unit }: Extract<Expression, { constant: number }>): string {
  if (unit === 'kr') return inUnit(context, constant, unit);
  if (Number.isInteger(constant)) return context.numbers.plain(constant, 0);
  const isRound = Math.abs(constant - roundHalfUp(constant, 0.0001)) < 1e-9;
  return unit === 'share' && isRound ? context.numbers.sharePrecise(constant) : context.numbers.plain(constant, 6);
}

function needsBrackets(operand: Expression, inside: string): boolean {
  return (
    'operation' in operand &&
    isSign(inside) &&
    !(operand.operation === inside && (inside === 'sum' || inside === 'product'))
  );
}

/** Equal parts are written once with how many there are: “5 × 608.736 kr.”. */
function summed(parts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return [...counts].map(([part, times]) => (times > 1 ? `${times} × ${part}` : part)).join(' + ');
}

export interface TreeWords {
  /** Stands for parts that the depth leaves out, and for parts that are shown further up. */
  readonly more: string;
  readonly above: string;
}

/** The tree, a line for each figure: “├─ name = equation = value [source]”. Parts that stand further up are not repeated. */
export function treeText(explanation: Explanation, depth: number, words: TreeWords): string {
  const lines: string[] = [];
  const seen = new Set<string>();
  const add = (node: Explanation, first: string, rest: string, left: number): void => {
    const line = lineText(node);
    const isKnown = node.parts.length > 0 && seen.has(line);
    const isCut = node.parts.length > 0 && left === 0;
    lines.push(`${first}${line}${isKnown ? ` ${words.above}` : isCut ? ` ${words.more}` : ''}`);
    if (isKnown || isCut) return;
    seen.add(line);
    node.parts.forEach((part, place) => {
      const isLast = place === node.parts.length - 1;
      add(part, `${rest}${isLast ? '└─ ' : '├─ '}`, `${rest}${isLast ? '   ' : '│  '}`, left - 1);
    });
  };
  add(explanation, '', '', depth);
  return `${lines.join('\n')}\n`;
}

function lineText({ name, equation, printed, basis }: Explanation): string {
  const made = equation === undefined || equation === printed ? '' : ` = ${equation}`;
  return `${name}${made} = ${printed}${basis === undefined ? '' : ` [${basis}]`}`.replaceAll('\u00a0', ' ');
}

/** The tree for machines, cut at the depth. */
export function treeOf(explanation: Explanation, depth: number): Explanation {
  return { ...explanation, parts: depth === 0 ? [] : explanation.parts.map((part) => treeOf(part, depth - 1)) };
}
