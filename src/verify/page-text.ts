/** The words of the page that omkost prints, read off its HTML in the order in which the finished PDF holds them. */

/** Elements that stand within a line: their words belong to the block round them. */
const withinLine = new Set(
  'a abbr b bdi bdo cite code dfn em i kbd mark q s small span strong sub sup time u var wbr'.split(' '),
);

/** Elements whose text nobody sees. */
const unseen = new Set(['head', 'style', 'script', 'template', 'title', 'desc']);

const tag =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/gi;

/**
 * One text a block, in order. The contents list is left out, since its page numbers come from the printing; a picture gives its alternative
 * text and then the words in it. `html` is what our own templates made: every element that is opened is closed.
 */
export function pageText(html: string): readonly string[] {
  const reader = new PageReader();
  let done = 0;
  for (const match of html.matchAll(tag)) {
    const [whole, slash = '', name = '', attributes = ''] = match;
    reader.text(html.slice(done, match.index));
    done = match.index + whole.length;
    if (name === '') continue;
    if (slash === '') reader.open(name.toLowerCase(), attributes, whole.endsWith('/>'));
    else reader.close(name.toLowerCase());
  }
  reader.text(html.slice(done));
  return reader.end();
}

class PageReader {
  readonly #blocks: string[] = [];
  #line = '';
  /** The element whose text is passed over. */
  #hidden: { readonly name: string; depth: number } | undefined;
  #inNavigation = false;
  /** The number of the next item of each list under way, the innermost last. */
  readonly #lists: (number | undefined)[] = [];
  #inNoteNumber = false;

  text(html: string): void {
    if (this.#hidden === undefined) this.#line += decoded(html);
  }

  open(name: string, attributes: string, isClosed: boolean): void {
    const hidden = this.#hidden;
    if (hidden !== undefined) {
      if (name === hidden.name && !isClosed) hidden.depth += 1;
      return;
    }
    if (!withinLine.has(name)) this.#endBlock();
    if (name === 'nav') this.#inNavigation = true;
    const isList = name === 'ol' || name === 'ul';
    if ((this.#inNavigation && isList) || unseen.has(name) || hides.test(attributes)) {
      if (!isClosed && !isVoid.has(name)) this.#hidden = { name, depth: 1 };
    } else if (/\srole="img"/.test(attributes)) {
      this.#blocks.push(decoded(/\saria-label="([^"]*)"/.exec(attributes)?.[1] ?? ''));
    } else if (isList)
      this.#lists.push(name === 'ol' ? Number(/\sstart="(\d+)"/.exec(attributes)?.[1] ?? 1) : undefined);
    else if (name === 'li') this.#numberItem();
    else if (/\sclass="note-ref"/.test(attributes)) this.#edgeOfNoteNumber(true);
  }

  close(name: string): void {
    const hidden = this.#hidden;
    if (hidden !== undefined) {
      if (name === hidden.name) hidden.depth -= 1;
      if (hidden.depth === 0) this.#hidden = undefined;
      return;
    }
    if (!withinLine.has(name)) this.#endBlock();
    if (name === 'nav') this.#inNavigation = false;
    if (name === 'ol' || name === 'ul') this.#lists.pop();
    if (name === 'a' && this.#inNoteNumber) this.#edgeOfNoteNumber(false);
  }

  end(): readonly string[] {
    this.#endBlock();
    return this.#blocks;
  }

  #endBlock(): void {
    if (this.#line.trim() !== '') this.#blocks.push(this.#line.trim());
    this.#line = '';
  }

  #numberItem(): void {
    const number = this.#lists.pop();
    if (number !== undefined) this.#blocks.push(`${number}.`);
    this.#lists.push(number === undefined ? undefined : number + 1);
  }

  /** The number of a note stands higher than the words round it, and so apart from them. */
  #edgeOfNoteNumber(isStart: boolean): void {
    this.#inNoteNumber = isStart;
    this.#line += ' ';
  }
}

const hides = /\saria-hidden="true"|\shidden(?:\s|=|$)/;

const isVoid = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  shy: '\u00ad',
};

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return named[name] ?? whole;
  });
}
