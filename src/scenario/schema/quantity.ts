/** A figure of the author's with its unit and its provenance: bare (`92 pct.`) or as a map with `value` and source. */
import { z } from 'zod';
import type { Unit } from '../../units.ts';
import { type Provenance, provenanceKeys } from './provenance.ts';

/** One or more numbers in one unit. A vector has a value a year (or a year of age), its last value repeating. */
export interface Quantity extends Provenance {
  readonly kind: 'quantity';
  readonly unit: Unit;
  readonly values: readonly number[];
}

export function isQuantity(value: unknown): value is Quantity {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'quantity';
}

interface Annotated<V> extends Provenance {
  readonly value: V;
}

function quantity(unit: Unit, given: number | readonly number[] | Annotated<number | readonly number[]>): Quantity {
  const annotated = typeof given === 'object' && 'value' in given ? given : { value: given };
  const values = typeof annotated.value === 'number' ? [annotated.value] : annotated.value;
  const { source, assumption } = annotated as Provenance;
  return { kind: 'quantity', unit, values, ...(source && { source }), ...(assumption && { assumption }) };
}

/** One number: `92 pct.` or `{ value: 92 pct., source: kl-2016 }`. */
export function single<S extends z.ZodType<number>>(reader: S, unit: Unit, description: string) {
  return z
    .union([reader, z.strictObject({ value: reader, ...provenanceKeys })])
    .transform((given) => quantity(unit, given as number | Annotated<number>))
    .meta({ ...titleOf(reader), description });
}

/** One number or one a year: `4`, `[4, 8]`, `{ value: [4, 8], source: … }`. The last value repeats. */
export function vector<S extends z.ZodType<number>>(reader: S, unit: Unit, description: string) {
  const list = z.array(reader).min(1);
  return z
    .union([
      reader,
      list,
      z.strictObject({ value: z.union([reader, list]).meta({ ...titleOf(reader), description }), ...provenanceKeys }),
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
