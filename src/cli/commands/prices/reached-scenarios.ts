/** Which scenarios use changed entries of the price tables, and whether their figures move with them. */
import { findScenarios } from '../../../files/find-scenarios.ts';
import { InputReader } from '../../../files/read-inputs.ts';
import { usedRows } from '../../../prices/extract.ts';
import type { PriceList } from '../../../prices/parse.ts';
import { type PricedScenario, priceScenario } from '../../../prices/price.ts';
import type { ChangedEntry } from '../../../prices/update/changed-entries.ts';
import { UserError } from '../../../problem/problem.ts';
import type { CheckedScenario } from '../../../scenario/parse.ts';
import { dateOfBuild, type Outside } from '../../outside.ts';

export interface ReachedScenario {
  readonly name: string;
  /** Changed entries that it uses. */
  readonly uses: readonly string[];
  /** What the change does to it; `mended` and `broken`: it can be priced only after, only before. */
  readonly outcome: 'moves' | 'same' | 'mended' | 'broken';
}

/** Of all scenarios in `scenarios/`; one that has problems of its own is left to `omkost check`. */
export async function reachedScenarios(
  before: PriceList,
  after: PriceList,
  entries: readonly ChangedEntry[],
  outside: Outside,
): Promise<readonly ReachedScenario[]> {
  if (entries.length === 0) return [];
  const reached: ReachedScenario[] = [];
  for (const { name, scenario } of await readableScenarios(outside)) {
    const old = priced(scenario, before);
    const now = priced(scenario, after);
    const used = new Set(
      [old, now].flatMap((one) => (one ? usedRows(one) : [])).map((row) => `${row.section} ${row.name}`),
    );
    const uses = entries.filter((entry) => used.has(`${entry.section} ${entry.name}`)).map((entry) => entry.name);
    if (uses.length > 0) reached.push({ name, uses, outcome: outcomeOf(old, now) });
  }
  return reached;
}

function outcomeOf(old: PricedScenario | undefined, now: PricedScenario | undefined): ReachedScenario['outcome'] {
  if (old === undefined || now === undefined) return old === undefined ? 'mended' : 'broken';
  return JSON.stringify(old.scenario) === JSON.stringify(now.scenario) ? 'same' : 'moves';
}

/** Tables are often compared alone: a series that the scenario names and does not need may be missing, as in what a PDF carries. */
function priced(scenario: CheckedScenario, list: PriceList): PricedScenario | undefined {
  try {
    return priceScenario({ ...scenario, isCarried: true }, list);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return undefined;
  }
}

/** The scenarios of `scenarios/` that can be read; the others are left to `omkost check`. */
export async function readableScenarios(outside: Outside): Promise<{ name: string; scenario: CheckedScenario }[]> {
  const { workingFolder, standardInput } = outside;
  const reader = new InputReader({ workingFolder, standardInput, issued: dateOfBuild(outside) });
  const found: { name: string; scenario: CheckedScenario }[] = [];
  try {
    for (const file of (await findScenarios([], workingFolder)).files) {
      try {
        found.push({ name: file.name, scenario: (await reader.read(file)).scenario });
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
      }
    }
  } catch (error) {
    // A folder of price tables alone has no scenarios to reach.
    if (!(error instanceof UserError)) throw error;
  }
  return found;
}
