/** New values as tables in the terminal and as JSON. */
import type { SeriesPlan, ValueChange } from '../../../prices/update/plan-update.ts';

const figures = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 10 });
const shares = new Intl.NumberFormat('da-DK', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 2,
  signDisplay: 'exceptZero',
});

export function figureText(value: number | undefined): string {
  return value === undefined ? '' : figures.format(value);
}

/** Two tables: what is new, and what the source says of old years now. */
export async function changesText(plans: readonly SeriesPlan[], options: { revised: boolean }): Promise<string> {
  const added = rowsOf(plans, ({ added }) => added);
  const revised = rowsOf(plans, ({ revised }) => revised);
  const stays = options.revised ? 'are replaced' : 'stay as they are (--revised takes them)';
  return [
    added.length === 0 ? '' : `New values:\n${await drawn(added)}\n`,
    revised.length === 0 ? '' : `Old values that the source has revised; they ${stays}:\n${await drawn(revised)}\n`,
  ].join('');
}

function rowsOf(plans: readonly SeriesPlan[], pick: (plan: SeriesPlan) => readonly ValueChange[]): string[][] {
  return plans.flatMap((plan) =>
    pick(plan).map((change) => [
      plan.update.name,
      String(change.year),
      change.old === undefined ? (plan.update.newRow === undefined ? 'new' : 'new row') : figureText(change.old),
      figureText(change.new),
      change.change === undefined ? '' : `${shares.format(change.change * 100)} pct.`,
    ]),
  );
}

async function drawn(rows: readonly string[][]): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const table = new Table({
    head: ['series', 'year', 'old', 'new', 'change'],
    colAligns: ['left', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [] },
  });
  table.push(...rows);
  return table.toString();
}

/** The change of a new year is against the year before. */
export function planAsJson({ update, series, added, revised }: SeriesPlan): Readonly<Record<string, unknown>> {
  const changes = (list: readonly ValueChange[]) =>
    list.map(({ year, old, new: now, change }) => ({ year, old: old ?? null, new: now, change: change ?? null }));
  return {
    series: update.name,
    label: series.label,
    unit: series.unit,
    table: update.table,
    isNewRow: update.newRow !== undefined,
    added: changes(added),
    revised: changes(revised),
    source: update.source,
  };
}
