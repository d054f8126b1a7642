/** Why each single figure moved: not every change moves every figure. */
import { expect, test } from 'vitest';
import type { NoteChanges } from '../../src/changes/changes.types.ts';
import { figureReasons } from '../../src/changes/figure-reasons.ts';
import { noteChanges } from '../../src/changes/note-changes.ts';
import { recorded } from './recorded.ts';

const wage = ['2016: 373 kr.', '2016: 400 kr.'] as const;
const hours = ['hours: 5 timer', 'hours: 6 timer'] as const;

function reasonsOf(note: NoteChanges, name: string): unknown {
  const figure = [...note.figures, ...note.unseen].find((one) => one.name === name);
  if (figure === undefined) throw new Error(`“${name}” did not move`);
  const { causes, wording, isTogether, isProgram } = figureReasons(note, figure);
  return [
    ...causes.map(({ changes }) => changes.map((change) => change.name).join(' with ')),
    ...wording.map((change) => change.name),
    ...(isTogether ? ['together'] : []),
    ...(isProgram ? ['program'] : []),
  ];
}

test('a figure names the changes that move it, the largest effect on it first, and no others', async () => {
  const note = noteChanges(await recorded(), await recorded({ scenario: [hours], prices: [wage] }));
  const price = 'socialraadgiver-effektiv-time';
  // One hour more is 373 kr. of the headline, 27 kr. more an hour are 297 kr.
  expect(reasonsOf(note, 'perCompleted')).toEqual(['costs.forberedelse.hours', price]);
  // Training has hours of its own.
  expect(reasonsOf(note, 'training.uddannelse.each')).toEqual([price]);
});

test('a figure that came names the line that it came with', async () => {
  const assumed = 'assumption: Anslået efter samtaler med to kommuner.';
  const line = `costs:\n  tolkning: { name: Tolkning, category: drift, per: forløb, amount: 500 kr., ${assumed} }\n`;
  const note = noteChanges(await recorded(), await recorded({ scenario: [['costs:\n', line], hours] }));
  expect(reasonsOf(note, 'costs.tolkning.total')).toEqual(['costs.tolkning']);
  expect(reasonsOf(note, 'costs.forberedelse.total')).toEqual(['costs.forberedelse.hours']);
});

test('a figure that is the same and printed otherwise names what decides that', async () => {
  const rounding = [/rounding:\n(?: .*\n)+/, 'rounding:\n  - { from: 0, to: 1 }\n'] as const;
  const note = noteChanges(await recorded(), await recorded({ scenario: [rounding] }));
  expect(reasonsOf(note, 'total')).toEqual(['rounding']);
});

test('what another version computes otherwise is that version’s doing; results alone say nothing', async () => {
  const after = await recorded({ prices: [wage] });
  const values = new Map([...after.values].map(([name, value]) => [name, name === 'started' ? value + 1 : value]));
  const printed = { ...after.printed, started: '12' };
  const note = noteChanges(await recorded(), { ...after, values, printed, program: 'omkost 2.0.0' });
  expect(reasonsOf(note, 'started')).toEqual(['program']);
  const { edition: _, ...bare } = await recorded();
  const untold = noteChanges(bare, after);
  expect(reasonsOf(untold, 'total')).toEqual([]);
});
