/** What an hour of a role costs, and positions that are part-time. */
import { describe, expect, it } from 'vitest';
import { assessed, byYear } from './assessed.ts';
import type { Block } from './written.ts';

/** One hour a year of a role for two years. */
function hourOf(role: Block): number[] {
  const costs = { a: { per: 'år', hours: '1 time', staff: 'r' } };
  return byYear(assessed({ years: '2 år', staff: { r: role }, costs }), 'costs.a');
}

describe('an hourly cost', () => {
  it('is as given', () => {
    expect(hourOf({ hourlyCost: '373 kr.' })).toEqual([373, 373]);
  });

  it('is as given with overhead on top where the author adds it', () => {
    // 300 · 1.2
    expect(hourOf({ hourlyCost: '300 kr.', overhead: '20 pct.' })).toEqual([360, 360]);
  });

  it('is annual pay by effective hours with overhead', () => {
    // 474,528 / 1,500 · 1.2 = 379.6224
    const [cost] = hourOf({ annualPay: '474.528 kr.', effectiveHours: '1.500 timer', overhead: '20 pct.' });
    expect(cost).toBeCloseTo(379.6224, 9);
  });

  it('is by effective hours built from the gross hours and what comes off', () => {
    // 462,000 / (1,924 − 185 − 199) = 462,000 / 1,540 = 300
    const effectiveHours = { gross: '1.924 timer', deductions: { ferie: '185 timer', andet: '199 timer' } };
    expect(hourOf({ annualPay: '462.000 kr.', effectiveHours })).toEqual([300, 300]);
  });

  it('may differ by year', () => {
    expect(hourOf({ hourlyCost: ['300 kr.', '310 kr.'] })).toEqual([300, 310]);
    // 450,000 / 1,500 and 465,000 / 1,500
    expect(hourOf({ annualPay: ['450.000 kr.', '465.000 kr.'], effectiveHours: '1.500 timer' })).toEqual([300, 310]);
  });
});

it('pays a part-time position its part of the annual pay', () => {
  // 450,000 · 0.5 · 1.2 = 270,000 a year: the effective hours cancel out
  const r = { annualPay: '450.000 kr.', effectiveHours: '1.500 timer', overhead: '20 pct.' };
  const costs = { a: { per: 'år', employment: '50 pct.', staff: 'r' } };
  expect(byYear(assessed({ years: '2 år', staff: { r }, costs }), 'costs.a')).toEqual([270_000, 270_000]);
});

it('counts several part-time positions of several roles', () => {
  // (2 · 450,000 + 1 · 600,000) · 0.1
  const staff = {
    r: { annualPay: '450.000 kr.', effectiveHours: '1.500 timer' },
    s: { annualPay: '600.000 kr.', effectiveHours: '1.600 timer' },
  };
  const costs = { a: { per: 'år', employment: '10 pct.', staff: { r: '2', s: '1' } } };
  const [cost] = byYear(assessed({ years: '1 år', staff, costs }), 'costs.a');
  expect(cost).toBeCloseTo(150_000, 6);
});
