/** A row of a price table by the hash of what one note uses of it. */
import { sha256OfValue } from '../files/digest.ts';
import { extractOf, type UsedRow } from '../prices/extract.ts';
import type { PriceList } from '../prices/parse.ts';

/** Undefined where the tables no longer have the row. The table's own name counts: the extract bears it. */
export function digestRow(list: PriceList, row: UsedRow): string | undefined {
  const extract = extractOf(list, row);
  return extract === undefined ? undefined : sha256OfValue([extract.table.replaceAll('\\', '/'), extract.written]);
}
