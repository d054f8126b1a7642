/** A file of figures, read by a mapping → new values for series of the price tables. */
import { CsvError, parse } from 'csv-parse/sync';
import { type Problem, refuseErrors, UserError } from '../../problem/problem.ts';
import type { Place, Source } from '../../problem/source.ts';
import { suggestion } from '../../problem/suggest.ts';
import { readIndexValue } from '../../scenario/quantity/read-index.ts';
import { readPriceAmount } from '../../scenario/quantity/read-wage.ts';
import { readYear } from '../../scenario/quantity/read-year.ts';
import { inQuotes, type Reading, unread } from '../../scenario/quantity/reading.ts';
import type { Located } from '../../yaml/parse-yaml.ts';
import type { PriceList } from '../parse.ts';
import type { CsvMapping } from './csv-mapping.ts';
import { seriesIn } from './series-state.ts';
import type { SeriesUpdate } from './series-update.ts';

interface Row {
  readonly cells: readonly string[];
  /** Line of the file, from 1. */
  readonly line: number;
}

interface CsvFile {
  readonly source: Source;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

/** Values by year of a series, while they are gathered. */
type Gathered = Map<string, Map<number, number>>;

/** `today` is the day of reading where the mapping gives none. Throws UserError with every bad row, by line and column. */
export function csvUpdates(
  source: Source,
  mapping: Located<CsvMapping>,
  list: PriceList,
  today: string,
): readonly SeriesUpdate[] {
  const file = readCsv(source, mapping.value.separator);
  const problems = headProblems(file, mapping);
  refuseErrors(problems);
  const gathered: Gathered = new Map();
  for (const row of file.rows) problems.push(...addRow(gathered, file, row, mapping.value, list));
  for (const [given, name] of Object.entries(mapping.value.names ?? {})) {
    if (gathered.has(name) || problems.length > 0) continue;
    const place = mapping.locate(['names', given], 'key');
    const hint = 'write it as it stands in the file';
    problems.push({ severity: 'error', code: 'series-unknown', message: `no row is called “${given}”`, place, hint });
  }
  refuseErrors(problems);
  const { kind, source: reference } = mapping.value;
  const { title, publisher, at, url, read = today } = reference ?? {};
  return [...gathered].map(([name, values]) => ({
    table: seriesIn(list, kind, name)?.place.source.path ?? '',
    kind,
    name,
    values,
    source: { read, ...(title && { title }), ...(publisher && { publisher }), ...(at && { at }), ...(url && { url }) },
  }));
}

function readCsv(source: Source, separator: CsvMapping['separator'] = ';'): CsvFile {
  try {
    const delimiter = separator === 'tab' ? '\t' : separator;
    const options = { delimiter, bom: true, trim: true, skip_empty_lines: true, relax_column_count: true };
    const rows: Row[] = [];
    parse(source.text, {
      ...options,
      on_record: (cells: string[], { lines }) => {
        rows.push({ cells, line: lines });
        return null;
      },
    });
    const [head, ...rest] = rows;
    return { source, heads: head?.cells ?? [], rows: rest };
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line = typeof cause.lines === 'number' ? cause.lines : 1;
    const message = 'a quotation mark is not closed, or stands inside a cell';
    const hint = 'put the whole cell in quotation marks, and double those inside it';
    const place = { source, line, column: 1, length: 1 };
    throw new UserError([{ severity: 'error', code: 'type-wrong', message, place, hint }], { cause });
  }
}

/** The columns that the mapping names are there, and it says of what and of when each value is. */
function headProblems({ heads, source }: CsvFile, mapping: Located<CsvMapping>): Problem[] {
  const { columns, series, names } = mapping.value;
  const problem = (path: readonly string[], code: Problem['code'], message: string, hint: string): Problem => ({
    severity: 'error',
    code,
    message,
    place: mapping.locate(path),
    hint,
  });
  const found: Problem[] = Object.entries(columns).flatMap(([key, head]) => {
    if (head === undefined) return [];
    const times = heads.filter((one) => one === head).length;
    const said = times === 0 ? `has no column “${head}”` : `has ${times} columns “${head}”`;
    const hint = times === 0 ? separatorHint(heads, head) : 'give each column a head of its own';
    const code = times === 0 ? 'value-unknown' : 'key-conflict';
    return times === 1 ? [] : [problem(['columns', key], code, `${source.path} ${said}`, hint)];
  });
  if ((columns.name === undefined) === (series === undefined)) {
    const hint = 'write one of them: `columns: { name: … }` where rows are of different series, else `series:`';
    found.push(problem(['columns'], 'key-missing', 'the mapping does not say what the values are of', hint));
  }
  if (series !== undefined && names !== undefined) {
    found.push(problem(['names'], 'key-conflict', '`names` goes with `columns.name`', 'remove `names`, or `series`'));
  }
  if ((columns.year === undefined) !== (columns.value === undefined)) {
    const hint = 'write both, or none where the years are heads of columns';
    found.push(problem(['columns'], 'key-missing', '`year` and `value` go together', hint));
  }
  if (columns.year === undefined && !heads.some(isYear)) {
    const hint = `add \`year\` and \`value\`; the columns are ${heads.join(', ')}`;
    found.push(problem(['columns'], 'key-missing', 'no column is headed by a year', hint));
  }
  return found;
}

/** The head that was meant; or, where the whole line was taken for one head, how its cells are told apart. */
function separatorHint(heads: readonly string[], wanted: string): string {
  const [only = ''] = heads;
  const separator = [',', '\t', ';'].find((sign) => heads.length === 1 && only.split(sign).includes(wanted));
  if (separator === undefined) return suggestion(wanted, heads);
  const name = separator === '\t' ? 'tab' : `"${separator}"`;
  return `its columns are parted by another sign: add \`separator: ${name}\` to the mapping`;
}

function isYear(head: string): boolean {
  return /^(?:199\d|20\d\d|2100)$/.test(head);
}

/** The values of a row put with those of its series. */
function addRow(gathered: Gathered, file: CsvFile, row: Row, mapping: CsvMapping, list: PriceList): Problem[] {
  const { columns, kind, names } = mapping;
  const refuse = (column: number, said: Pick<Problem, 'code' | 'message' | 'hint'>): Problem => ({
    severity: 'error',
    place: placeOf(file, row, column),
    ...said,
  });
  if (row.cells.length !== file.heads.length) {
    const message = `the row has ${row.cells.length} cells, the head ${file.heads.length}`;
    return [refuse(0, { code: 'type-wrong', message, hint: 'put a cell that holds the separator in quotation marks' })];
  }
  const at = (head: string | undefined) => (head === undefined ? -1 : file.heads.indexOf(head));
  const given = row.cells[at(columns.name)] ?? '';
  const name = mapping.series ?? (names === undefined ? given : names[given]);
  // The file may hold much more than the tables do.
  if (name === undefined) return [];
  if (seriesIn(list, kind, name) === undefined) {
    const hint = suggestion(name, list[kind].keys());
    return [
      refuse(at(columns.name), {
        code: 'series-unknown',
        message: `no row of the price tables is called “${name}”`,
        hint,
      }),
    ];
  }
  const values = gathered.get(name) ?? new Map<number, number>();
  gathered.set(name, values);
  const dated: readonly (readonly [number, number])[] =
    columns.year === undefined
      ? file.heads.flatMap((head, place) => (isYear(head) ? [[-1, place] as const] : []))
      : [[at(columns.year), at(columns.value)]];
  return dated.flatMap(([yearAt, valueAt]): Problem[] => {
    const text = row.cells[valueAt] ?? '';
    // “..” is what statistics offices write where they have no figure.
    if (text === '' || text === '..' || text === '-') return [];
    const year = readYear(yearAt < 0 ? (file.heads[valueAt] ?? '') : (row.cells[yearAt] ?? ''));
    if (!year.ok) return [refuse(yearAt, year)];
    const value = readValue(text, list, mapping, name);
    if (!value.ok) return [refuse(valueAt, value)];
    const other = values.get(year.value);
    values.set(year.value, value.value);
    if (other === undefined || other === value.value) return [];
    const message = `“${name}” has two values for ${year.value}`;
    return [refuse(valueAt, { code: 'key-conflict', message, hint: 'keep one of the rows' })];
  });
}

const periods = { hour: 'kr./time', year: 'kr./år', none: undefined } as const;

function readValue(text: string, list: PriceList, { kind }: CsvMapping, name: string): Reading<number> {
  if (kind === 'indexes') return readIndexValue(text);
  const reading = readPriceAmount(text);
  if (!reading.ok) return reading;
  const { amount, period } = reading.value;
  const unit = list.prices.get(name)?.price.unit;
  const said = periods[period];
  if (said === undefined || said === unit) return { ok: true, value: amount };
  return unread('price-unit', `${inQuotes(text)} is in another unit than the price, which is in ${unit}`, 'convert it');
}

/** Where a cell stands in its line; the line's beginning for a row as a whole. */
function placeOf({ source }: CsvFile, { cells, line }: Row, cell: number): Place {
  const text = source.text.split(/\r\n|\n|\r/)[line - 1] ?? '';
  let from = 0;
  for (const before of cells.slice(0, Math.max(0, cell)))
    from = Math.max(from, text.indexOf(before, from) + before.length);
  const wanted = cells[cell] ?? '';
  const column = Math.max(0, text.indexOf(wanted, from));
  return { source, line, column: column + 1, length: Math.max(1, wanted.length) };
}
