/** What changed between two editions of a note, and why: effects by recomputation, one input at a time. */
import { expect, test } from 'vitest';
import type { NoteChanges, RecordedNote } from '../../src/changes/changes.types.ts';
import { noteChanges } from '../../src/changes/note-changes.ts';
import { recorded } from './recorded.ts';

const wage = ['2016: 373 kr.', '2016: 400 kr.'] as const;
const hours = ['hours: 5 timer', 'hours: 6 timer'] as const;

function causesOf({ causes }: NoteChanges): unknown[] {
  return causes.map(({ changes, effects }) => [
    changes.map(({ kind, name, year }) => [kind, name, ...(year === undefined ? [] : [year])].join(' ')),
    Math.round(effects.perCompleted ?? 0),
  ]);
}

test('a note against itself: nothing', async () => {
  const note = await recorded();
  const changes = noteChanges(note, note);
  expect(changes.status).toBe('same');
  expect([changes.figures, changes.unseen, changes.causes, changes.parts, changes.wording]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ]);
});

test('a wage and hours: what each makes alone, and what they make together', async () => {
  const changes = noteChanges(await recorded(), await recorded({ scenario: [hours], prices: [wage] }));
  // 11 hours at 373 kr. = 4,103 kr.; 12 hours at 400 kr. = 4,800 kr.
  expect(changes.figures[0]).toMatchObject({ name: 'perCompleted', before: 'ca. 4.100 kr.', after: 'ca. 4.800 kr.' });
  expect(causesOf(changes)).toEqual([
    // one hour at the old wage
    [['scenario costs.forberedelse.hours'], 373],
    // 27 kr. more for each of the old 11 hours
    [['price socialraadgiver-effektiv-time 2016'], 297],
  ]);
  // 27 kr. for the one hour more
  expect(changes.joint.perCompleted).toBeCloseTo(27, 9);
  expect(changes.causes[0]?.changes[0]).toMatchObject({ before: '5 timer', after: '6 timer' });
  expect(changes.causes[1]?.changes[0]).toMatchObject({ before: '373 kr.', after: '400 kr.' });
});

test('the reversed comparison is the mirror', async () => {
  const [one, other] = [await recorded(), await recorded({ scenario: [hours], prices: [wage] })];
  const [forth, back] = [noteChanges(one, other), noteChanges(other, one)];
  const mirrored = back.figures.map(({ name, before, after, valueBefore, valueAfter }) => ({
    name,
    before: after,
    after: before,
    ...(valueAfter !== undefined && { valueBefore: valueAfter }),
    ...(valueBefore !== undefined && { valueAfter: valueBefore }),
  }));
  expect(mirrored).toEqual(forth.figures);
  const inputs = ({ causes }: NoteChanges) => causes.flatMap((cause) => cause.changes);
  expect(inputs(back).map((change) => ({ ...change, before: change.after, after: change.before }))).toEqual(
    inputs(forth),
  );
  expect(noteChanges(undefined, one).status).toBe('added');
  expect(noteChanges(one, undefined).status).toBe('removed');
});

test('a figure that moves without its being seen is told apart, and one that changes its word is changed', async () => {
  // 30 hours at 373.60 kr. give 11,208 kr., still about 11,200 kr.
  const unseen = noteChanges(await recorded(), await recorded({ prices: [['2016: 373 kr.', '2016: 373,60 kr.']] }));
  expect(unseen.figures.map(({ name }) => name)).not.toContain('training.uddannelse.each');
  expect(unseen.unseen).toContainEqual(
    expect.objectContaining({ name: 'training.uddannelse.each', before: 'ca. 11.200 kr.', after: 'ca. 11.200 kr.' }),
  );
  // 377 kr. makes 3,918 kr. a year of the training: over 3,900 kr., no longer under it.
  const word = noteChanges(await recorded(), await recorded({ prices: [['2016: 373 kr.', '2016: 377 kr.']] }));
  expect(word.figures).toContainEqual(
    expect.objectContaining({ name: 'training.uddannelse.yearly', before: 'knap 3.900 kr.', after: 'godt 3.900 kr.' }),
  );
});

