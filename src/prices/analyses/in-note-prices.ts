/** Amounts in kroner that stand inside analyses, brought to the price year of the note; quantities are left as they are. */
import { type DistributionParts, distributionKeys } from '../../scenario/distribution.ts';
import type { ParameterPath } from '../../scenario/parameters.ts';
import type { DistributionInput } from '../../scenario/schema/distribution.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type {
  AlternativeInput,
  AxisInput,
  OneWayInput,
  ProbabilisticInput,
  SensitivityInput,
  ThresholdInput,
} from '../../scenario/schema/sensitivity.ts';
import type { WrittenValue } from '../../scenario/schema/written-value.ts';
import type { Path } from '../../yaml/parse-yaml.ts';
import type { AmountPrices } from '../indexation/amount-chain.ts';
import { type AnalysisAmounts, AnalysisIndexing, type Report } from './analysis-indexing.ts';

interface IndexedAnalyses {
  readonly sensitivity: SensitivityInput | undefined;
  readonly amounts: readonly AnalysisAmounts[];
  readonly followed: ReadonlySet<ParameterPath>;
}

/**
 * The analyses with every amount in the prices of the note: values about a figure follow that figure, a target follows the
 * scenario's own series. `report` is told of those that cannot be brought there.
 */
export function indexAnalyses(prices: AmountPrices, priced: Scenario, report: Report): IndexedAnalyses {
  const { sensitivity } = priced;
  if (sensitivity === undefined) return { sensitivity, amounts: [], followed: new Set() };
  const indexing = new AnalysisIndexing(prices, priced, report);
  const { oneWay, alternatives, grids, thresholds, probabilistic } = sensitivity;
  const indexed: SensitivityInput = {
    ...sensitivity,
    ...(oneWay && { oneWay: oneWay.map((given, place) => indexedOneWay(indexing, given, ['oneWay', place])) }),
    ...(alternatives && {
      alternatives: mapped(alternatives, (given, id) => indexedAlternative(indexing, given, ['alternatives', id])),
    }),
    ...(grids && {
      grids: mapped(grids, (grid, id) => ({
        ...grid,
        rows: indexedAxis(indexing, grid.rows, ['grids', id, 'rows']),
        columns: indexedAxis(indexing, grid.columns, ['grids', id, 'columns']),
      })),
    }),
    ...(thresholds && {
      thresholds: mapped(thresholds, (given, id) => indexedThreshold(indexing, given, ['thresholds', id])),
    }),
    ...(probabilistic && { probabilistic: indexedDraws(indexing, probabilistic) }),
  };
  return { sensitivity: indexed, amounts: indexing.amounts, followed: indexing.followed };
}

function mapped<T>(record: Readonly<Record<string, T>>, map: (value: T, key: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value, key)]));
}

function indexedOneWay(indexing: AnalysisIndexing, given: OneWayInput, path: Path): OneWayInput {
  return indexing.block(given, path, () => {
    const { by, vary } = given;
    const ends = partsOf(given, ['low', 'high'], (written, key) =>
      indexing.values(written, { vary, given, path, at: [...path, key] }),
    );
    if (by?.kind !== 'absolute') return ends;
    const offsets = by.low === -by.high ? [by.high] : [by.low, by.high];
    const factor = indexing.ofOffsets(offsets, { vary, given, path: [...path, 'by'] });
    if (factor === undefined) return ends;
    return { ...ends, by: { ...by, unit: 'kroner', low: by.low * factor, high: by.high * factor } };
  });
}

function indexedAlternative(indexing: AnalysisIndexing, given: AlternativeInput, path: Path): AlternativeInput {
  return indexing.block(given, path, () => ({
    set: mapped(given.set, (written, pattern) => {
      const [indexed = written] = indexing.values([written], { vary: pattern, given, path: [...path, 'set', pattern] });
      return indexed;
    }),
  }));
}

function indexedAxis(indexing: AnalysisIndexing, given: AxisInput, path: Path): AxisInput {
  return indexing.block(given, path, () => ({
    values: [...indexing.values(given.values, { vary: given.vary, given, path: [...path, 'values'] })],
  }));
}

function indexedThreshold(indexing: AnalysisIndexing, given: ThresholdInput, path: Path): ThresholdInput {
  return indexing.block(given, path, () => ({
    target: indexing.target(given.target, given, [...path, 'target']),
    ...partsOf(given, ['within'], (written) =>
      indexing.values(written, { vary: given.vary, given, path: [...path, 'within'] }),
    ),
  }));
}

function indexedDraws(indexing: AnalysisIndexing, given: ProbabilisticInput): ProbabilisticInput {
  const path = ['probabilistic'];
  const { target } = given;
  const indexed = indexing.block(given, path, () =>
    target === undefined ? {} : { target: indexing.target(target, given, [...path, 'target']) },
  );
  const inputs = mapped(given.inputs, (input, pattern) =>
    indexedDistribution(indexing, input, pattern, [...path, 'inputs', pattern]),
  );
  return { ...indexed, inputs };
}

/** Mean, spread and ends alike, so that the distribution is stretched and keeps its shape. */
function indexedDistribution(
  indexing: AnalysisIndexing,
  given: DistributionInput,
  pattern: string,
  path: Path,
): DistributionInput {
  const parts: DistributionParts = given;
  return indexing.block(given, path, () =>
    partsOf(parts, distributionKeys, (written, key) =>
      indexing.values(written, { vary: pattern, given, path, at: [...path, key] }),
    ),
  );
}

/** Those of the keys that are given, indexed together; something wrong with them is told at the first. */
function partsOf<K extends string>(
  given: Readonly<Partial<Record<K, WrittenValue | undefined>>>,
  keys: readonly K[],
  index: (written: readonly WrittenValue[], first: K) => readonly WrittenValue[],
): Readonly<Record<string, WrittenValue>> {
  const present = keys.flatMap((key) => {
    const written = given[key];
    return written === undefined ? [] : [{ key, written }];
  });
  const [first] = present;
  if (first === undefined) return {};
  const indexed = index(
    present.map(({ written }) => written),
    first.key,
  );
  return Object.fromEntries(present.map(({ key, written }, place) => [key, indexed[place] ?? written]));
}
