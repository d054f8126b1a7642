/** A figure of the author's with its unit and its provenance: bare (`92 pct.`) or as a map with `value` and source. */
import { z } from 'zod';
import type { DurationUnit, Unit } from '../../units.ts';
import { year } from '../quantity/quantities.ts';
import type { Duration } from '../quantity/read-amount.ts';
import { idSchema, type Provenance, provenanceKeys } from './provenance.ts';

/** One or more numbers in one unit. A vector has a value a year (or a year of age), its last value repeating. */
export interface Quantity extends Provenance {
  readonly kind: 'quantity';
  readonly unit: Unit;
  readonly values: readonly number[];
  /** Of a duration, whose values are years: what its author wrote it in. */
  readonly writtenIn?: DurationUnit;
  /** Of an amount of money: the year of its prices, where it is not the note's. */
  readonly priceYear?: number;
  /** The index series that brings it to other prices. */
  readonly index?: string;
}

export function isQuantity(value: unknown): value is Quantity {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'quantity';
}

interface Annotated<V> extends Provenance {
  readonly value: V;
  readonly priceYear?: number | undefined;
  readonly index?: string | undefined;
}

const priceLevelKeys = {
  priceYear: year.optional().meta({
    description: 'of an amount: the year of its prices, where it is not the price year of the note',
  }),
  index: idSchema.optional().meta({
    description: 'of an amount: the index series from the price tables that brings it to the price year of the note',
    examples: ['forbrugerpriser'],
  }),
};

/** What may stand beside a value: its provenance, and of money which prices it is in. */
function besideValue(unit: Unit): typeof provenanceKeys & Partial<typeof priceLevelKeys> {
  return unit === 'kr' || unit === 'krPerHour' ? { ...priceLevelKeys, ...provenanceKeys } : provenanceKeys;
}

function quantity(unit: Unit, given: number | readonly number[] | Annotated<number | readonly number[]>): Quantity {
  const annotated = typeof given === 'object' && 'value' in given ? given : { value: given };
  const values = typeof annotated.value === 'number' ? [annotated.value] : annotated.value;
  const { source, assumption, priceYear, index } = annotated as Annotated<unknown>;
  return {
    kind: 'quantity',
    unit,
    values,
    ...(source && { source }),
    ...(assumption && { assumption }),
    ...(priceYear !== undefined && { priceYear }),
    ...(index !== undefined && { index }),
  };
}

/** One number: `92 pct.` or `{ value: 92 pct., source: kl-2016 }`. */
export function single<S extends z.ZodType<number>>(reader: S, unit: Unit, description: string) {
  return z
    .union([reader, z.strictObject({ value: reader, ...besideValue(unit) })])
    .transform((given) => quantity(unit, given as number | Annotated<number>))
    .meta({ ...titleOf(reader), description });
}

/** A duration: `13 uger` or `{ value: 13 uger, source: kl-2016 }`; its value in years, with what it was written in. */
export function span<S extends z.ZodType<Duration>>(reader: S, description: string) {
  return z
    .union([reader, z.strictObject({ value: reader, ...provenanceKeys })])
    .transform((given): Quantity => {
      const annotated = 'value' in given ? (given as Annotated<Duration>) : { value: given as Duration };
      const { years, writtenIn } = annotated.value;
      return { ...quantity('years', { ...annotated, value: years }), writtenIn };
    })
    .meta({ ...titleOf(reader), description });
}

/** One number or one a year: `4`, `[4, 8]`, `{ value: [4, 8], source: … }`. The last value repeats. */
export function vector<S extends z.ZodType<number>>(reader: S, unit: Unit, description: string) {
  const list = z.array(reader).min(1);
  return z
    .union([
      reader,
      list,
      z.strictObject({
        value: z.union([reader, list]).meta({ ...titleOf(reader), description }),
        ...besideValue(unit),
      }),
    ])
    .transform((given) => quantity(unit, given as number | readonly number[] | Annotated<number | readonly number[]>))
    .meta({
      ...titleOf(reader),
      description: `${description}. One value, or a list with one value a year (the last value repeats)`,
    });
}

/** What messages call the figure: “a number of hours”. */
function titleOf(reader: z.ZodType): { readonly title?: string } {
  const title = reader.meta()?.title;
  return title === undefined ? {} : { title };
}
