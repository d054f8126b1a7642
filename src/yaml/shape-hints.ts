/** The next step after a value of the wrong kind or size, or a name that cannot be one. */
import { z } from 'zod';
import { core, defOf, examplesOf, expectedWords, metaOf, requiredKeys, type Schema } from './schema-kind.ts';
import { allowedKeys } from './schema-walk.ts';
import type { Spot } from './spot.ts';

/** What to write where a value of another kind stands. */
export function expectedHint({ schema }: Spot): string | undefined {
  if (schema === undefined) return undefined;
  const { description } = metaOf(schema);
  const [example] = examplesOf(schema);
  const what = description === undefined ? '' : ` – ${description}`;
  if (example !== undefined) return `write ${expectedWords(schema)}, as in “${example}”${what}`;
  const required = requiredKeys(schema);
  if (required.length > 0) {
    const sketch = required.map((key) => `${key}: …`).join(', ');
    return `write its keys below it, indented, or in braces: { ${sketch} }${what}`;
  }
  const keys = allowedKeys(schema, {});
  if (keys.length > 0) return `its keys are ${keys.slice(0, 12).join(', ')}${what}`;
  const type = defOf(core(schema)).type;
  if (type === 'record') return `give each a name of its own and a colon, and its keys indented below${what}`;
  return `write ${expectedWords(schema)}${what}`;
}

type SizeIssue = Extract<z.core.$ZodIssue, { code: 'too_small' | 'too_big' }>;

/** How far a text or a list is from its limit, where the schema does not say it in its own words. */
export function sizeHint(issue: SizeIssue, value: unknown): string {
  if (!/^Too (?:small|big)/.test(issue.message)) return issue.message;
  const counted = Array.isArray(value) ? 'entries' : 'characters';
  const length = typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
  const has = length === undefined ? '' : `, and it has ${length}`;
  return issue.code === 'too_small'
    ? `it needs at least ${issue.minimum} ${counted}${has}`
    : `it can have at most ${issue.maximum} ${counted}${has}`;
}

/** Why a name is refused, and the nearest name that would do. */
export function nameHint(cause: string, name: string, record: Schema | undefined): string {
  const nearby = name
    .trim()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^[-\p{N}]+|-+$/gu, '');
  const def = record === undefined ? undefined : defOf(core(record));
  const fits = def?.type === 'record' && nearby !== '' && nearby !== name && takes(def.keyType, nearby);
  return fits ? `${cause}: write ${nearby}` : cause;
}

function takes(schema: Schema, value: string): boolean {
  return z.core.safeParse(schema, value).success;
}
