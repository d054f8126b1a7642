/**
 * A figure of the note explained: the tree from it down to hours, wages and prices with their sources. It is read off the
 * calculation, the same nodes that gave the figure, so it cannot say anything else than what was computed.
 */
import type { Label, Node, Operation } from '../model/calculation/calculation.ts';
import type { Unit } from '../units.ts';
import type { ReportContext } from './context.ts';
import { labelText, valueText } from './equations.ts';
import { expressionText } from './explain-text.ts';
import { chainTexts } from './indexation.ts';
import { type InputRow, inputRows } from './provenance.ts';
import { yearsText } from './years-text.ts';

/** How a figure is made: of its parts (by their place in the list), of numbers of the method, and of operations on these. */
export type Expression =
  | { readonly part: number }
  | { readonly constant: number; readonly unit: Unit }
  | { readonly operation: Operation; readonly of: readonly Expression[] };

export interface Explanation {
  /** “Drift, år 1–5”: a figure that is the same in several years stands once. */
  readonly name: string;
  /** Null of what is no single number: from one figure to another, or what a figure was changed by or drawn from. */
  readonly value: number | null;
  readonly unit: Unit;
  readonly printed: string;
  /** “5 × 608.736 kr.”; an input has one only where it was brought from the prices of another year. */
  readonly equation?: string;
  readonly expression?: Expression;
  /** Of an input: where it stands in the scenario, and its source or the reason for it. */
  readonly path?: string;
  readonly basis?: string;
  readonly parts: readonly Explanation[];
}

/** A figure whose parts are not yet joined over the years. */
interface Figure {
  readonly term: number;
  readonly node: Node;
  readonly expression: Expression | undefined;
  readonly parts: readonly (readonly Figure[])[];
  /** The same for figures that differ in nothing but the year. */
  readonly kind: number;
}

interface Walk {
  readonly context: ReportContext;
  readonly rows: ReadonlyMap<string, InputRow>;
  readonly figures: Map<number, Figure>;
  readonly constants: Map<number, boolean>;
  readonly kinds: Map<string, number>;
}

/** The tree under a figure of the calculation. */
export function explain(context: ReportContext, term: number): Explanation {
  const rows = new Map(inputRows(context).map((row) => [row.path, row]));
  const walk: Walk = { context, rows, figures: new Map(), constants: new Map(), kinds: new Map() };
  const explained = shown(walk, [figureAt(walk, term)]);
  // What only passes another figure on keeps its own name at the top.
  return { ...explained, name: labelText(context, nodeAt(context, term).label) || explained.name };
}

function nodeAt({ assessment }: ReportContext, term: number): Node {
  const node = assessment.model.calculation.nodes[term];
  if (node === undefined) throw new Error('no such figure in the calculation');
  return node;
}

function valueAt({ assessment }: ReportContext, term: number): number {
  return assessment.values[term] ?? Number.NaN;
}

/** The figure at a place of the calculation; one that only passes another on is that other. */
function figureAt(walk: Walk, term: number): Figure {
  const known = walk.figures.get(term);
  if (known !== undefined) return known;
  const figure = figureOf(walk, term);
  walk.figures.set(term, figure);
  return figure;
}

function figureOf(walk: Walk, term: number): Figure {
  const node = nodeAt(walk.context, term);
  if (node.operation === 'input') {
    return { term, node, expression: undefined, parts: [], kind: kindOf(walk, node.path ?? '', node.label, term) };
  }
  const found: Figure[] = [];
  const expression = expressionOf(walk, term, found);
  const [only] = found;
  if ('part' in expression && only !== undefined) return passedOn(walk, only, node.label, term);
  const groups = sameButYear(found);
  const joined = joinedParts(expression, found, groups);
  const kind = kindOf(walk, JSON.stringify([joined, groups.map(([first]) => first?.kind)]), node.label, term);
  return { term, node, expression: joined, parts: groups, kind };
}

/** A line's cost that is one thing only is called by the line, not by the thing. */
function passedOn(walk: Walk, figure: Figure, label: Label | undefined, term: number): Figure {
  if (label === undefined || !lineKeys.has(label.key) || figure.node.operation === 'input') return figure;
  return { ...figure, node: { ...figure.node, label }, kind: kindOf(walk, `line ${figure.kind}`, label, term) };
}

/** Terms that name only the year, since the appendix prints them under the line's name. */
const lineKeys = new Set(['lineYear', 'feeYear']);

function kindOf(walk: Walk, made: string, label: Label | undefined, term: number): number {
  const name = `${label?.key} ${label?.name} ${label?.detail} ${valueAt(walk.context, term)} ${made}`;
  const kind = walk.kinds.get(name) ?? walk.kinds.size;
  walk.kinds.set(name, kind);
  return kind;
}

