/** Changes of figures in words, for the terminal and for Markdown. */
import type { Cause } from '../../../changes/attribute.ts';
import type { BuildChanges, FigureChange, NoteChanges } from '../../../changes/changes.types.ts';
import { figureReasons } from '../../../changes/figure-reasons.ts';
import type { InputChange, InputKind } from '../../../changes/input-changes.ts';

const percentages = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const amounts = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
const wholeAmounts = new Intl.NumberFormat('da-DK', { maximumFractionDigits: 0, signDisplay: 'exceptZero' });

/** “+7,2 pct.”, of a share “−2,2 pp.” (percentage points); nothing where a value is not known or was nothing. */
export function relativeChange({ name, valueBefore, valueAfter }: FigureChange): string {
  if (valueBefore === undefined || valueAfter === undefined || valueBefore === 0) return '';
  if (name.startsWith('share.')) return `${amounts.format((valueAfter - valueBefore) * 100)} pp.`;
  return `${percentages.format((valueAfter / valueBefore - 1) * 100)} pct.`;
}

/** “+297”, “−12,5”, “0”: in kroner, the unit of the headline figures. */
export function effectText(effect: number | undefined): string {
  if (effect === undefined) return '0';
  return (Math.abs(effect) >= 100 ? wholeAmounts : amounts).format(effect);
}

const kinds: Readonly<Record<InputKind, string>> = {
  price: 'price',
  index: 'index',
  norm: 'norm',
  overhead: 'overhead',
  discountRate: 'discount rate',
  scenario: '',
  option: '',
};

/** “price socialraadgiver of 2016”, “costs.moeder.hours”. */
export function inputName({ kind, name, year, part }: InputChange): string {
  const row = [kinds[kind], name].filter((word) => word !== '').join(' ');
  return `${row}${year === undefined ? '' : ` of ${year}`}${part === undefined ? '' : `, ${part}`}`;
}

/** The figures that effects are told of: the headline, and the total beside it. */
export function effectFigures({ headline, figures, unseen }: NoteChanges): readonly string[] {
  const known = new Set([...figures, ...unseen].map(({ name }) => name));
  return [...new Set([headline, 'total'])].filter((name) => name === headline || known.has(name));
}

/** What is told of a figure, column by column. */
export interface FigureColumns {
  readonly head: readonly string[];
  /** Head of the column that names the changes. */
  readonly why: string;
  readonly rowOf: (figure: FigureChange) => readonly string[];
}

interface FigureTable {
  readonly head: readonly string[];
  /** `why` has a column of its own where the head has one for it. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly why: readonly string[] }[];
}

/** Each figure with the names of the changes it follows; no column for them where none has any. */
export function withWhy(note: NoteChanges, figures: readonly FigureChange[], columns: FigureColumns): FigureTable {
  const rows = figures.map((figure) => ({ cells: columns.rowOf(figure), why: whyNames(note, figure) }));
  return { head: rows.some(({ why }) => why.length > 0) ? [...columns.head, columns.why] : columns.head, rows };
}

/** More than these are counted: a cell is to be read. */
const mostNamed = 3;

function whyNames(note: NoteChanges, figure: FigureChange): readonly string[] {
  const { causes, wording, isTogether, isProgram } = figureReasons(note, figure);
  const named = [
    ...causes.map(({ changes }) => companyName(changes)),
    ...wording.map(inputName),
    ...(isTogether ? ['several together'] : []),
    ...(isProgram ? [programEffect(note)?.what ?? ''] : []),
  ].filter((name) => name !== '');
  const left = named.length - mostNamed;
  return left <= 0 ? named : [...named.slice(0, mostNamed), `and ${left} more`];
}

/** Of changes that can only be made together: “costs.tolkning, with 1 other”. */
function companyName([first, ...others]: readonly InputChange[]): string {
  if (first === undefined) return '';
  return others.length === 0 ? inputName(first) : `${inputName(first)}, with ${counted(others.length, 'other')}`;
}

/** The largest first; changes from which no figure follows are apart. */
export function sortedCauses({ causes, headline }: NoteChanges): { moving: readonly Cause[]; idle: readonly Cause[] } {
  const size = ({ effects }: Cause) => Math.abs(effects[headline] ?? 0);
  const moving = causes.filter(({ effects }) => Object.keys(effects).length > 0);
  return {
    moving: moving.sort((one, other) => size(other) - size(one)),
    idle: causes.filter(({ effects }) => Object.keys(effects).length === 0),
  };
}

/** “2 of 3 notes changed: 9 printed figures; 1 added”. */
export function summaryLine({ notes }: BuildChanges): string {
  const count = (status: NoteChanges['status']) => notes.filter((note) => note.status === status).length;
  const changed = notes.filter(({ status }) => status === 'changed');
  const figures = changed.reduce((sum, note) => sum + note.figures.length, 0);
  const parts = [
    `${changed.length} of ${counted(notes.length, 'note')} changed: ${counted(figures, 'printed figure')}`,
    ...(count('added') > 0 ? [`${count('added')} added`] : []),
    ...(count('removed') > 0 ? [`${count('removed')} removed`] : []),
  ];
  return notes.every(({ status }) => status === 'same') ? 'nothing changed' : parts.join('; ');
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** What inputs do not explain: another version of the program computes otherwise; of the same version, somebody changed a file. */
export function programEffect({ program }: NoteChanges): { what: string; before: string; after: string } | undefined {
  if (program === undefined || Object.keys(program.effects).length === 0) return undefined;
  const [before, after] = [program.before ?? '', program.after ?? ''];
  return { what: before === after ? 'not explained by the inputs' : 'another version of omkost', before, after };
}

/** Why no cause is told, where none is. */
export function unexplained({ explained, obstacle }: NoteChanges): string | undefined {
  if (explained === 'no-inputs')
    return 'causes cannot be computed: one side has only its results; compare PDFs, which carry their inputs';
  if (explained === 'not-computable')
    return `causes cannot be computed: this version of omkost cannot compute the inputs of one side (${obstacle ?? ''})`;
  return undefined;
}
