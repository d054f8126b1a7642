/** The rows of all price tables in one form, whatever they are of: what a price keeper looks down. */
import type { Reference } from '../scenario/schema/provenance.ts';
import type { ListedRow, PriceList } from './parse.ts';

export interface TableRow {
  readonly section: keyof PriceList;
  readonly name: string;
  /** As it is printed in notes. */
  readonly label: string;
  readonly unit: string;
  readonly concept?: string | undefined;
  /** The years that have a value, in order; the one it holds for, of a norm or an overhead. */
  readonly years: readonly number[];
  /** The value of the last year; of a norm the hours that are left, of discount rates the first rate in force now. */
  readonly latest: number;
  readonly index?: string | undefined;
  readonly source?: Reference | undefined;
  readonly assumption?: string | undefined;
  readonly table: string;
}

/** In the order of the tables, section by section. */
export function rowsOfList(list: PriceList): readonly TableRow[] {
  const at = (section: keyof PriceList, name: string, { place }: ListedRow) => ({
    section,
    name,
    table: place.source.path,
  });
  return [
    ...[...list.prices].map(([name, listed]): TableRow => {
      const { name: label, unit, concept, index, source, assumption, values } = listed.price;
      return { ...at('prices', name, listed), label, unit, concept, index, source, assumption, ...dated(values) };
    }),
    ...[...list.indexes].map(([name, listed]): TableRow => {
      const { name: label, base, source, assumption, values } = listed.series;
      return { ...at('indexes', name, listed), label, unit: base, source, assumption, ...dated(values) };
    }),
    ...[...list.hoursNorms].map(([name, listed]): TableRow => {
      const { name: label, year, gross, deductions, source, assumption } = listed.norm;
      const off = Object.values(deductions ?? {}).reduce((sum, { value }) => sum + value, 0);
      const hours = { latest: gross.value - off, years: year === undefined ? [] : [year] };
      return { ...at('hoursNorms', name, listed), label, unit: 'timer/år', source, assumption, ...hours };
    }),
    ...[...list.overheadRates].map(([name, listed]): TableRow => {
      const { name: label, year, rate, source, assumption } = listed.overhead;
      const rates = { latest: rate * 100, years: year === undefined ? [] : [year] };
      return { ...at('overheadRates', name, listed), label, unit: 'pct.', source, assumption, ...rates };
    }),
    ...[...list.discountRates].map(([name, listed]): TableRow => {
      const { name: label, schedules } = listed.rates;
      const last = schedules.at(-1);
      const years = schedules.flatMap(({ from }) => (from === undefined ? [] : [Number(from.iso.slice(0, 4))]));
      const latest = (last?.steps[0]?.rate ?? Number.NaN) * 100;
      return { ...at('discountRates', name, listed), label, unit: 'pct.', source: last?.source, years, latest };
    }),
  ];
}

function dated(values: Readonly<Record<string, number>>): Pick<TableRow, 'years' | 'latest'> {
  const years = Object.keys(values)
    .map(Number)
    .sort((one, other) => one - other);
  return { years, latest: values[String(years.at(-1))] ?? Number.NaN };
}
