/** Laws of causes: effects and joint effect add up to the change, whatever changed; a comparison with itself is empty. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteChanges } from '../../src/changes/note-changes.ts';
import { recorded } from '../changes/recorded.ts';

const variant = fc.record({
  wage: fc.integer({ min: 1, max: 4000 }),
  hours: fc.integer({ min: 0, max: 40 }),
  people: fc.integer({ min: 1, max: 9 }),
  training: fc.integer({ min: 1, max: 300 }),
  years: fc.integer({ min: 1, max: 9 }),
});

type Variation = typeof variant extends fc.Arbitrary<infer T> ? T : never;

async function noteOf({ wage, hours, people, training, years }: Variation) {
  return recorded({
    scenario: [
      ['hours: 5 timer', `hours: ${hours} timer `],
      ['medarbejder: 2', `medarbejder: ${people} `],
      ['hours: 30 timer', `hours: ${training} timer `],
      ['value: 3 år', `value: ${years} år `],
    ],
    prices: [['2016: 373 kr.', `2016: ${wage} kr. `]],
  });
}

test('effects alone and together add up to what a figure moved', async () => {
  await fc.assert(
    fc.asyncProperty(variant, variant, async (one, other) => {
      const [before, after] = [await noteOf(one), await noteOf(other)];
      const changes = noteChanges(before, after);
      expect(changes.explained).toBe('computed');
      for (const [name, value] of after.values) {
        const old = before.values.get(name);
        if (old === undefined || name.startsWith('sensitivity.')) continue;
        const told = changes.causes.reduce((sum, { effects }) => sum + (effects[name] ?? 0), changes.joint[name] ?? 0);
        expect(Math.abs(told - (value - old))).toBeLessThan(1e-6 * Math.max(1, Math.abs(value), Math.abs(old)));
      }
      // With one change there is nothing it could act together with.
      if (changes.causes.length === 1) expect(changes.joint).toEqual({});
      expect(noteChanges(after, after).status).toBe('same');
    }),
    { numRuns: 12 },
  );
}, 60_000);
