/** The heads of a file of figures: whether its mapping fits them. */
import type { CsvTable } from '../../csv/read-csv.ts';
import type { Problem } from '../../problem/problem.ts';
import { suggestion } from '../../problem/suggest.ts';
import type { Located } from '../../yaml/parse-yaml.ts';
import type { CsvMapping } from './csv-mapping.ts';

/** The columns that the mapping names are there, and it says of what and of when each value is. */
export function headProblems({ header, source }: CsvTable, mapping: Located<CsvMapping>): Problem[] {
  const heads = header.map(({ text }) => text);
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
  return `its columns are parted by another sign: write \`separator: ${name}\` in the mapping, or leave it out`;
}

export function isYear(head: string): boolean {
  return /^(?:199\d|20\d\d|2100)$/.test(head);
}
