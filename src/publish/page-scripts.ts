/**
 * What is asked of a page from inside it. Each function is sent to the browser as text, so it can use nothing from this file;
 * it runs although the page's own scripts are off. Declared here is what of the browser's world they touch.
 */

interface PageElement {
  textContent: string | null;
  readonly localName: string;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): { readonly width: number; readonly height: number };
}
interface PageFont {
  readonly family: string;
  readonly weight: string;
  readonly style: string;
  readonly status: string;
  load(): Promise<unknown>;
}
declare const document: {
  readonly fonts: Iterable<PageFont> & { readonly ready: Promise<unknown> };
  getElementById(id: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
};

/** Loads every declared font, also those that only a page margin uses, and names the ones that failed. */
export async function failedFonts(): Promise<string[]> {
  await document.fonts.ready;
  const fonts = [...document.fonts];
  await Promise.allSettled(fonts.map((font) => font.load()));
  return fonts
    .filter((font) => font.status !== 'loaded')
    .map((font) => `${font.family} ${font.weight} ${font.style} (${font.status})`);
}

/**
 * Names what could load or leave later than the page itself: by then its request would be held against the next note. A note has no
 * use for any of it.
 */
export function lateLoaders(): string[] {
  const elements = [...document.querySelectorAll('iframe, frame, object, embed, meta[http-equiv="refresh" i]')];
  return elements.map((element) => {
    const address = element.getAttribute('src') ?? element.getAttribute('data') ?? element.getAttribute('content');
    return `<${element.localName}> ${address ?? ''}`.trim();
  });
}

export interface NumbersToFill {
  readonly numbers: readonly (readonly [id: string, page: number])[];
  /** Leave the page as it was unless every number fits the box it has. */
  readonly onlyIfSameSize: boolean;
}

/** Writes page numbers into `#page-of-<id>`. Answers which places are missing, and whether the numbers stand there now. */
export function fillPageNumbers({ numbers, onlyIfSameSize }: NumbersToFill): { missing: string[]; filled: boolean } {
  const places = numbers.map(([id, page]) => ({ id, page, element: document.getElementById(`page-of-${id}`) }));
  const missing = places.filter(({ element }) => element === null).map(({ id }) => id);
  const measure = () =>
    JSON.stringify(
      places.map(({ element }) => [element?.getBoundingClientRect().width, element?.getBoundingClientRect().height]),
    );
  const sizes = measure();
  const before = places.map(({ element }) => element?.textContent ?? '');
  for (const { element, page } of places) if (element !== null) element.textContent = String(page);
  const filled = !onlyIfSameSize || measure() === sizes;
  if (!filled) {
    places.forEach(({ element }, index) => {
      if (element !== null) element.textContent = before[index] ?? '';
    });
  }
  return { missing, filled };
}
