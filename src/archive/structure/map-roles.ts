/** Structure types that PDF 1.7 does not know are mapped to the nearest one it knows (ISO 14289-1, 7.1; ISO 19005-3, 6.7.3.4). */
import { nameOf } from '../names.ts';
import type { PdfFile } from '../pdf-file.ts';
import { elementsOf, type Structure } from './structure.ts';

/** ISO 32000-1, 14.8.4. */
const standardTypes = new Set(
  [
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6',
    'L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot',
    'Ruby RB RT RP Warichu WT WP Figure Formula Form',
  ].flatMap((types) => types.split(' ')),
);

/** Types of PDF 2.0 that Chromium writes. */
const nearest: Readonly<Record<string, string>> = {
  Strong: 'Span',
  Em: 'Span',
  Sub: 'Span',
  Aside: 'Div',
  Title: 'P',
  FENote: 'Note',
  DocumentFragment: 'Part',
};

export function mapRoles({ context }: PdfFile, { root, document }: Structure): void {
  const met = new Set([...elementsOf(document)].map(({ type }) => type).filter((type) => !standardTypes.has(type)));
  if (met.size === 0) return;
  // What is new to us too is said to have no meaning of its own, which is true of none and misleads nobody.
  const roles = [...met].sort().map((type) => [type, nearest[type] ?? 'NonStruct'] as const);
  root.set(nameOf('RoleMap'), context.obj(Object.fromEntries(roles)));
}
