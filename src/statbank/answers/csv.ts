/** Reads an answer in CSV: `;` between, decimal comma where it is in Danish, perhaps a byte order mark first. */
import { type CsvRow, type CsvTable, readCsv } from '../../csv/read-csv.ts';
import { UserError } from '../../problem/problem.ts';
import { type Answer, type Category, type Observation, refuseAnswer, shown } from './answer.ts';
import { readDecimal } from './read-decimal.ts';

const timeHead = /^(?:tid|time)$/i;
const figureHead = /^(?:indhold|content|contents|value)$/i;

const hint = 'save the answer of StatBank as JSON-stat or CSV (semicolons, with the names of variables first)';

/** Throws UserError `statbank-answer` where columns are missing or a row is cut off. */
export function readCsvAnswer(text: string): Answer {
  const { header, rows } = tableOf(text);
  const names = header.map((cell) => cell.text);
  const time = names.findIndex((name) => timeHead.test(name));
  const figure = names.findIndex((name) => figureHead.test(name));
  if (time === -1 || figure === -1)
    throw refuseAnswer('the answer is neither JSON-stat nor CSV with the columns TID and INDHOLD', hint);
  const columns: Columns = { names, time, figure };
  return { title: '', units: [], observations: rows.map((row) => observation(row, columns)) };
}

interface Columns {
  readonly names: readonly string[];
  /** Where among the names. */
  readonly time: number;
  readonly figure: number;
}

function observation({ cells }: CsvRow, { names, time, figure }: Columns): Observation {
  const line = cells[0]?.place.line ?? 1;
  if (cells.length !== names.length) {
    const message = `line ${line} of the answer has ${cells.length} cells under ${names.length} columns: is it cut off?`;
    throw refuseAnswer(message, hint);
  }
  const texts = cells.map((cell) => cell.text);
  const value = readDecimal(texts[figure]);
  if (value === 'unreadable')
    throw refuseAnswer(`“${shown(texts[figure] ?? '')}” in line ${line} of the answer is not a figure`, hint);
  const others = names.flatMap((name, at) =>
    at === time || at === figure ? [] : [[name, { label: texts[at] ?? '' }] satisfies [string, Category]],
  );
  return { period: texts[time] ?? '', at: new Map(others), value };
}

/** What is wrong with the table is told of the answer: it is no file of the price keeper's. */
function tableOf(text: string): CsvTable {
  try {
    return readCsv({ path: 'the answer', text });
  } catch (cause) {
    if (!(cause instanceof UserError)) throw cause;
    const [problem] = cause.problems;
    const where = problem?.place === undefined ? '' : `line ${problem.place.line}: `;
    throw Object.assign(refuseAnswer(`the answer cannot be read as CSV: ${where}${problem?.message ?? ''}`, hint), {
      cause,
    });
  }
}
