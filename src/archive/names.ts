/** Names of the file (`/Type`, `/K`), each made once: the library looks through a name for escapes every time it is asked for it. */
import { PDFName } from '@cantoo/pdf-lib';

const known = new Map<string, PDFName>();

/** The name as the library holds it: the same object for the same name. */
export function nameOf(name: string): PDFName {
  const found = known.get(name) ?? PDFName.of(name);
  known.set(name, found);
  return found;
}
