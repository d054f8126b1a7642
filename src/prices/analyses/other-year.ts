/** Amounts inside analyses are not indexed: a note in other prices than its author wrote is refused while it has any. */

import { figuresNamed } from '../../scenario/variation.ts';
import type { Unit } from '../../units.ts';
import type { Path } from '../../yaml/parse-yaml.ts';
import type { AnalysisFindings } from './findings.ts';

/** `written` is the year of the prices in the scenario's file. */
export function checkAmountsOfOtherYear(findings: AnalysisFindings, written: number): void {
  const { priceYear, sensitivity } = findings.scenario;
  if (written === priceYear || sensitivity === undefined) return;
  const refuse = (path: Path) => {
    findings.report(path, {
      code: 'price-year-missing',
      message: `the amount is in ${written} prices, the note in ${priceYear} prices: amounts in analyses are not indexed`,
      hint: `vary by ±20 pct. instead, or build the note in ${written} prices`,
    });
  };
  for (const path of writtenAmounts(findings)) refuse(path);
}

function writtenAmounts({ scenario }: AnalysisFindings): readonly Path[] {
  const { oneWay, alternatives, grids, thresholds, probabilistic } = scenario.sensitivity ?? {};
  const isMoney = (vary: string | readonly string[]) => isAmount([...figuresNamed(scenario, vary).values()][0]?.unit);
  return [
    ...(oneWay ?? []).flatMap(({ vary, by, low, high }, place): Path[] => {
      const path = ['oneWay', place];
      if (by?.kind === 'absolute' && by.unit === 'kroner') return [[...path, 'by']];
      if (!isMoney(vary)) return [];
      if (by?.kind === 'absolute') return [[...path, 'by']];
      return [...(low === undefined ? [] : [[...path, 'low']]), ...(high === undefined ? [] : [[...path, 'high']])];
    }),
    ...Object.entries(alternatives ?? {}).flatMap(([id, { set }]) =>
      Object.keys(set).flatMap((pattern): Path[] => (isMoney(pattern) ? [['alternatives', id, 'set', pattern]] : [])),
    ),
    ...Object.entries(grids ?? {}).flatMap(([id, grid]) =>
      (['rows', 'columns'] as const).flatMap((axis): Path[] =>
        isMoney(grid[axis].vary) ? [['grids', id, axis, 'values']] : [],
      ),
    ),
    ...Object.entries(thresholds ?? {}).flatMap(([id, { vary, within }]): Path[] => [
      ['thresholds', id, 'target'],
      ...(within !== undefined && isMoney(vary) ? [['thresholds', id, 'within']] : []),
    ]),
    ...(probabilistic?.target === undefined ? [] : [['probabilistic', 'target']]),
    ...Object.keys(probabilistic?.inputs ?? {}).flatMap((pattern): Path[] =>
      isMoney(pattern) ? [['probabilistic', 'inputs', pattern]] : [],
    ),
  ];
}

function isAmount(unit: Unit | undefined): boolean {
  return unit === 'kr' || unit === 'krPerHour';
}
