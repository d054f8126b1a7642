/** The results inside a PDF against those computed again: every number of the file, and every printed string. */
import type { Results } from '../report/results.ts';
import type { Difference } from './verification.types.ts';

type Found = Omit<Difference, 'because'>;

/** Other processors differ in the last digits of a power: that is no other figure. */
const closeEnough = 1e-9;

/** Printed figures by name. A figure that a later program prints besides is no difference. */
export function comparePrinted(embedded: unknown, recomputed: Results['printed']): readonly Found[] {
  const printed = isRecord(embedded) && isRecord(embedded.printed) ? embedded.printed : {};
  return [...new Set([...Object.keys(printed), ...Object.keys(recomputed)])].flatMap((figure): Found[] => {
    const [one, other] = [printed[figure], recomputed[figure]];
    if (one === other) return [];
    return [{ figure, where: 'results', printed: shown(one), recomputed: shown(other) }];
  });
}

/** Numbers and names of the results file beside `printed`, by their place. */
export function compareResults(embedded: unknown, recomputed: Results): readonly Found[] {
  if (!isRecord(embedded)) return [{ figure: '(all)', where: 'results', printed: '', recomputed: 'a results file' }];
  const { printed: _, ...before } = embedded;
  const { printed: __, ...after } = recomputed;
  const found: Found[] = [];
  // Through JSON, as the file was: a key without a value is no key.
  walk(before, JSON.parse(JSON.stringify(after)), [], found);
  return found;
}

function walk(one: unknown, other: unknown, path: readonly string[], found: Found[]): void {
  if (isRecord(one) && isRecord(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    for (const key of keys) walk(own(one, key), own(other, key), [...path, key], found);
  } else if (!isSame(one, other)) {
    found.push({ figure: path.join('.'), where: 'results', printed: shown(one), recomputed: shown(other) });
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  return Math.abs(one - other) <= closeEnough * Math.max(Math.abs(one), Math.abs(other));
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
