/** How fast the model is evaluated: one figure for other inputs, and a probabilistic analysis from end to end. */

import { baseOf, headlineOf } from '../src/model/analyses/evaluator.ts';
import { probabilisticResult } from '../src/model/analyses/probabilistic.ts';
import type { DistributionInput } from '../src/scenario/schema/distribution.ts';
import type { Scenario } from '../src/scenario/schema/scenario.ts';
import { figuresNamed } from '../src/scenario/variation.ts';

export interface ModelBench {
  /** Evaluations of the headline a second with four inputs changed, on the compiled calculation and from the scenario anew. */
  readonly evaluationsPerSecond: number;
  readonly rebuildsPerSecond: number;
  /** 100,000 draws of four inputs with statistics, histogram and percentiles. */
  readonly analysisMs: number;
  readonly heapGrowthMB: number;
}

const inputs: Readonly<Record<string, DistributionInput>> = {
  'costs.moeder.hours': {
    distribution: 'pert',
    min: { text: '2,5 timer' },
    mode: { text: '3,4 timer' },
    max: { text: '5 timer' },
  },
  'teams.pn.completionRate': { distribution: 'beta', mean: { text: '92 pct.' }, sd: { text: '3 procentpoint' } },
  'staff.*.hourlyCost': {
    distribution: 'normal',
    mean: { text: '373 kr.' },
    sd: { text: '25 kr.' },
    min: { text: '200 kr.' },
  },
  'training.grunduddannelse.hours': { distribution: 'gamma', mean: { text: '37 timer' }, sd: { text: '8 timer' } },
};

/** `scenario` is the PN scenario with its prices. */
export function benchModel(scenario: Scenario, draws = 100_000): ModelBench {
  const base = baseOf(scenario);
  const varied = Object.keys(inputs).map((pattern) => figuresNamed(scenario, pattern));
  const headline = headlineOf(base, varied);
  const analysis = { inputs, draws, seed: 1 };
  probabilisticResult(base, { ...analysis, draws: 10_000 });
  const before = process.memoryUsage();
  const started = performance.now();
  probabilisticResult(base, analysis);
  const analysisMs = performance.now() - started;
  const after = process.memoryUsage();
  const size = (memory: NodeJS.MemoryUsage) => memory.heapUsed + memory.arrayBuffers;
  return {
    evaluationsPerSecond: perSecond(100_000, (round) => headline([3 + round * 1e-5, 0.92, 373, 37])),
    rebuildsPerSecond: perSecond(300, () => baseOf(scenario)),
    analysisMs,
    heapGrowthMB: (size(after) - size(before)) / 1e6,
  };
}

/** The figures of the bench in a sentence each. */
export function modelBenchText(bench: ModelBench): string {
  const whole = (value: number) => Math.round(value).toLocaleString('en');
  return [
    `headline for other inputs: ${whole(bench.evaluationsPerSecond)} a second on the compiled calculation, ${whole(bench.rebuildsPerSecond)} anew`,
    `probabilistic analysis, 100,000 draws of 4 inputs: ${whole(bench.analysisMs)} ms, heap +${bench.heapGrowthMB.toFixed(1)} MB`,
  ].join('\n');
}

function perSecond(rounds: number, run: (round: number) => unknown): number {
  const started = performance.now();
  for (let round = 0; round < rounds; round++) run(round);
  return (1000 * rounds) / (performance.now() - started);
}
