/** What rows of all price tables are made of. */
import { z } from 'zod';

export const line = z.string().min(1);

/** A map from years to values, with at least one. */
export function valuesByYear<S extends z.ZodType>(value: S, hint: string) {
  return z
    .record(z.string().regex(/^(?:199\d|20\d\d|2100)$/, { error: 'a year with four digits, from 1990 to 2100' }), value)
    .refine((values) => Object.keys(values).length > 0, { error: hint });
}
