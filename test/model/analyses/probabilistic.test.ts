/** Draws: the same everywhere, distributed and correlated as asked for, and counted right. */
import { mean } from 'd3-array';
import { describe, expect, it } from 'vitest';
import { drawsOf } from '../../../src/model/analyses/drawing/draws.ts';
import {
  standardBeta,
  standardGamma,
  standardNormal,
} from '../../../src/model/analyses/drawing/standard-distributions.ts';
import { type ProbabilisticResult, probabilisticResult } from '../../../src/model/analyses/probabilistic.ts';
import { choleskyOf, correlationMatrix } from '../../../src/scenario/correlation.ts';
import { baseFrom, small } from './bases.ts';

const hours = { distribution: 'ensartet', min: '1 time', max: '3 timer', assumption: 'prøve' };

function drawn(given: Readonly<Record<string, unknown>>): ProbabilisticResult {
  const base = baseFrom({
    ...small,
    sensitivity: { probabilistic: { inputs: { 'costs.timer.hours': hours }, ...given } },
  });
  const analysis = base.scenario.sensitivity?.probabilistic;
  if (analysis === undefined) throw new Error('no analysis');
  return probabilisticResult(base, analysis);
}

describe('the probabilistic analysis', () => {
  it('has the mean, spread and percentiles of a headline that is itself uniform', () => {
    // 1,000 + hours · 500 is uniform on 1,500 to 2,500: sd 1,000 / √12
    const result = drawn({ draws: '100.000', target: '1.750 kr.' });
    expect(Math.abs(result.mean - 2000)).toBeLessThan(3 * result.meanError);
    expect(result.sd).toBeCloseTo(1000 / Math.sqrt(12), -1);
    expect([result.low, result.percentiles.p50, result.high]).toEqual(
      [1525, 2000, 2475].map((value) => expect.closeTo(value, -1.2)),
    );
    expect(result.shareUnderTarget).toBeCloseTo(0.25, 2);
  });

  it('is the same for the same seed and another for another', () => {
    const [one, same, other] = [drawn({ seed: '5' }), drawn({ seed: '5' }), drawn({ seed: '6' })];
    expect(same).toEqual(one);
    expect(other.mean).not.toBe(one.mean);
  });

  it('gives these very draws for seed 1, on every machine', () => {
    const quantiles = [
      (u: number) => u,
      standardNormal.quantile,
      standardGamma(4).quantile,
      standardBeta(2.6, 3.4).quantile,
    ];
    const values = new Float64Array(4);
    drawsOf(quantiles, undefined, 1)(values);
    expect([...values]).toEqual([0.1879655814681901, 0.35200665515934615, 4.175794510456295, 0.7341565501994705]);
  });

  it('draws ten thousand times with seed 1 where the author says nothing', () => {
    const { draws, seed } = drawn({});
    expect([draws, seed]).toEqual([10_000, 1]);
  });

  it('has every draw in the histogram, in adjacent bins', () => {
    const { histogram, draws } = drawn({ draws: '5.000' });
    expect(histogram.reduce((sum, bin) => sum + bin.count, 0)).toBe(draws);
    expect(histogram.slice(1).every((bin, place) => bin.from === histogram[place]?.to)).toBe(true);
  });

  it('counts a draw that is the target itself as under it', () => {
    const still = {
      'costs.fast.amount': { distribution: 'ensartet', min: '0 kr.', max: '0,0001 kr.', assumption: 'prøve' },
    };
    expect(drawn({ draws: '100', inputs: still, target: '1.000,01 kr.' }).shareUnderTarget).toBe(1);
  });

  it('draws once for all figures that one pattern names', () => {
    const staff = { a: { hourlyCost: '100 kr.' }, b: { hourlyCost: '100 kr.' } };
    const costs = { a: { per: 'år', hours: '1 time', staff: 'a' }, b: { per: 'år', hours: '1 time', staff: 'b' } };
    const wages = {
      'staff.*.hourlyCost': { distribution: 'ensartet', min: '100 kr.', max: '200 kr.', assumption: 'prøve' },
    };
    const base = baseFrom({
      years: '1 år',
      staff,
      costs,
      sensitivity: { probabilistic: { inputs: wages, draws: '20.000' } },
    });
    const analysis = base.scenario.sensitivity?.probabilistic;
    // One uniform on 200..400 has sd 57.7; the sum of two independent ones would have 40.8.
    expect(analysis && probabilisticResult(base, analysis).sd).toBeCloseTo(57.7, -0.3);
  });
});

describe('correlated draws', () => {
  function correlationOf(r: number): number {
    const lower = choleskyOf(correlationMatrix(2, [{ between: [0, 1], r }]));
    const draw = drawsOf([(u) => u, (u) => u], lower, 3);
    const values = new Float64Array(2);
    const pairs = Array.from({ length: 20_000 }, () => {
      draw(values);
      return [(values[0] ?? 0) - 0.5, (values[1] ?? 0) - 0.5] as const;
    });
    return 12 * (mean(pairs, ([one, other]) => one * other) ?? 0);
  }

  it('follow each other as asked for', () => {
    // Ranks of normals with correlation r have (6/π) · asin(r/2).
    expect(correlationOf(0.6)).toBeCloseTo((6 / Math.PI) * Math.asin(0.3), 1.5);
    expect(correlationOf(-0.6)).toBeCloseTo((-6 / Math.PI) * Math.asin(0.3), 1.5);
  });

  it('are alike at 1', () => {
    expect(correlationOf(1)).toBeCloseTo(1, 1.5);
  });
});
