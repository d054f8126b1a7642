/** The splits of the costs, as they are printed: one string everywhere, and together 100 pct. */
import { describe, expect, it } from 'vitest';
import { chartsOf } from '../../src/report/chart-views.ts';
import { reportContext } from '../../src/report/context.ts';
import { figuresOf } from '../../src/report/figures.ts';
import { figureText, sentencesOf } from '../../src/report/sentences.ts';
import { tablesOf } from '../../src/report/tables/tables.ts';
import { assessText } from '../model/assessed.ts';
import { style } from './charts/samples.ts';
import { danish, seen } from './seen.ts';

/** Kroner of the four categories in a one-year scenario; `retraining` is paid in the operating phase. */
function scenario(costs: { preparation: number; training: number; operation: number; retraining?: number }): string {
  const line = (id: string, category: string, amount: number, per = 'én gang') =>
    `  ${id}: { name: ${id}, category: ${category}, amount: ${amount} kr., per: ${per}, assumption: tænkt tal }`;
  return [
    'title: T',
    'intervention: I',
    'layout: notat',
    'abstract: A',
    'priceYear: 2020',
    'timeHorizon: { value: 1 år, assumption: tænkt tal }',
    'participant: { one: barn, many: børn }',
    'costs:',
    line('forberedelse', 'forberedelse', costs.preparation),
    line('uddannelse', 'uddannelse', costs.training),
    line('drift', 'drift', costs.operation, 'år'),
    ...(costs.retraining === undefined ? [] : [line('genuddannelse', 'uddannelse', costs.retraining, 'år')]),
    'text: { sections: [{ title: S, text: B }] }',
  ].join('\n');
}

function shown(text: string) {
  const context = reportContext(assessText(text), danish);
  const figures = figuresOf(context);
  const charts = chartsOf(context, tablesOf(context), style);
  return {
    share: (name: string) => seen(figureText(figures, ['share', name])),
    chart: seen(charts.distribution?.alternative ?? ''),
    notes: charts.distribution?.notes.join(' ') ?? '',
    sentence: seen(sentencesOf(context, figures).shares ?? ''),
  };
}

describe('the printed shares of a split', () => {
  it('sum to 100 pct. where each rounded by itself would make 101', () => {
    // 12.5, 12.5 and 75 of 100: by themselves 13 + 13 + 75 = 101.
    const note = shown(scenario({ preparation: 12_500, training: 12_500, operation: 75_000 }));
    expect(['preparation', 'training', 'operation'].map(note.share)).toEqual(['13 pct.', '12 pct.', '75 pct.']);
    expect([note.share('startUp'), note.share('operationPhase')]).toEqual(['25 pct.', '75 pct.']);
    expect(note.chart).toContain('Forberedelse 13 pct., Uddannelse 12 pct., Drift 75 pct.');
    expect(note.notes).not.toContain('afrunding');
  });

  it('are the same where two splits share a member', () => {
    // 33.4, 33.4 and 33.2: the categories print 34, 33, 33; by themselves the phases would print 67 and 33.
    const note = shown(scenario({ preparation: 33_400, training: 33_400, operation: 33_200 }));
    expect(note.share('operationPhase')).toBe(note.share('operation'));
    expect(note.sentence).toBe('Driften udgør 33 pct. af omkostningerne, og opstarten udgør 67 pct.');
  });

  it('never print drift as a phase below drift as a category', () => {
    // Drift 60.4 is the largest remainder and prints 61; as a phase, with 0.05 of training more, it would be 60.
    const note = shown(scenario({ preparation: 13_300, training: 26_250, operation: 60_400, retraining: 50 }));
    expect(note.share('operation')).toBe('61 pct.');
    expect([note.share('startUp'), note.share('operationPhase')]).toEqual(['39 pct.', '61 pct.']);
  });

  it('have decimals where a small part would be printed as nothing', () => {
    const note = shown(scenario({ preparation: 300, training: 12_300, operation: 87_400 }));
    expect(['preparation', 'training', 'operation'].map(note.share)).toEqual(['0,3 pct.', '12,3 pct.', '87,4 pct.']);
  });
});
