/** What an update does to a series: years it adds, old values it would revise, and what about it is surprising. */
import { type Problem, UserError } from '../../problem/problem.ts';
import type { Place } from '../../problem/source.ts';
import type { SeriesUpdate } from './series-update.ts';

/** A series as its table has it now. */
export interface SeriesState {
  /** As it is printed. */
  readonly label: string;
  /** “index” where it is one, else the price's unit. */
  readonly unit: string;
  readonly values: Readonly<Record<string, number>>;
  /** What an index is relative to: “2015 = 100”. */
  readonly base?: string | undefined;
  readonly place: Place;
}

export interface ValueChange {
  readonly year: number;
  /** What stands there now; undefined for a new year. */
  readonly old: number | undefined;
  readonly new: number;
  /** Against what stands there now, or for a new year against the year before; a share, undefined where there is neither. */
  readonly change: number | undefined;
}

export interface SeriesPlan {
  readonly update: SeriesUpdate;
  readonly series: SeriesState;
  /** Years that the table does not have. */
  readonly added: readonly ValueChange[];
  /** Years whose value in the source is another than the table's. */
  readonly revised: readonly ValueChange[];
  readonly warnings: readonly Problem[];
}

/** A larger change from one year to the next, or of an old value, is told as surprising. */
const surprising = 0.25;

/** Of an index's base year: its value is the base to the last decimal that is published. */
const baseTolerance = 0.06;

/** More than rounding or a correction moves a whole series. */
const wholeSeriesMoves = 0.01;

/**
 * Compares a series with what a source says of it now. Years before the table's first are left out, unless the keeper names them: a table
 * starts where its keeper starts it. A table may have more decimals than the source. Throws UserError `base-changed` where the source has another base year, since its values cannot stand beside the old ones.
 */
export function planUpdate(series: SeriesState, update: SeriesUpdate): SeriesPlan {
  refuseOtherBase(series, update);
  const firstYear = update.isWhole === true ? 0 : Math.min(...Object.keys(series.values).map(Number));
  const decimals = Math.max(0, ...[...update.values.values()].map(decimalsOf));
  const changes = [...update.values]
    .filter(([year, value]) => year >= firstYear && !isSame(series.values[String(year)], value, decimals))
    .sort(([one], [other]) => one - other)
    .map(([year, value]) => changeOf(year, value, series, update));
  const added = changes.filter(({ old }) => old === undefined);
  const revised = changes.filter(({ old }) => old !== undefined);
  return { update, series, added, revised, warnings: changes.flatMap((change) => surprises(change, series, update)) };
}

/** 100,25 in the table and 100,3 in a source that gives one decimal are the same figure, not a revision. */
function isSame(old: number | undefined, now: number, decimals: number): boolean {
  if (old === undefined || old === now) return old === now;
  const dust = 1e-9;
  return decimalsOf(old) > decimals && Math.abs(old - now) <= 0.5 * 10 ** -decimals + dust;
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

function changeOf(year: number, value: number, { values }: SeriesState, update: SeriesUpdate): ValueChange {
  const old = values[String(year)];
  const compared = old ?? values[String(year - 1)] ?? update.values.get(year - 1);
  return { year, old, new: value, change: compared === undefined ? undefined : value / compared - 1 };
}

function surprises({ year, old, change }: ValueChange, { place }: SeriesState, { name }: SeriesUpdate): Problem[] {
  if (change === undefined || Math.abs(change) <= surprising) return [];
  const against = old === undefined ? 'from the year before' : 'from what the table has';
  const message = `“${name}” moves by more than a quarter in ${year}, ${against}`;
  const hint = 'look the figure up before you take it: another unit or another series looks like this';
  return [{ severity: 'warning', code: 'value-surprising', message, place, hint }];
}

function refuseOtherBase(series: SeriesState, update: SeriesUpdate): void {
  if (update.kind !== 'indexes') return;
  const { base, values, place } = series;
  const said = yearOf(update.base);
  const own = yearOf(base);
  const refuse = (why: string): UserError => {
    const message = `“${update.name}” has ${base ?? 'one base'} in the table, but ${why}`;
    const hint =
      'values of two bases cannot stand in one series: start a new series with the new base and leave this one as it is';
    return new UserError([{ severity: 'error', code: 'base-changed', message, place, hint }]);
  };
  if (said !== undefined && own !== undefined && said !== own) throw refuse(`${update.base} in the source`);
  const atBase = own === undefined ? undefined : update.values.get(Number(own));
  const mine = own === undefined ? undefined : values[own];
  if (atBase !== undefined && mine !== undefined && Math.abs(atBase - mine) > baseTolerance)
    throw refuse(`the source has ${atBase} for ${own}`);
  const shared = [...update.values].filter(([year]) => values[String(year)] !== undefined);
  const moved = shared.filter(
    ([year, value]) => Math.abs(value / (values[String(year)] ?? value) - 1) > wholeSeriesMoves,
  );
  if (shared.length >= 2 && moved.length === shared.length) {
    const [[year, value] = [0, 0]] = moved;
    throw refuse(`every year is another in the source (${year}: ${values[String(year)]} here, ${value} there)`);
  }
}

/** “2015 = 100” → “2015” */
function yearOf(base: string | undefined): string | undefined {
  return base === undefined ? undefined : /\b\d{4}\b/.exec(base)?.[0];
}
