/** Reads an answer in CSV: `;` between, decimal comma where it is in Danish, perhaps a byte order mark first. */
import { parse } from 'csv-parse/sync';
import { type Answer, type Category, type Observation, refuseAnswer, shown } from './answer.ts';
import { readDecimal } from './read-decimal.ts';

const timeHead = /^(?:tid|time)$/i;
const figureHead = /^(?:indhold|content|contents|value)$/i;

const hint = 'save the answer of StatBank as JSON-stat or CSV (semicolons, with the names of variables first)';

/** Throws UserError `statbank-answer` where columns are missing or a row is cut off. */
export function readCsvAnswer(text: string): Answer {
  const [head, ...rows] = rowsOf(text);
  const time = head?.findIndex((name) => timeHead.test(name)) ?? -1;
  const figure = head?.findIndex((name) => figureHead.test(name)) ?? -1;
  if (head === undefined || time === -1 || figure === -1)
    throw refuseAnswer('the answer is neither JSON-stat nor CSV with the columns TID and INDHOLD', hint);
  return { title: '', units: [], observations: rows.map((row, index) => observation(row, index + 2)) };

  function observation(row: readonly string[], line: number): Observation {
    const value = readDecimal(row[figure]);
    if (value === 'unreadable')
      throw refuseAnswer(`“${shown(row[figure] ?? '')}” in line ${line} of the answer is not a figure`, hint);
    const others = (head ?? []).flatMap((name, at) =>
      at === time || at === figure ? [] : [[name, { label: row[at] ?? '' }] satisfies [string, Category]],
    );
    return { period: row[time] ?? '', at: new Map(others), value };
  }
}

function rowsOf(text: string): string[][] {
  try {
    return parse(text, { delimiter: ';', bom: true, trim: true, skip_empty_lines: true });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw Object.assign(refuseAnswer(`the answer cannot be read as CSV: ${shown(why, 200)}`, hint), { cause });
  }
}