/** The right-hand side, down to the next named figures, which are added to `found`. */
function expressionOf(walk: Walk, term: number, found: Figure[]): Expression {
  const node = nodeAt(walk.context, term);
  const of = node.from.map((index) => operandOf(walk, index, found));
  return simplified(node.operation, of);
}

function operandOf(walk: Walk, term: number, found: Figure[]): Expression {
  const node = nodeAt(walk.context, term);
  if (isFixed(walk, term) || node.operation === 'stepUpTo') {
    return { constant: valueAt(walk.context, term), unit: node.unit };
  }
  if (node.label === undefined && node.operation !== 'input') return expressionOf(walk, term, found);
  return { part: found.push(figureAt(walk, term)) - 1 };
}

/** True of what rests on no figure of the author's: the subsidies of a scenario without any. */
function isFixed(walk: Walk, term: number): boolean {
  const known = walk.constants.get(term);
  if (known !== undefined) return known;
  const { operation, from } = nodeAt(walk.context, term);
  const fixed = operation === 'constant' || (operation !== 'input' && from.every((index) => isFixed(walk, index)));
  walk.constants.set(term, fixed);
  return fixed;
}

/** Without what changes nothing: + 0, − 0, × 1. */
function simplified(operation: Operation, of: readonly Expression[]): Expression {
  const is = (number: number) => (part: Expression) => 'constant' in part && part.constant === number;
  const idle = operation === 'sum' ? is(0) : operation === 'product' ? is(1) : undefined;
  const left = idle === undefined ? of : of.filter((part) => !idle(part));
  const [first, second] = left;
  const passes =
    operation === 'sum' || operation === 'product'
      ? left.length === 1
      : operation === 'difference' && second !== undefined && is(0)(second);
  if (first !== undefined && passes) return first;
  return { operation, of: left };
}

/** Parts that are the same but for their year, together. */
function sameButYear(found: readonly Figure[]): readonly (readonly Figure[])[] {
  const groups = new Map<number, Figure[]>();
  for (const figure of found) groups.set(figure.kind, [...(groups.get(figure.kind) ?? []), figure]);
  return [...groups.values()];
}

function joinedParts(
  expression: Expression,
  found: readonly Figure[],
  groups: readonly (readonly Figure[])[],
): Expression {
  if ('constant' in expression) return expression;
  if ('operation' in expression) {
    return { ...expression, of: expression.of.map((part) => joinedParts(part, found, groups)) };
  }
  const kind = found[expression.part]?.kind;
  return { part: groups.findIndex(([first]) => first?.kind === kind) };
}

/** Figures that differ in nothing but the year, as one. */
function shown(walk: Walk, figures: readonly Figure[]): Explanation {
  const { context } = walk;
  const [first] = figures;
  if (first === undefined) throw new Error('no figure to explain');
  const { term, node, expression } = first;
  const parts = first.parts.map((_, place) =>
    shown(walk, unique(figures.flatMap(({ parts: own }) => own[place] ?? []))),
  );
  const chain = chainOf(context, node.path);
  const row = walk.rows.get(node.path ?? '') ?? walk.rows.get((node.path ?? '').replace(/\.\d+$/, ''));
  return {
    name: nameOf(context, figures, row),
    value: valueAt(context, term),
    unit: node.unit,
    printed: valueText(context, term),
    ...(expression !== undefined && {
      equation: expressionText(context, expression, parts),
      expression,
    }),
    ...(chain !== undefined && { equation: chain }),
    ...(node.path !== undefined && { path: node.path }),
    ...(row !== undefined && { basis: row.basis }),
    parts,
  };
}

/** “373 kr. (2016) × 117,21 / 100,25”: an input that was brought from another year. */
function chainOf(context: ReportContext, path = ''): string | undefined {
  const { chains } = context.assessment.priced;
  const [base, place] = chains.has(path) ? [path, 0] : [path.replace(/\.\d+$/, ''), Number(path.split('.').at(-1))];
  const chain = chains.get(base);
  return chain === undefined ? undefined : chainTexts(context, chain)[place];
}

function unique(figures: readonly Figure[]): readonly Figure[] {
  return [...new Map(figures.map((figure) => [figure.term, figure])).values()];
}

function nameOf(context: ReportContext, figures: readonly Figure[], row: InputRow | undefined): string {
  const label = figures[0]?.node.label;
  if (label === undefined) return row?.what ?? '';
  const years = [...new Set(figures.flatMap(({ node }) => node.label?.year ?? []))].sort((one, other) => one - other);
  const name = labelText(context, label, years.length > 1 ? yearsText(context, years) : undefined);
  if (label.name === undefined || !lineKeys.has(label.key)) return name;
  return `${label.name}${name.startsWith('(') ? '' : ','} ${name}`;
}
