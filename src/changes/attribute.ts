/**
 * Why figures changed, by recomputation: each changed input alone is put into the old inputs, and what the figures then differ by is
 * what that change makes. What is left over comes of several changes together.
 */
import { type Problem, UserError } from '../problem/problem.ts';
import { type Edition, type FigureValues, figuresOfEdition, type WrittenEdition, writtenEdition } from './edition.ts';
import { editionChanges, type InputChange, type Swap, withCommonGround } from './input-changes.ts';

/** By figure name [in the figure's unit]; figures that do not move are left out. */
export type Effects = Readonly<Record<string, number>>;

/** One changed input, or several that can only be changed together; `effects` is what they make alone. */
export interface Cause {
  readonly changes: readonly InputChange[];
  readonly effects: Effects;
}

export interface Attribution {
  readonly before: FigureValues;
  readonly after: FigureValues;
  readonly causes: readonly Cause[];
  /** The remainder: effects of the changes on each other. Effects and joint effect add up to the change of a figure. */
  readonly joint: Effects;
  /** What differs in the scenario and decides only what is said. */
  readonly wording: readonly InputChange[];
}

/** Or why this program cannot compute one of the editions: it was written for another version, or by another hand. */
export function attribute(one: Edition, other: Edition): Attribution | readonly Problem[] {
  const before = orProblems(writtenEdition, one);
  const after = orProblems(writtenEdition, other);
  if (isProblems(before)) return before;
  if (isProblems(after)) return after;
  const [old, now] = [figuresOfEdition(before), figuresOfEdition(after)];
  if (isProblems(old)) return old;
  if (isProblems(now)) return now;
  const { swaps, wording } = editionChanges(before, after);
  const causes = causesOf(withCommonGround(before, after), swaps, old);
  return { before: old, after: now, causes, joint: jointOf(old, now, causes), wording };
}

export function orProblems<T>(read: (edition: Edition) => T, edition: Edition): T | readonly Problem[] {
  try {
    return read(edition);
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

export function isProblems<T>(found: T | readonly Problem[]): found is readonly Problem[] {
  return Array.isArray(found);
}

function causesOf(base: WrittenEdition, swaps: readonly Swap[], old: FigureValues): readonly Cause[] {
  const alone = swaps.map((swap) => ({ swap, effects: effectsOf(base, [swap], old) }));
  const stuck = alone.filter(({ effects }) => effects === undefined).map(({ swap }) => swap);
  const company = companyOf(base, stuck, swaps, old);
  const single = alone.flatMap(({ swap, effects }): Cause[] =>
    effects === undefined || company?.swaps.includes(swap) ? [] : [{ changes: [swap.change], effects }],
  );
  if (company === undefined) return single;
  return [...single, { changes: company.swaps.map(({ change }) => change), effects: company.effects }];
}

interface Company {
  readonly swaps: readonly Swap[];
  readonly effects: Effects;
}

/**
 * Changes that no edition holds alone (a line of a new role, a price year without its price) are made together: by themselves, with what
 * came and went, or with all. That all together can be computed is known, since the new edition can.
 */
function companyOf(
  base: WrittenEdition,
  stuck: readonly Swap[],
  all: readonly Swap[],
  old: FigureValues,
): Company | undefined {
  if (stuck.length === 0) return undefined;
  const cameOrWent = ({ change }: Swap) => change.before === null || change.after === null;
  const wider = all.filter((swap) => stuck.includes(swap) || cameOrWent(swap));
  for (const swaps of [stuck, wider, all]) {
    const effects = effectsOf(base, swaps, old);
    if (effects !== undefined) return { swaps, effects };
  }
  return { swaps: stuck, effects: {} };
}

function effectsOf(base: WrittenEdition, swaps: readonly Swap[], old: FigureValues): Effects | undefined {
  const figures = figuresOfEdition(swaps.reduce((edition, swap) => swap.apply(edition), base));
  if (isProblems(figures)) return undefined;
  return differences([...old].map(([name, value]) => [name, value, figures.get(name)]));
}

function jointOf(old: FigureValues, now: FigureValues, causes: readonly Cause[]): Effects {
  return differences(
    [...old].map(([name, value]) => {
      const explained = causes.reduce((sum, { effects }) => sum + (effects[name] ?? 0), value);
      return [name, explained, now.get(name)];
    }),
  );
}

function differences(figures: readonly (readonly [name: string, from: number, to: number | undefined])[]): Effects {
  return Object.fromEntries(
    figures.flatMap(([name, from, to]): [string, number][] =>
      to === undefined || isSame(from, to) ? [] : [[name, to - from]],
    ),
  );
}

/** Binary dust is no change: sums in another order differ in the last digits. */
export function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
}
