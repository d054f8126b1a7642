/** A cost line: what it costs in each year, who pays, and what it was made of. */
import type { CostCategory, Payer } from '../scenario/schema/words.ts';
import type { Hours, Kroner } from '../units.ts';
import type { ByYear } from './inputs.ts';

/** Start-up (opstart) = preparation, first training and equipment; operation (drift) = the rest. */
export type Phase = 'startUp' | 'operation';

export type PayerShares = Partial<Record<Payer, number>>;

export interface CostLine {
  /** Where it stands in the scenario: `costs.meetings`. Training has one line for hours and one for fees. */
  readonly path: string;
  readonly part: 'hours' | 'amount' | 'fee' | 'purchase';
  readonly name: string;
  readonly category: CostCategory;
  readonly phase: Phase;
  /** True where the cost is pay. */
  readonly isStaff: boolean;
  /** Why the line is not counted; it is shown only. */
  readonly memo?: string | undefined;
  readonly payers: PayerShares;
  /** Times it falls in each year. */
  readonly times: ByYear<'count'>;
  /** Kroner each time, at the prices of year 1; hours of all people each time. */
  readonly each?: Kroner | undefined;
  readonly hoursEach?: Hours | undefined;
  /** Kroner in each year of the horizon, in the price level of the note; present values where the note discounts. */
  readonly byYear: ByYear<'kr'>;
  /** The same before discounting, where the note discounts. */
  readonly undiscounted?: ByYear<'kr'>;
}

export const allByMunicipality: PayerShares = { kommune: 1 };
