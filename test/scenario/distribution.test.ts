/** Distributions as an author writes them → their parameters in the unit of the figure. */
import { describe, expect, it } from 'vitest';
import { cutOffAt, reachOf, readDistribution, supportOf } from '../../src/scenario/distribution.ts';
import { type DistributionInput, distributionSchema } from '../../src/scenario/schema/distribution.ts';
import type { Unit } from '../../src/units.ts';

function read(unit: Unit, written: Readonly<Record<string, string>>) {
  const given: DistributionInput = distributionSchema.parse(written);
  return readDistribution(unit, given);
}

function parameters(unit: Unit, written: Readonly<Record<string, string>>) {
  const result = read(unit, written);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

function refusal(unit: Unit, written: Readonly<Record<string, string>>) {
  const result = read(unit, written);
  return result.ok ? undefined : [result.key, result.refusal.code];
}

describe('readDistribution', () => {
  it('reads values in the unit of the figure', () => {
    const pert = { distribution: 'pert', min: '30 minutter', mode: '1 time', max: '2 timer' };
    expect(parameters('hours', pert)).toEqual({ kind: 'pert', min: 0.5, mode: 1, max: 2 });
  });

  it('takes a normal by the ends of its 95 pct. interval', () => {
    const normal = { distribution: 'normal', low95: '80,4 kr.', high95: '119,6 kr.' };
    // 39.2 / (2 · 1.96) = 10
    expect(parameters('kr', normal)).toMatchObject({ centre: 100, spread: expect.closeTo(10, 3) });
  });

  it('takes a lognormal by its own mean and standard deviation', () => {
    const { centre, spread } = parameters('kr', { distribution: 'lognormal', mean: '100 kr.', sd: '50 kr.' }) as {
      centre: number;
      spread: number;
    };
    // mean = e^(c + s²/2), sd² = (e^(s²) − 1) · mean²
    expect(Math.exp(centre + spread ** 2 / 2)).toBeCloseTo(100, 9);
    expect(Math.sqrt(Math.expm1(spread ** 2)) * 100).toBeCloseTo(50, 9);
  });

  it('takes a gamma and a beta by mean and standard deviation', () => {
    // shape = 100² / 50² = 4, scale = 50² / 100 = 25
    const gamma = parameters('kr', { distribution: 'gamma', mean: '100 kr.', sd: '50 kr.' });
    expect(gamma).toMatchObject({ shape: 4, scale: 25 });
    // n = 0.8 · 0.2 / 0.01 − 1 = 15
    const beta = parameters('share', { distribution: 'beta', mean: '80 pct.', sd: '10 procentpoint' });
    expect(beta).toMatchObject({ alpha: expect.closeTo(12, 9), beta: expect.closeTo(3, 9), min: 0, max: 1 });
  });

  it.each([
    [
      'the end below the start',
      'kr',
      { distribution: 'ensartet', min: '2 kr.', max: '1 kr.' },
      ['max', 'range-reversed'],
    ],
    [
      'a mode outside',
      'kr',
      { distribution: 'trekant', min: '2 kr.', mode: '1 kr.', max: '3 kr.' },
      ['mode', 'value-impossible'],
    ],
    ['half of what a normal needs', 'kr', { distribution: 'normal', mean: '2 kr.' }, ['distribution', 'key-missing']],
    [
      'twice what a normal needs',
      'kr',
      { distribution: 'normal', mean: '2 kr.', sd: '1 kr.', low95: '1 kr.' },
      ['distribution', 'key-conflict'],
    ],
    ['no spread', 'kr', { distribution: 'gamma', mean: '2 kr.', sd: '0 kr.' }, ['sd', 'value-impossible']],
    [
      'a lognormal of nothing',
      'kr',
      { distribution: 'lognormal', mean: '0 kr.', sd: '1 kr.' },
      ['mean', 'value-impossible'],
    ],
    [
      'more spread than there is room for',
      'share',
      { distribution: 'beta', mean: '50 pct.', sd: '60 pct.' },
      ['sd', 'value-impossible'],
    ],
    [
      'a beta of kroner without ends',
      'kr',
      { distribution: 'beta', mean: '5 kr.', sd: '1 kr.' },
      ['distribution', 'key-missing'],
    ],
    [
      'a cut on the far side of the middle',
      'kr',
      { distribution: 'normal', mean: '5 kr.', sd: '1 kr.', min: '9 kr.' },
      ['min', 'value-impossible'],
    ],
    ['another unit', 'hours', { distribution: 'ensartet', min: '1 kr.', max: '2 timer' }, ['min', 'number-unreadable']],
  ] as const)('refuses %s', (_, unit, written, expected) => {
    expect(refusal(unit, written)).toEqual(expected);
  });
});

describe('supportOf', () => {
  it('of a normal is cut off at what its figure can be', () => {
    const normal = { kind: 'normal', centre: 4, spread: 1, min: Number.NEGATIVE_INFINITY, max: 9 } as const;
    expect(reachOf(normal)).toEqual({ low: 0, high: 8 });
    expect(cutOffAt(normal, 0, Number.POSITIVE_INFINITY)).toEqual({ ...normal, min: 0 });
    expect(cutOffAt({ ...normal, min: 2 }, 0, 6)).toEqual({ ...normal, min: 2, max: 6 });
  });

  it('is without end for a normal and from zero for a gamma, unless they are cut off', () => {
    const normal = { kind: 'normal', centre: 1, spread: 1, min: Number.NEGATIVE_INFINITY, max: 9 } as const;
    const gamma = {
      kind: 'gamma',
      shape: 1,
      scale: 1,
      min: Number.NEGATIVE_INFINITY,
      max: Number.POSITIVE_INFINITY,
    } as const;
    expect([supportOf(normal), supportOf(gamma)]).toEqual([
      { low: Number.NEGATIVE_INFINITY, high: 9 },
      { low: 0, high: Number.POSITIVE_INFINITY },
    ]);
  });
});
