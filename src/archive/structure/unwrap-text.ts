/** Chromium wraps each run of text in an element without meaning; half the tree is such wrappers, and some of them hold nothing. */
import type { Kid, Structure, StructureElement } from './structure.ts';

/** Types that hold text themselves (ISO 32000-1, 14.8.4.3 and 14.8.4.4). In all others a wrapper stays, or text would stand among blocks. */
const holdsText = new Set([
  'P',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'TH',
  'TD',
  'Caption',
  'Lbl',
  'LBody',
  'Span',
  'Strong',
]);
for (const type of ['Em', 'Link', 'Code', 'Quote', 'Note', 'Figure']) holdsText.add(type);

export function unwrapText({ document }: Structure): void {
  unwrapIn(document);
}

function unwrapIn(element: StructureElement): void {
  element.kids = element.kids.flatMap((kid): Kid[] => {
    if (kid.kind !== 'element') return [kid];
    unwrapIn(kid);
    if (kid.type !== 'NonStruct') return [kid];
    const isOnlyText = kid.kids.every(({ kind }) => kind === 'content');
    return isOnlyText && (kid.kids.length === 0 || holdsText.has(element.type)) ? kid.kids : [kid];
  });
}
