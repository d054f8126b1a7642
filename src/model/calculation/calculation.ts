/**
 * The calculation as data: every figure is a node that knows its operation and what it was made of. The same nodes give
 * the result, the explanation (“11 timer × 373 kr.”), the sensitivity analyses and the draws, so these cannot disagree.
 */
import type { Unit } from '../../units.ts';

export const operations = [
  'input',
  'constant',
  'sum',
  'product',
  'difference',
  'quotient',
  'power',
  'notBelowZero',
  'stepUpTo',
  'annuity',
  'remainingAnnuity',
] as const;

export type Operation = (typeof operations)[number];

/** What a node is, for its explanation: a key of the language's words, and the names and numbers that go into it. */
export interface Label {
  readonly key: string;
  readonly name?: string;
  readonly detail?: string;
  readonly year?: number;
}

export interface Node {
  readonly operation: Operation;
  readonly unit: Unit;
  /** Places of the nodes it is made of, all lower than its own. */
  readonly from: readonly number[];
  /** Of an input or constant; others are computed. */
  readonly value: number;
  readonly label?: Label;
  /** Of an input: its path in the scenario, `costs.meetings.hours`; vectors add the index, `teams.pn.coursesPerTeam.0`. */
  readonly path?: string;
}

export interface Calculation {
  readonly nodes: readonly Node[];
  readonly inputs: ReadonlyMap<string, number>;
}
