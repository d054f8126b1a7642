/** A choice between Danish words that become the code's own terms. */
import { z } from 'zod';

/** One of the keys of `words`; the value is what the code calls it. */
export function choice<const W extends Readonly<Record<string, string>>>(words: W, description: string) {
  const keys = Object.keys(words) as [keyof W & string, ...(keyof W & string)[]];
  return z
    .enum(keys)
    .transform((word): W[keyof W] => words[word])
    .meta({ description: `${description}: ${keys.map((key) => `“${key}”`).join(', ')}` });
}
