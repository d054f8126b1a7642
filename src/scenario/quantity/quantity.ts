/** From a reader of text to a zod type: strings in, values out, and a JSON Schema that lets editors take bare numbers too. */
import { z } from 'zod';
import type { Reader, Reading } from './reading.ts';

export interface QuantityMeta {
  readonly description: string;
  readonly examples: readonly string[];
  /** What an editor's YAML server may see it as, where that is not text or a number. */
  readonly types?: readonly ('string' | 'number' | 'boolean')[];
}

/**
 * A type that reads text. A YAML file gives every scalar as text, but an editor's YAML server sees `2016` as a number:
 * hence two types in the JSON Schema, which stands on the input side, where the examples belong too.
 */
export function quantity<T>(name: string, reader: Reader<T>, meta: QuantityMeta) {
  const text = z.string().meta({ type: [...(meta.types ?? ['string', 'number'])], examples: [...meta.examples] });
  return text
    .transform((given, context): T => settle(reader(given), given, context))
    .meta({ title: name, description: meta.description });
}

/** A value, or an issue that carries the problem's own code and hint to `yaml/check-shape.ts`. */
export function settle<T>(reading: Reading<T>, input: unknown, context: z.core.$RefinementCtx): T {
  if (reading.ok) return reading.value;
  const { code, message, hint } = reading;
  context.issues.push({ code: 'custom', message, params: { code, hint }, input });
  return z.NEVER;
}
