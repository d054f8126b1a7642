/**
 * What is asked of a page from inside it. Each function is sent to the browser as text, so it can use nothing from this file;
 * it runs although the page's own scripts are off. Declared here is what of the browser's world they touch.
 */

interface PageElement {
  textContent: string | null;
  readonly style: {
    setProperty(property: string, value: string, priority?: 'important'): void;
    removeProperty(property: string): void;
  };
  readonly localName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly children: Iterable<PageElement>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  getBoundingClientRect(): { readonly width: number; readonly height: number };
  append(...elements: readonly PageElement[]): void;
  replaceWith(element: PageElement): void;
  remove(): void;
}
interface PageImage extends PageElement {
  decode(): Promise<unknown>;
}
interface PageFont {
  readonly family: string;
  readonly weight: string;
  readonly style: string;
  readonly status: string;
  load(): Promise<unknown>;
}
interface PageText {
  nodeValue: string | null;
}
interface Box {
  readonly top: number;
  readonly bottom: number;
}
interface PageRange {
  setStart(node: PageText, offset: number): void;
  setEnd(node: PageText, offset: number): void;
  getClientRects(): Iterable<Box> & { readonly length: number };
}
interface PageRule {
  /** Only of `@page` rules: empty where the rule is for all pages. */
  readonly selectorText?: string;
  readonly style?: { readonly marginLeft: string; readonly marginRight: string };
}
interface PageDocument {
  readonly documentElement: PageElement;
  readonly head: PageElement;
  readonly body: PageElement;
  readonly images: Iterable<PageImage>;
  readonly fonts: Iterable<PageFont> & { readonly ready: Promise<unknown> };
  readonly styleSheets: Iterable<{ readonly href: string | null; readonly cssRules: Iterable<PageRule> }>;
  createTreeWalker(root: PageElement, whatToShow: number): { nextNode(): PageText | null };
  createRange(): PageRange;
  getElementById(id: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}
declare const document: PageDocument;
declare const DOMParser: new () => { parseFromString(html: string, type: 'text/html'): PageDocument };

/**
 * Puts a note's page in the place of the last one's; of the shell only the policy, the character set and the fonts stay. Names what
 * could load or leave later than the page itself, for by then its request would be held against the next note; a note has no use for
 * any of it, and then nothing is put. A page read from text like this is inert: none of its scripts ever runs.
 */
export async function putNote(html: string): Promise<string[]> {
  const note = new DOMParser().parseFromString(html, 'text/html');
  const isPolicy = (element: PageElement) => /^content-security-policy/i.test(element.getAttribute('http-equiv') ?? '');
  const [first, ...policies] = [...note.querySelectorAll('meta[http-equiv]')].filter(isPolicy);
  const late = [...note.querySelectorAll('iframe, frame, object, embed, meta[http-equiv="refresh" i]'), ...policies];
  if (late.length > 0) {
    return late.map((element) => {
      const address = element.getAttribute('src') ?? element.getAttribute('data') ?? element.getAttribute('content');
      return `<${element.localName}> ${address ?? ''}`.trim();
    });
  }
  first?.remove();
  const root = document.documentElement;
  for (const { name } of [...root.attributes]) root.removeAttribute(name);
  for (const { name, value } of note.documentElement.attributes) root.setAttribute(name, value);
  // The shell's own three: policy, character set, fonts.
  for (const element of [...document.head.children].slice(3)) element.remove();
  document.head.append(...note.head.children);
  document.body.replaceWith(note.body);
  await Promise.allSettled([...document.images].map((image) => image.decode()));
  return [];
}

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
 * Takes out every soft hyphen that breaks no line of the printed page: each one left would stand in the PDF's text, where a search for
 * the word would fail. To be called with the print media. Lays the page out with the width that it has between the margins of a page,
 * and leaves it so to be measured, until `putAway`.
 */
export function thinSoftHyphens(): void {
  // A linked sheet was kept out, and asking for its rules would be an error before that one is told.
  const own = [...document.styleSheets].filter(({ href }) => href === null);
  const rules = own.flatMap((sheet) => [...sheet.cssRules]);
  const margins = rules.filter((rule) => rule.selectorText === '' && rule.style?.marginLeft).at(-1)?.style;
  const width = `calc(210mm - ${margins?.marginLeft ?? '0mm'} - ${margins?.marginRight ?? '0mm'})`;
  document.documentElement.style.setProperty('width', width);
  document.documentElement.style.setProperty('display', 'block', 'important');
  const soft = '\u00ad';
  const mostRounds = 4;
  const range = document.createRange();
  const linesOf = (text: PageText, start: number, end: number) => {
    range.setStart(text, start);
    range.setEnd(text, end);
    return range.getClientRects();
  };
  // A letter that opens a line has a box without width at the end of the line before it too: the last one is its own.
  const boxOf = (text: PageText, offset: number) => [...linesOf(text, offset, offset + 1)].at(-1);
  const breaksAt = (text: PageText, at: number): boolean => {
    if (at === 0 || at + 1 === text.nodeValue?.length) return false;
    const [before, after] = [boxOf(text, at - 1), boxOf(text, at + 1)];
    if (before === undefined || after === undefined) return false;
    // The boxes of letters on two lines overlap where the lines are close.
    return after.top > (before.top + before.bottom) / 2;
  };
  // Most stand within a line: halves of the text that have one box, or none, need no further look.
  const breaksAmong = (text: PageText, places: readonly number[]): readonly number[] => {
    const [first, last] = [places.at(0), places.at(-1)];
    if (first === undefined || last === undefined) return [];
    if (places.length === 1) return breaksAt(text, first) ? places : [];
    const end = Math.min(last + 2, text.nodeValue?.length ?? 0);
    if (linesOf(text, Math.max(0, first - 1), end).length <= 1) return [];
    const middle = Math.ceil(places.length / 2);
    return [...breaksAmong(text, places.slice(0, middle)), ...breaksAmong(text, places.slice(middle))];
  };
  let texts: PageText[] = [];
  const walker = document.createTreeWalker(document.body, 4);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    if (text.nodeValue?.includes(soft)) texts.push(text);
  }
  // Lines that are balanced over a paragraph may break elsewhere when there are fewer places to: what is left is looked at again.
  for (let round = 1; round <= mostRounds && texts.length > 0; round += 1) {
    // All are measured before any is taken out, so that the page is laid out once.
    const thinned = texts.flatMap((text) => {
      const written = text.nodeValue ?? '';
      const places = written.split('').flatMap((letter, at) => (letter === soft ? [at] : []));
      const breaks = new Set(breaksAmong(text, places));
      if (breaks.size === places.length) return [];
      return [[text, written.replaceAll(soft, (_, at: number) => (breaks.has(at) ? soft : ''))] as const];
    });
    for (const [text, written] of thinned) text.nodeValue = written;
    if (thinned.length === 0) return;
    texts = texts.filter((text) => text.nodeValue?.includes(soft));
  }
}

