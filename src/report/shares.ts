/**
 * The shares of a note as they are printed, decided once: what stands in the text, at a chart and in the results is one string, and
 * the parts of a split sum to 100 pct. (METHOD, categories).
 */
import type { CostAssessment } from '../model/assess.ts';
import type { Phase } from '../model/cost-line.ts';
import { counted, type Totals } from '../model/totals.ts';
import { type CostCategory, costCategories } from '../scenario/schema/words.ts';
import { type Numbers, roundSplit, splitDecimals } from './numbers.ts';

export type ShareName = keyof Totals['shares'];

/** The two splits of the gross costs: shares between 0 and 1, or as they are printed. */
interface Splits {
  readonly categories: Readonly<Record<CostCategory, number>>;
  readonly phases: Readonly<Record<Phase, number>>;
}

/** “87 pct.” by name; undefined where there are no costs to have a share of. */
export function printedShares(
  assessment: CostAssessment,
  numbers: Numbers,
): Readonly<Record<ShareName, string>> | undefined {
  const { shares } = assessment.model.totals;
  const at = (name: ShareName) => assessment.values[shares[name]] ?? Number.NaN;
  if (!Number.isFinite(at('operationPhase'))) return undefined;
  const exact: Splits = {
    categories: {
      preparation: at('preparation'),
      training: at('training'),
      operation: at('operation'),
      equipment: at('equipment'),
    },
    phases: { startUp: at('startUp'), operation: at('operationPhase') },
  };
  const { splits, decimals } = roundedSplits(exact, (phase) => categoriesOnlyIn(assessment, phase));
  const text = (share: number) => numbers.shareWith(share, decimals);
  const staff = at('staff');
  // Pay may be just what one of the others is; then it is printed as that one is.
  const same = costCategories.find((category) => Math.abs(exact.categories[category] - staff) < 1e-9);
  return {
    preparation: text(splits.categories.preparation),
    training: text(splits.categories.training),
    operation: text(splits.categories.operation),
    equipment: text(splits.categories.equipment),
    startUp: text(splits.phases.startUp),
    operationPhase: text(splits.phases.operation),
    staff: same === undefined ? numbers.share(staff) : text(splits.categories[same]),
  };
}

/** Both splits with the fewest decimals that leave no part of them as nothing. */
function roundedSplits(
  exact: Splits,
  onlyIn: (phase: Phase) => readonly CostCategory[],
): { readonly splits: Splits; readonly decimals: number } {
  const fewest = splitDecimals([...Object.values(exact.categories), ...Object.values(exact.phases)]);
  const tries = [0, 1, 2].filter((decimals) => decimals >= fewest);
  const made = tries.map((decimals) => ({ splits: roundTogether(exact, onlyIn, decimals), decimals }));
  const kept = made.find(({ splits }) => !hidesPart(exact, splits)) ?? made.at(-1);
  if (kept === undefined) throw new Error(`no decimals for a split: ${fewest}`);
  return kept;
}

/**
 * Categories first, by largest remainder. The phases then within what their whole categories take of the printed hundred, so that
 * drift as a phase is never printed as less than drift as a category, and both are the same where they are the same costs.
 */
function roundTogether(exact: Splits, onlyIn: (phase: Phase) => readonly CostCategory[], decimals: number): Splits {
  const parts = roundSplit(
    costCategories.map((category) => exact.categories[category]),
    decimals,
  );
  const rounded = (category: CostCategory) => parts[costCategories.indexOf(category)] ?? 0;
  const taken = (phase: Phase) => onlyIn(phase).reduce((sum, category) => sum + rounded(category), 0);
  const [, alone = 0] = roundSplit([exact.phases.startUp, exact.phases.operation], decimals);
  const operation = Math.min(Math.max(alone, taken('operation')), 1 - taken('startUp'));
  return {
    categories: {
      preparation: rounded('preparation'),
      training: rounded('training'),
      operation: rounded('operation'),
      equipment: rounded('equipment'),
    },
    phases: { startUp: 1 - operation, operation },
  };
}

/** Smaller than this, a share is nothing at two decimals too. */
const least = 0.00005;

function hidesPart(exact: Splits, printed: Splits): boolean {
  const hides = (share: number, shown: number) => Math.abs(share) >= least && Math.abs(shown) < least;
  return (
    costCategories.some((category) => hides(exact.categories[category], printed.categories[category])) ||
    hides(exact.phases.startUp, printed.phases.startUp) ||
    hides(exact.phases.operation, printed.phases.operation)
  );
}

/** Categories with all their counted costs in one phase: equipment at the start, but training that is renewed in neither. */
function categoriesOnlyIn(assessment: CostAssessment, phase: Phase): readonly CostCategory[] {
  const perspective = assessment.priced.scenario.perspective ?? 'kommune';
  const elsewhere = assessment.model.lines.filter(
    (line) =>
      line.phase !== phase &&
      counted(line, perspective) !== 0 &&
      line.byYear.some((term) => (assessment.values[term] ?? 0) !== 0),
  );
  return costCategories.filter((category) => elsewhere.every((line) => line.category !== category));
}
