/** Equipment: purchase, repurchase when it is worn out, and its value at the horizon. */
import type { EquipmentInput } from '../../scenario/schema/equipment.ts';
import { horizonOf, operatingYear } from '../../scenario/years.ts';
import type { Count, Kroner, Share, Years } from '../../units.ts';
import { allByMunicipality, type CostLine } from '../cost-line.ts';
import type { LineContext } from './costs.ts';

interface Purchase {
  /** The year it is bought in, and the year the first one was; how many useful lives lie between. */
  readonly year: number;
  readonly first: number;
  readonly round: number;
  readonly pieces: Count;
  readonly isLast: boolean;
}

/** The lines under `equipment`. */
export function equipmentLines(context: LineContext): readonly CostLine[] {
  return equipmentLinesUnder(context, 'equipment', context.scenario.equipment ?? {});
}

/** Equipment that stands under `section` of the scenario. */
export function equipmentLinesUnder(
  context: LineContext,
  section: string,
  equipment: Readonly<Record<string, EquipmentInput>>,
): readonly CostLine[] {
  return Object.entries(equipment).map(([id, bought]) => equipmentLine(context, `${section}.${id}`, bought));
}

/**
 * Equipment [kr. per year] = price · pieces in each year of purchase, less the residual value in the last year.
 * Bought at year s, s + L, s + 2L … inside the horizon H (L = useful life). Residual value of the last purchase:
 * straight line price · (1 − used / L), or the remaining annuity. Source: METHOD, equipment.
 * Example: 10,000 kr., L 4, H 6: bought in years 1 and 5; used 2 of 4 years at the end: 10,000 + 10,000 − 5,000 = 15,000 kr.
 */
function equipmentLine(context: LineContext, path: string, bought: EquipmentInput): CostLine {
  const { build } = context.inputs;
  const horizon = horizonOf(context.scenario);
  const price = context.inputs.optional(`${path}.amount`, bought.amount, 'kr', 0, { key: 'amount', name: bought.name });
  const purchases = purchasesOf(context, path, bought);
  const byYear = Array.from({ length: horizon }, (_, index) => {
    const year = index + 1;
    const now = purchases.filter((purchase) => purchase.year === year);
    const spent = build.sum(
      now.map((purchase) => build.times(price, purchase.pieces)),
      'kr',
    );
    if (year < horizon || bought.residualValue === 'none')
      return build.sum([spent], 'kr', { key: 'lineYear', name: bought.name, year });
    const left = purchases
      .filter((purchase) => purchase.isLast)
      .map((purchase) => residual(context, path, bought, price, purchase));
    return build.minus(spent, build.sum(left, 'kr', { key: 'residual', name: bought.name }), {
      key: 'lineYear',
      name: bought.name,
      year,
    });
  });
  return {
    path,
    part: 'purchase',
    name: bought.name,
    category: 'equipment',
    phase: 'startUp',
    isStaff: false,
    memo: bought.memo,
    payers: bought.payers ?? allByMunicipality,
    times: byYear.map((_, index) =>
      build.sum(
        purchases.filter((purchase) => purchase.year === index + 1).map((purchase) => purchase.pieces),
        'count',
      ),
    ),
    each: price,
    byYear,
  };
}

function purchasesOf(context: LineContext, path: string, bought: EquipmentInput): readonly Purchase[] {
  const horizon = horizonOf(context.scenario);
  const life = bought.usefulLife.values[0] ?? horizon;
  return firstPurchases(context, path, bought).flatMap(({ year: first, pieces }) => {
    const years = purchaseYears(horizon, first, life);
    return years.map((year, round) => ({ year, first, round, pieces, isLast: round === years.length - 1 }));
  });
}

/** The years in which something is bought that is bought first at the start of `first`, and again when it is worn out, inside the horizon. */
export function purchaseYears(horizon: number, first: number, life: number): readonly number[] {
  const count = Math.max(1, Math.ceil((horizon - (first - 1)) / life - 1e-9));
  return Array.from({ length: count }, (_, round) => Math.floor(first - 1 + round * life + 1e-9) + 1);
}

function firstPurchases(
  context: LineContext,
  path: string,
  bought: EquipmentInput,
): readonly { year: number; pieces: Count }[] {
  const { build } = context.inputs;
  const quantity = context.inputs.optional(`${path}.quantity`, bought.quantity, 'count', 1, {
    key: 'quantity',
    name: bought.name,
  });
  if (bought.per !== 'team') return [{ year: operatingYear(context.scenario, bought.year ?? 1), pieces: quantity }];
  return Array.from({ length: horizonOf(context.scenario) }, (_, index) => ({
    year: index + 1,
    pieces: build.times(
      quantity,
      build.sum(
        context.capacity.flatMap((team) => team.starting[index] ?? []),
        'count',
      ),
    ),
  }));
}

function residual(
  context: LineContext,
  path: string,
  bought: EquipmentInput,
  price: Kroner,
  purchase: Purchase,
): Kroner {
  const { inputs } = context;
  const life = inputs.figure(`${path}.usefulLife`, bought.usefulLife, 'years', 1, {
    key: 'usefulLife',
    name: bought.name,
  });
  const used = yearsUsed(context, purchase, life);
  const label = { key: 'residualShare', name: bought.name };
  const share: Share =
    bought.residualValue === 'annuity'
      ? inputs.build.remainingAnnuity(
          inputs.optional(`${path}.interest`, bought.interest, 'share', 0),
          life,
          used,
          label,
        )
      : inputs.build.remainingLinear(life, used, label);
  return inputs.build.portion(inputs.build.times(price, purchase.pieces), share);
}

/**
 * Years from a purchase to the horizon H = H − (year of the first purchase − 1 + lives since then · L). A figure of the calculation where
 * it rests on the useful life, so that another life can run through the same calculation.
 */
function yearsUsed({ inputs: { build }, scenario }: LineContext, { first, round }: Purchase, life: Years): Years {
  const horizon = horizonOf(scenario);
  if (round === 0) return build.constant(horizon - (first - 1), 'years');
  const since = build.times(life, build.constant(round, 'count'));
  const at = build.sum([build.constant(first - 1, 'years'), since], 'years');
  return build.minus(build.constant(horizon, 'years'), at, { key: 'yearsUsed' });
}
