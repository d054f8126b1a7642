/** What a reader takes and what it refuses, as a table of texts. */
import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../src/problem/problem.ts';
import type { Reader } from '../../../src/scenario/quantity/reading.ts';

export interface ReaderTable {
  readonly reader: Reader<unknown>;
  readonly good: readonly (readonly [text: string, value: unknown])[];
  readonly bad: readonly (readonly [text: string, code: ProblemCode, hint?: string])[];
}

export function testReaders(tables: Readonly<Record<string, ReaderTable>>): void {
  describe.each(Object.entries(tables))('%s', (_name, { reader, good, bad }) => {
    it.each(good.map(([text, value]) => ({ text, value })))('reads “$text”', ({ text, value }) => {
      expect(reader(text)).toEqual({ ok: true, value });
    });

    it.each(bad.map(([text, code, hint]) => ({ text, code, hint })))(
      'refuses “$text”: $code',
      ({ text, code, hint }) => {
        const reading = reader(text);
        expect(reading).toMatchObject({ ok: false, code, ...(hint === undefined ? {} : { hint }) });
        expect(reading.ok ? '' : reading.message).toMatch(/“.*”|missing/);
      },
    );
  });
}
