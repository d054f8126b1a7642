/**
 * A character that no font of the note has is drawn as an empty box, and nobody can read, find or hear it (ISO 14289-1, 7.21.8;
 * ISO 19005-3, 6.2.11.8). Nothing mends that afterwards: the author is told on which page it stands.
 */
import { PDFDict, PDFName } from '@cantoo/pdf-lib';
import { UserError } from '../../problem/problem.ts';
import type { PageContent } from './page-content.ts';

export function refuseMissingGlyphs(pages: readonly PageContent[], title: string): void {
  const lacking = pages.flatMap((page, index) => (lacksGlyphs(page) ? [index + 1] : []));
  if (lacking.length === 0) return;
  const where = `${lacking.length === 1 ? 'page' : 'pages'} ${lacking.join(', ')}`;
  throw new UserError([
    {
      severity: 'error',
      code: 'glyph-missing',
      message: `“${title}” has a character on ${where} that none of its fonts can show`,
      hint: 'look for an empty box there, and write the character in another way; arrows and symbols are the usual ones',
    },
  ]);
}

/** In composite fonts code 0 is the glyph for “not there”; in the others it may be a letter. */
function lacksGlyphs({ page, lackingFonts }: PageContent): boolean {
  const fonts = page.lookup(PDFName.Resources, PDFDict).lookupMaybe(PDFName.Font, PDFDict);
  return [...lackingFonts].some((font) => {
    const dict = fonts?.lookupMaybe(PDFName.of(font), PDFDict);
    return dict?.get(PDFName.of('Subtype')) === PDFName.of('Type0');
  });
}
