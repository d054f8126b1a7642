/** What the figures are called that an analysis changes. */

import type { ReportContext } from '../context.ts';
import { fullName, inputRows } from '../provenance.ts';

/** “Hold: antal teams”; of several figures what they have in common, or all their names. */
export function variedName(context: ReportContext, paths: Iterable<string>): string {
  const wanted = new Set(paths);
  const rows = inputRows(context).filter(({ path }) => wanted.has(path));
  const [first] = rows;
  if (first === undefined) return [...wanted].join(', ');
  const alike = rows.every(({ what }) => what === first.what);
  if (rows.length > 1 && alike) return first.what;
  return rows.map((row) => fullName(context, row)).join(', ');
}
