/** Values as they are written in YAML: what differs between two of them, and one of them with another value at a place. */

export type Written = Readonly<Record<string, unknown>>;

/** A place where two written values differ. Absent where one of them has nothing there. */
export interface WrittenChange {
  readonly path: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
}

export function isRecord(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The smallest parts that differ; what one of them lacks is one change, whatever is in it. The order of keys does not count. */
export function writtenChanges(before: unknown, after: unknown, path: readonly string[] = []): WrittenChange[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) => writtenChanges(own(before, key), own(after, key), [...path, key]));
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((value, place) => writtenChanges(value, after[place], [...path, String(place)]));
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}

/** With `value` at `path`; without anything there where it is undefined. */
export function withWritten(whole: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((inner, place) => (String(place) === key ? withWritten(inner, rest, value) : inner));
  const record = isRecord(whole) ? whole : {};
  const inner = withWritten(own(record, key), rest, value);
  if (inner !== undefined) return { ...record, [key]: inner };
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

/** Longer values are cut: a line of a table is to be read. */
const longest = 80;

/** A value in a line of text: `25 timer`; of a block with `value`, that. */
export function writtenText(value: unknown): string {
  const text = isRecord(value) && typeof value.value === 'string' ? value.value : plainText(value);
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

function plainText(value: unknown): string {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return value.map(plainText).join(', ');
  if (!isRecord(value)) return '';
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${plainText(inner)}`)
    .join(', ')} }`;
}

function own(record: Written, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
