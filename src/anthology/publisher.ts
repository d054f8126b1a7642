/** Who publishes an anthology. */
import type { Note } from '../note.ts';
import { mergedPublisher } from '../render/publisher.ts';
import type { PublisherView } from '../report/view.types.ts';
import type { Anthology } from '../scenario/anthology/schema.ts';

/**
 * What its file says, key by key: over the theme's publisher where it names one, else over who publishes the first chapter. The number
 * of one chapter as a book, and where to get it, are not the anthology's.
 */
export function anthologyPublisher(
  own: Anthology['publisher'],
  ofTheme: PublisherView | undefined,
  [first]: readonly Note[],
): PublisherView {
  const { isbn: _, download: __, ...ofFirst } = first?.view.publisher ?? { name: '', addressLines: [] };
  const { name, ...merged } = mergedPublisher(own, own?.name === undefined ? ofFirst : ofTheme);
  return { ...merged, name: name ?? ofFirst.name };
}
