/** What the manifest says of an anthology beside its outputs: like a note, with what each of its chapters was made from. */
import type { Anthology } from '../anthology/compose-anthology.ts';
import { sha256, sha256OfValue } from '../files/digest.ts';
import type { ManifestEntry } from '../files/manifest.ts';
import type { ReadNote } from '../files/read-inputs.ts';
import type { AnthologyRequest } from './anthology-request.ts';
import { entryOf } from './make-note.ts';

export function anthologyEntry(
  { reading, anthology: { title, file } }: AnthologyRequest,
  { name, view, chapters, results }: Anthology,
  inputs: readonly ReadNote[],
  { version, browser }: { readonly version: string; readonly browser: string | null },
): Omit<ManifestEntry, 'outputs'> {
  const entries = chapters.flatMap((note, index) => {
    const input = inputs[index];
    return input === undefined ? [] : [entryOf(note, input, { reading, version, browser })];
  });
  const prices = entries.flatMap((entry) => entry.prices);
  const issued = entries.flatMap(({ options }) => options?.issued ?? []).at(0) ?? null;
  return {
    name,
    title: view.title,
    scenario:
      file === undefined
        ? { path: '', sha256: sha256OfValue(entries.map(({ scenario }) => scenario)) }
        : shownSource(file.checked.located.source),
    ...(file !== undefined && {
      prose: [...file.prose].map(([path, { text }]) => ({ file: path, sha256: sha256(text) })),
    }),
    chapters: entries.map(({ name: chapter, scenario, prices: used, inputs: from, options }) => ({
      name: chapter,
      path: scenario.path,
      sha256: scenario.sha256,
      prices: used,
      ...(from && { inputs: from }),
      ...(options && { options }),
    })),
    prices: [...new Map(prices.map((price) => [`${price.name} ${price.year}`, price])).values()],
    options: { priceYear: reading.priceYear ?? null, issued, title: title ?? null },
    madeWith: { program: version, browser },
    printed: { ...results.printed },
  };
}

function shownSource({ path, text }: { readonly path: string; readonly text: string }): ManifestEntry['scenario'] {
  return { path: path.replaceAll('\\', '/'), sha256: sha256(text) };
}
