/** Figures of the analyses explained: what was varied, how far, how often drawn and from which seed, and the main scenario below. */
import { beforeAll, describe, expect, it } from 'vitest';
import { composeNote, type Note, readNote } from '../../src/index.ts';
import { type ReportContext, reportContext } from '../../src/report/context.ts';
import type { Explanation } from '../../src/report/explain.ts';
import { explanations } from '../../src/report/explain-figures.ts';
import { treeText } from '../../src/report/explain-text.ts';

let note: Note;
let context: ReportContext;

async function read(scenario: string): Promise<{ note: Note; context: ReportContext }> {
  const inputs = await readNote({ scenario, issued: '2026-11-22' });
  const made = composeNote(inputs);
  return { note: made, context: reportContext(made.assessment, inputs.house.language) };
}

beforeAll(async () => {
  ({ note, context } = await read('test/fixtures/analyses.yaml'));
});

function explained(name: string): Explanation {
  const found = explanations(context).get(name);
  if (found === undefined) throw new Error(`${name} has no explanation`);
  return found();
}

const tree = (name: string, depth = 2) => treeText(explained(name), depth, { more: '…', above: '(ovenfor)' });

/** By their nature without one: given by the author as they are, or texts. */
const given = /^(?:input\.|priceLevel$|timeHorizon$|probabilistic\.(?:draws|target)$|thresholds\.\w+\.target$)/;

it('has an explanation for every figure that prose may name', () => {
  const known = explanations(context);
  const names = Object.keys(note.results.printed).filter((name) => !given.test(name));
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !known.has(name))).toEqual([]);
});

describe('the values', () => {
  const worth = (name: string) => explained(name).value;
  it('are those of the results', () => {
    const { probabilistic, alternatives, thresholds } = note.results.sensitivity;
    expect(worth('probabilistic.mean')).toBe(probabilistic?.mean);
    expect(worth('probabilistic.median')).toBe(probabilistic?.percentiles.p50);
    expect(worth('probabilistic.low')).toBe(probabilistic?.low);
    expect(worth('probabilistic.shareUnderTarget')).toBe(probabilistic?.shareUnderTarget);
    expect(worth('alternatives.lille.total')).toBe(alternatives[0]?.total);
    expect(worth('thresholds.timer.value')).toBe(thresholds[0]?.value);
    expect(worth('sensitivity.low')).toBe(note.results.sensitivity?.low);
    expect(worth('sensitivity.high')).toBe(note.results.sensitivity?.high);
  });

  it('of a range are its two ends, and of what was not found there is none', () => {
    expect(explained('sensitivity.range').parts.map(({ value }) => value)).toEqual([
      note.results.sensitivity?.low,
      note.results.sensitivity?.high,
    ]);
    expect(worth('sensitivity.range')).toBeNull();
    expect(worth('thresholds.loen.value')).toBeNull();
  });
});

it('names the input that leads to the lowest cost, by how much it was changed, and what it is otherwise', () => {
  expect(
    tree('sensitivity.low'),
  ).toBe(`Omkostning pr. gennemført borger = 6.500 kr. [Én forudsætning ændres ad gangen; de øvrige holdes som i hovedscenariet.]
├─ Samtalernes længde = −20 pct.
│  └─ Hovedscenarie, Samtaler: timer pr. person = 10 timer [Antagelse: Prøve.]
└─ Hovedscenarie = 960.000 kr. / 128 = 7.500 kr.
   ├─ Samlede omkostninger = 80.000 kr. + 880.000 kr. = 960.000 kr. …
   └─ Gennemførte i alt = 4 × 32 = 128 …
`);
});

it('says how often was drawn, from which seed and which distributions, and what follows what', () => {
  const said = tree('probabilistic.mean', 1);
  expect(said).toContain('Gennemsnit = 7.760,');
  expect(said).toContain('trukket samtidigt 20.000 gange (startværdi 7)');
  expect(said).toContain('følges ad (korrelation 0,5)');
  expect(said).toContain(
    'Samtaler: timer pr. person = PERT: mindst 7 timer, mest sandsynligt 10 timer, højst 16 timer [Antagelse: Erfaringer',
  );
  expect(said).toContain('└─ Hovedscenarie = 960.000 kr. / 128 = 7.500 kr.');
  expect(explained('probabilistic.mean').parts).toHaveLength(5);
});

it('says what an alternative changes', () => {
  expect(tree('alternatives.lille.perCompleted', 1).split('\n').slice(0, 3)).toEqual([
    'Ét hold og kortere samtaler = 9.000 kr. [En mindre kommune.]',
    '├─ Hold: antal teams = 1 …',
    '├─ Samtaler: timer pr. person = 8 timer …',
  ]);
});

it('adds the hours of a course up from its activities, times the people', async () => {
  ({ note, context } = await read('scenarios/inddragende-netvaerksmoeder.yaml'));
  const said = tree('hoursPerCourse');
  expect(said.split('\n')[0]).toBe(
    'Tidsforbrug pr. møde = 5 timer + 4 timer + 2 timer = 11 timer [Timerne er lagt sammen for alle, der deltager.]',
  );
  expect(said).toContain('= 2 timer × 2 = 4 timer');
});
