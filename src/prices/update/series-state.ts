/** A series of the price list as an update meets it. */
import type { ListedIndex, ListedPrice, PriceList } from '../parse.ts';
import type { SeriesState } from './plan-update.ts';
import type { SeriesKind } from './series-update.ts';

/** undefined where the list has no such series. */
export function seriesIn(list: PriceList, kind: SeriesKind, name: string): SeriesState | undefined {
  if (kind === 'indexes') {
    const listed = list.indexes.get(name);
    return listed && indexState(listed);
  }
  const listed = list.prices.get(name);
  return listed && priceState(listed);
}

function indexState({ series, place }: ListedIndex): SeriesState {
  return { label: series.name, unit: series.base, values: series.values, base: series.base, place };
}

function priceState({ price, place }: ListedPrice): SeriesState {
  return { label: price.name, unit: price.unit, values: price.values, place };
}
