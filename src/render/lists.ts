/** Lists of tables, figures and boxes, for notes with so many that the contents list is not enough to find one. */
import type { Listed } from './note-pass.ts';

/** A note with fewer has no lists, unless its author asks for them. */
const fewestListed = 20;

export interface List {
  readonly id: string;
  readonly title: string;
  /** As entries of the contents list: the label is the number. */
  readonly entries: readonly { readonly id: string; readonly number: string; readonly title: string }[];
}

const kinds = [
  ['table', 'listOfTables'],
  ['chart', 'listOfFigures'],
  ['box', 'listOfBoxes'],
] as const;

/** `wanted` is the author's choice, where there is one; a kind that the note has nothing of has no list. */
export function listsOf(
  listed: readonly Listed[],
  labels: Readonly<Record<string, string>>,
  wanted?: boolean,
): readonly List[] {
  if (!(wanted ?? listed.length >= fewestListed)) return [];
  return kinds.flatMap(([kind, label]) => {
    const entries = listed.filter((one) => one.kind === kind);
    if (entries.length === 0) return [];
    const shown = entries.map(({ id, label: number, title }) => ({ id, number, title, isSub: true }));
    return [{ id: `list-of-${kind}s`, title: labels[label] ?? label, entries: shown }];
  });
}
