/** A list item holds a label and a body (ISO 32000-1, 14.8.4.3.3; ISO 14289-1, 7.2). Chromium writes the label and leaves the body out. */
import type { PdfFile } from '../pdf-file.ts';
import { elementsOf, type Kid, newElement, type Structure } from './structure.ts';

export function completeLists(pdf: PdfFile, { document }: Structure): void {
  const bodied = new Set(['Lbl', 'LBody']);
  const isElement = (kid: Kid, types: ReadonlySet<string>) => kind(kid) !== undefined && types.has(kind(kid) ?? '');
  // Gathered first: the walk must not meet what it adds.
  for (const element of [...elementsOf(document)]) {
    if (element.type !== 'LI') continue;
    const labels = element.kids.filter((kid) => isElement(kid, bodied));
    const rest = element.kids.filter((kid) => !isElement(kid, bodied));
    if (rest.length > 0 || labels.length === 0) element.kids = [...labels, newElement(pdf, 'LBody', rest)];
  }
}

function kind(kid: Kid): string | undefined {
  return kid.kind === 'element' ? kid.type : undefined;
}
