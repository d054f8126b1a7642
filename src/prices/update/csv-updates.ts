/** A file of figures, read by a mapping → new values for series of the price tables, and rows that no table has yet. */
import { type CsvRow, type CsvTable, type Delimiter, readCsv } from '../../csv/read-csv.ts';
import { type Problem, refuseErrors } from '../../problem/problem.ts';
import type { Source } from '../../problem/source.ts';
import type { Located } from '../../yaml/parse-yaml.ts';
import type { PriceList } from '../parse.ts';
import { headProblems } from './csv-heads.ts';
import type { CsvMapping } from './csv-mapping.ts';
import { readCsvRow } from './csv-rows.ts';
import { newRowOf, tableForNew } from './new-rows.ts';
import { seriesIn } from './series-state.ts';
import type { NewRow, SeriesUpdate } from './series-update.ts';

export interface CsvTables {
  readonly list: PriceList;
  /** The texts of the list's tables. */
  readonly tables: readonly Source[];
}

/** What the file says of one series, while it is gathered. */
interface Gathered {
  readonly label: string;
  readonly values: Map<number, number>;
}

const delimiters: Readonly<Record<NonNullable<CsvMapping['separator']>, Delimiter>> = { ';': ';', ',': ',', tab: '\t' };

/** `today` is the day of reading where the mapping gives none. Throws UserError with every bad row, by line and column. */
export function csvUpdates(
  source: Source,
  mapping: Located<CsvMapping>,
  { list, tables }: CsvTables,
  today: string,
): readonly SeriesUpdate[] {
  const { separator, kind, source: reference } = mapping.value;
  const file = readCsv(source, separator && delimiters[separator]);
  const problems = headProblems(file, mapping);
  refuseErrors(problems);
  const gathered = new Map<string, Gathered>();
  for (const row of file.rows) problems.push(...addRow(gathered, file, row, mapping.value, list));
  const isNew = (name: string) => seriesIn(list, kind, name) === undefined;
  const added = [...gathered.keys()].some(isNew) ? tableForNew(tables, mapping) : undefined;
  if (added !== undefined && 'problem' in added) problems.push(added.problem);
  problems.push(...(problems.length > 0 ? [] : unusedNames(gathered, mapping)));
  refuseErrors(problems);
  const { title, publisher, at, url, read = today } = reference ?? {};
  return [...gathered].map(([name, { label, values }]): SeriesUpdate => {
    const row = isNew(name) ? rowOf(mapping.value, label) : undefined;
    const addedTo = added !== undefined && 'path' in added ? added.path : '';
    return {
      table: row === undefined ? (seriesIn(list, kind, name)?.place.source.path ?? '') : addedTo,
      kind,
      name,
      values,
      ...(row && { newRow: row }),
      isWhole: true,
      source: {
        read,
        ...(title && { title }),
        ...(publisher && { publisher }),
        ...(at && { at }),
        ...(url && { url }),
      },
    };
  });
}

function rowOf({ new: rows = {} }: CsvMapping, label: string): NewRow {
  return newRowOf(rows, label);
}

/** Who names a row and does not find it has misspelt it. */
function unusedNames(gathered: ReadonlyMap<string, Gathered>, mapping: Located<CsvMapping>): Problem[] {
  return Object.entries(mapping.value.names ?? {}).flatMap(([given, name]): Problem[] => {
    if (gathered.has(name)) return [];
    const place = mapping.locate(['names', given], 'key');
    const hint = 'write it as it stands in the file';
    return [{ severity: 'error', code: 'series-unknown', message: `no row is called “${given}”`, place, hint }];
  });
}

/** The values of a row put with those of its series. */
function addRow(
  gathered: Map<string, Gathered>,
  file: CsvTable,
  row: CsvRow,
  mapping: CsvMapping,
  list: PriceList,
): Problem[] {
  const read = readCsvRow(file, row, mapping, list);
  if (read === undefined) return [];
  const { name, label, values, problems } = read;
  if (name === undefined) return [...problems];
  const series = gathered.get(name) ?? { label, values: new Map<number, number>() };
  gathered.set(name, series);
  const twice = values.flatMap(({ year, value, place }): Problem[] => {
    const other = series.values.get(year);
    series.values.set(year, value);
    if (other === undefined || other === value) return [];
    const message = `“${name}” has two values for ${year}`;
    return [{ severity: 'error', code: 'key-conflict', message, place, hint: 'keep one of the rows' }];
  });
  return [...problems, ...twice];
}
