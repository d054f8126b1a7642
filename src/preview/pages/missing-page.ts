/** What the preview says where there is no such note. */
import { framed } from './page-frame.ts';

export function missingPage(): string {
  const main = '<p>There is no such note here. It may have been renamed or removed: <a href="/">see all notes</a>.</p>';
  return framed({ kind: 'missing', title: 'Not found – omkost preview', header: '<h1>Not found</h1>', main });
}