export interface NumbersToFill {
  readonly numbers: readonly (readonly [id: string, page: number])[];
  /** Leave the page as it was unless every number fits the box it has: the page must be laid out for that. */
  readonly onlyIfSameSize: boolean;
}

/** Writes page numbers into `#page-of-<id>`. Answers which places are missing, and whether the numbers stand there now. */
export function fillPageNumbers({ numbers, onlyIfSameSize }: NumbersToFill): { missing: string[]; filled: boolean } {
  const places = numbers.map(([id, page]) => ({ id, page, element: document.getElementById(`page-of-${id}`) }));
  const missing = places.filter(({ element }) => element === null).map(({ id }) => id);
  const measure = () => {
    const boxes = places.map(({ element }) => (onlyIfSameSize ? element?.getBoundingClientRect() : undefined));
    return JSON.stringify(boxes.map((box) => [box?.width, box?.height]));
  };
  const sizes = measure();
  const before = places.map(({ element }) => element?.textContent ?? '');
  for (const { element, page } of places) if (element !== null) element.textContent = String(page);
  const filled = measure() === sizes;
  if (!filled) {
    places.forEach(({ element }, index) => {
      if (element !== null) element.textContent = before[index] ?? '';
    });
  }
  return { missing, filled };
}

/** Hides what was laid out, as the shell says: it is shown in print alone. */
export function putAway(): void {
  document.documentElement.style.removeProperty('width');
  document.documentElement.style.removeProperty('display');
}
