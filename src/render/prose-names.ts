/** The names an author may write between `{{` and `}}`, and what stands behind each of them. */
import type { ChartView, FigureText, FigureTree, NoteView, TableView } from '../report/view.types.ts';

export type Named =
  /** A text of the scenario's row. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly text: string }
  | { readonly kind: 'table'; readonly view: TableView }
  | { readonly kind: 'chart'; readonly view: ChartView }
  /** A box, section or source: it can only be referred to. */
  | { readonly kind: 'place' };

/** The other ways to print a figure; `{{total}}` alone prints its `text`. */
export const forms = ['near', 'plain', 'exact'] as const;
type Form = (typeof forms)[number];

/** What a text calls a source that the scenario has under this name. */
export function referenceName(name: string): string {
  return `references.${name}`;
}

/** What a full name stands for; undefined when it stands for nothing that can be printed. */
export function lookUp(name: string, view: NoteView, places: readonly string[] = []): Named | undefined {
  if (places.includes(name)) return { kind: 'place' };
  const [first = '', second = '', ...rest] = name.split('.');
  if (first === 'row' && rest.length === 0) {
    const text = own(view.row ?? {}, second);
    if (text !== undefined) return { kind: 'text', text };
  }
  if (first === 'tables' && rest.length === 0) {
    const table = own(view.tables, second);
    if (table !== undefined) return { kind: 'table', view: table };
  }
  if (first === 'charts' && rest.length === 0) {
    const chart = own(view.charts, second);
    if (chart !== undefined) return { kind: 'chart', view: chart };
  }
  const text = figureText(name.split('.'), view.figures);
  return text === undefined ? undefined : { kind: 'figure', text };
}

/** Every name that `lookUp` knows; the forms of a figure (`total.exact`) after all the figures. */
export function knownNames(view: NoteView): readonly string[] {
  const figures = figureNames(view.figures, '');
  return [
    ...figures,
    ...Object.keys(view.row ?? {}).map((name) => `row.${name}`),
    ...Object.keys(view.tables).map((name) => `tables.${name}`),
    ...Object.keys(view.charts).map((name) => `charts.${name}`),
    ...figures.flatMap((name) => forms.map((form) => `${name}.${form}`)),
  ];
}

function figureText(parts: readonly string[], figures: FigureTree): string | undefined {
  let at: FigureText | FigureTree = figures;
  for (const [index, part] of parts.entries()) {
    if (isFigure(at)) {
      const isLast = index === parts.length - 1;
      return isLast && isForm(part) ? at[part] : undefined;
    }
    const next: FigureText | FigureTree | undefined = own(at, part);
    if (next === undefined) return undefined;
    at = next;
  }
  return isFigure(at) ? at.text : undefined;
}

function figureNames(tree: FigureTree, prefix: string): string[] {
  return Object.entries(tree).flatMap(([name, branch]) =>
    isFigure(branch) ? [prefix + name] : figureNames(branch, `${prefix}${name}.`),
  );
}

/** A branch may itself be called “text”, but then it is not a string. */
function isFigure(branch: FigureText | FigureTree): branch is FigureText {
  return typeof branch.text === 'string';
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

export function isForm(name: unknown): name is Form {
  return forms.some((form) => form === name);
}
