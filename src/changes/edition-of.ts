/** A note that is at hand → what it was computed from, as its PDF will carry it. */
import { extractTables, usedRows } from '../prices/extract.ts';
import type { PriceList } from '../prices/parse.ts';
import type { PricedScenario } from '../prices/price.ts';
import type { CheckedScenario } from '../scenario/parse.ts';
import { rowFileOf } from '../scenario/rows/row-file.ts';
import type { Edition } from './edition.ts';

export interface NoteAtHand {
  readonly scenario: CheckedScenario;
  readonly prices: PriceList;
  /** The price year that was asked for instead of the scenario's. */
  readonly priceYear?: number;
}

export function editionOf({ scenario, prices, priceYear }: NoteAtHand, priced: PricedScenario): Edition {
  const { located, row } = scenario;
  return {
    scenario: located.source,
    ...(row !== undefined && row.values.length > 0 && { row: { path: row.source.path, text: rowFileOf(row) } }),
    prices: extractTables(prices, usedRows(priced)),
    ...(priceYear !== undefined && { priceYear }),
  };
}