test('what cannot be changed alone is changed in company: a line of a new role', async () => {
  const assumed = 'assumption: Anslået efter samtaler med to kommuner.';
  const after = await recorded({
    scenario: [
      ['staff:\n', `staff:\n  tolk: { name: Tolk, hourlyCost: 500 kr., ${assumed} }\n`],
      [
        'costs:\n',
        `costs:\n  tolkning: { name: Tolkning, category: drift, per: forløb, hours: 2 timer, staff: tolk, ${assumed} }\n`,
      ],
      hours,
    ],
  });
  const changes = noteChanges(await recorded(), after);
  expect(causesOf(changes)).toEqual([
    [['scenario costs.forberedelse.hours'], 373],
    // A role alone would be unused, and a line alone without its role.
    [['scenario staff.tolk', 'scenario costs.tolkning'], 1000],
  ]);
  expect(changes.joint).toEqual({});
});

test('words, layout and sources decide what is said: they are told apart from causes', async () => {
  const changes = noteChanges(
    await recorded(),
    await recorded({ scenario: [['Alle beløb er i {{priceLevel}}.', 'Beløbene er i {{priceLevel}}.']] }),
  );
  expect([changes.status, changes.figures, changes.causes]).toEqual(['changed', [], []]);
  expect(changes.wording.map(({ name }) => name)).toEqual(['text.sections.0.text']);
});

test('an addition to a price table that the note does not use is no cause', async () => {
  const changes = noteChanges(
    await recorded(),
    await recorded({ prices: [['      2016: 373 kr.', '      2016: 373 kr.\n      2019: 399 kr.']] }),
  );
  expect(changes.status).toBe('same');
});

test('what another version computed otherwise is told as the version’s doing', async () => {
  const after = await recorded({ prices: [wage] });
  const values = new Map(
    [...after.values].map(([name, value]) => [name, name === 'perCompleted' ? value + 100 : value]),
  );
  const changes = noteChanges(await recorded(), { ...after, values, program: 'omkost 2.0.0' });
  expect(changes.program).toEqual({
    before: 'omkost 1.0.0',
    after: 'omkost 2.0.0',
    effects: { perCompleted: expect.closeTo(100, 9) },
  });
  expect(causesOf(changes)).toEqual([[['price socialraadgiver-effektiv-time 2016'], 297]]);
});

test('with results alone no cause is told, but which inputs differ by hash', async () => {
  const without = ({ edition: _, ...note }: RecordedNote, hash: string): RecordedNote => ({
    ...note,
    inputHashes: { 'scenarios/note.yaml': 'same', 'prices x': hash },
  });
  const changes = noteChanges(without(await recorded(), 'a'), without(await recorded({ prices: [wage] }), 'b'));
  expect([changes.explained, changes.causes]).toEqual(['no-inputs', []]);
  expect(changes.parts).toEqual([{ name: 'prices x', before: 'a', after: 'b' }]);
});

test('inputs that this version cannot compute: the reason is told, the figures still are', async () => {
  const note = await recorded();
  const broken = { ...note, edition: { scenario: { path: 'x', text: 'title: [' }, prices: [] } };
  const changes = noteChanges(broken, await recorded({ prices: [wage] }));
  expect(changes.explained).toBe('not-computable');
  expect(changes.obstacle).toMatch(/\S/);
  expect(changes.figures.length).toBeGreaterThan(5);
});

test('another price year that a build was asked for is an input like others', async () => {
  const changes = noteChanges(await recorded(), await recorded({ priceYear: 2020, prices: [wage] }));
  // 11 hours at 373 kr. × (103.43 / 100.25 − 1) = 130.15 kr.
  expect(causesOf(changes)).toEqual([
    [['option --price-year'], 130],
    [['price socialraadgiver-effektiv-time 2016'], 297],
  ]);
  expect(changes.causes[0]?.changes[0]).toMatchObject({ before: '2016', after: '2020' });
  // 11 hours at 27 kr. more, indexed: 9.42 kr.
  expect(changes.joint.perCompleted).toBeCloseTo(297 * (103.43 / 100.25 - 1), 9);
  expect(changes.program).toBeUndefined();
});
