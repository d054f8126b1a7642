/** One row of a file of figures → which series it is of, and its values by year; what is wrong is told at the cell. */
import type { CsvCell, CsvRow, CsvTable } from '../../csv/read-csv.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Place } from '../../problem/source.ts';
import { suggestion } from '../../problem/suggest.ts';
import { readIndexValue } from '../../scenario/quantity/read-index.ts';
import { readPriceAmount } from '../../scenario/quantity/read-wage.ts';
import { readYear } from '../../scenario/quantity/read-year.ts';
import { inQuotes, type Reading, unread } from '../../scenario/quantity/reading.ts';
import { idSchema } from '../../scenario/schema/provenance.ts';
import type { PriceList } from '../parse.ts';
import { isYear } from './csv-heads.ts';
import type { CsvMapping } from './csv-mapping.ts';
import { seriesIn } from './series-state.ts';

export interface ReadRow {
  /** Of its series in the price tables; none where it cannot be known. */
  readonly name?: string;
  /** What the file calls it. */
  readonly label: string;
  readonly values: readonly { readonly year: number; readonly value: number; readonly place: Place }[];
  readonly problems: readonly Problem[];
}

/** Undefined of a row that the mapping leaves out: the file may hold much more than the tables do. */
export function readCsvRow(file: CsvTable, row: CsvRow, mapping: CsvMapping, list: PriceList): ReadRow | undefined {
  const heads = file.header.map(({ text }) => text);
  const [first] = row.cells;
  const nameCell = row.cells[heads.indexOf(mapping.columns.name ?? '')] ?? first;
  if (first === undefined || nameCell === undefined) return undefined;
  if (row.cells.length !== heads.length) {
    const message = `the row has ${row.cells.length} cells, the head ${heads.length}`;
    const hint = 'put a cell that holds the separator in quotation marks';
    return { label: '', values: [], problems: [problemAt(first.place, 'type-wrong', message, hint)] };
  }
  const { series, names, columns } = mapping;
  const label = columns.name === undefined ? (series ?? '') : nameCell.text;
  const name = series ?? (names === undefined ? label : names[label]);
  if (name === undefined) return undefined;
  const refusal = seriesIn(list, mapping.kind, name) === undefined ? newRowProblem(name, mapping, list) : undefined;
  if (refusal !== undefined) return { label, values: [], problems: [{ ...refusal, place: nameCell.place }] };
  const read = cellsOf(heads, row, mapping).map((cells) => readDated(cells, mapping, list, name));
  return {
    name,
    label,
    values: read.flatMap((one) => (one !== undefined && 'value' in one ? [one] : [])),
    problems: read.flatMap((one) => (one !== undefined && 'message' in one ? [one] : [])),
  };
}

/** Whether a row that no table has may be added, and under this name. */
function newRowProblem(name: string, mapping: CsvMapping, list: PriceList): Problem | undefined {
  const { kind, new: rows } = mapping;
  if (rows === undefined) {
    const message = `no row of the price tables is called “${name}”`;
    const example = kind === 'prices' ? '`new: { unit: kr./time }`' : '`new: { base: 2015 = 100 }`';
    const hint = `${suggestion(name, list[kind].keys())} To add it as a new one, write ${example} in the mapping`;
    return { severity: 'error', code: 'series-unknown', message, hint };
  }
  if (idSchema.safeParse(name).success) return undefined;
  const message = `a new row cannot be called “${name}” in the price tables`;
  const hint = `give it a name of letters, digits and hyphens: \`names: { "${name}": … }\``;
  return { severity: 'error', code: 'name-invalid', message, hint };
}

interface DatedCell {
  /** The head of its column, or the cell of its row. */
  readonly year: CsvCell;
  readonly value: CsvCell;
}

function cellsOf(heads: readonly string[], { cells }: CsvRow, { columns }: CsvMapping): readonly DatedCell[] {
  const cellAt = (head: string | undefined) => cells[heads.indexOf(head ?? '')];
  if (columns.year === undefined)
    return cells.flatMap((value, at) => {
      const head = heads[at] ?? '';
      return isYear(head) ? [{ year: { text: head, place: value.place }, value }] : [];
    });
  const [year, value] = [cellAt(columns.year), cellAt(columns.value)];
  return year === undefined || value === undefined ? [] : [{ year, value }];
}

function readDated(
  { year, value }: DatedCell,
  mapping: CsvMapping,
  list: PriceList,
  name: string,
): ReadRow['values'][number] | Problem | undefined {
  // “..” is what statistics offices write where they have no figure.
  if (['', '..', '-'].includes(value.text)) return undefined;
  const readIn = readYear(year.text);
  if (!readIn.ok) return problemAt(year.place, readIn.code, readIn.message, readIn.hint);
  const read = readValue(value.text, list, mapping, name);
  if (!read.ok) return problemAt(value.place, read.code, read.message, read.hint);
  return { year: readIn.value, value: read.value, place: value.place };
}

const periods = { hour: 'kr./time', year: 'kr./år', none: undefined } as const;

function readValue(text: string, list: PriceList, mapping: CsvMapping, name: string): Reading<number> {
  if (mapping.kind === 'indexes') return readIndexValue(text);
  const reading = readPriceAmount(text);
  if (!reading.ok) return reading;
  const { amount, period } = reading.value;
  const unit = list.prices.get(name)?.price.unit ?? mapping.new?.unit;
  const said = periods[period];
  if (said === undefined || said === unit) return { ok: true, value: amount };
  return unread('price-unit', `${inQuotes(text)} is in another unit than the price, which is in ${unit}`, 'convert it');
}

function problemAt(place: Place, code: Problem['code'], message: string, hint: string | undefined): Problem {
  return { severity: 'error', code, message, place, ...(hint !== undefined && { hint }) };
}
