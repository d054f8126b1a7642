/** Two price lists → what is another in the second: what an update would change, or what changed between two builds. */
import type { ListedRow, PriceList } from '../parse.ts';
import { seriesIn } from './series-state.ts';

/** A value of one year; undefined where a list does not have it. */
export interface ChangedValue {
  readonly year: number;
  readonly old: number | undefined;
  readonly new: number | undefined;
}

export interface ChangedEntry {
  /** Which section of the tables. */
  readonly section: keyof PriceList;
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** The values that differ, oldest first; of an entry without yearly values none. */
  readonly values: readonly ChangedValue[];
  /** True where something besides the values differs as well: the source, the unit, what is included. */
  readonly otherwise: boolean;
}

/** All entries that differ, by section and name. An entry that was only moved to another place or table is the same. */
export function changedEntries(before: PriceList, after: PriceList): readonly ChangedEntry[] {
  const sections = Object.keys(after).filter((key): key is keyof PriceList => Object.hasOwn(after, key));
  return sections.flatMap((section) => {
    const [old, now]: ReadonlyMap<string, ListedRow>[] = [before[section], after[section]];
    const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].sort();
    return names.flatMap((name) => changedEntry(section, name, before, after) ?? []);
  });
}

function changedEntry(
  section: keyof PriceList,
  name: string,
  before: PriceList,
  after: PriceList,
): ChangedEntry | undefined {
  const old = rowIn(before, section, name);
  const now = rowIn(after, section, name);
  const kind = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
  const values = changedValues(valuesIn(before, section, name), valuesIn(after, section, name));
  const otherwise = kind === 'changed' && withoutValues(old?.written) !== withoutValues(now?.written);
  return kind === 'changed' && values.length === 0 && !otherwise
    ? undefined
    : { section, name, kind, values, otherwise };
}

function rowIn(list: PriceList, section: keyof PriceList, name: string): ListedRow | undefined {
  const rows: ReadonlyMap<string, ListedRow> = list[section];
  return rows.get(name);
}

function valuesIn(list: PriceList, section: keyof PriceList, name: string): Readonly<Record<string, number>> {
  return section === 'prices' || section === 'indexes' ? (seriesIn(list, section, name)?.values ?? {}) : {};
}

function changedValues(
  old: Readonly<Record<string, number>>,
  now: Readonly<Record<string, number>>,
): readonly ChangedValue[] {
  const years = [...new Set([...Object.keys(old), ...Object.keys(now)])].map(Number).sort((one, other) => one - other);
  return years
    .map((year) => ({ year, old: old[String(year)], new: now[String(year)] }))
    .filter((value) => value.old !== value.new);
}

/** Of an entry with yearly values the rest; the whole of another. */
function withoutValues(written: unknown): string {
  if (typeof written !== 'object' || written === null) return JSON.stringify(written);
  return JSON.stringify(Object.entries(written).filter(([key]) => key !== 'values'));
}
