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
  const blocks: string[] = [];
  let line = '';
  let hidden: { readonly name: string; depth: number } | undefined;
  let done = 0;
  let inNavigation = false;
  const end = () => {
    if (line.trim() !== '') blocks.push(line.trim());
    line = '';
  };
  for (const match of html.matchAll(tag)) {
    const [whole, slash = '', given = '', attributes = ''] = match;
    const name = given.toLowerCase();
    if (hidden === undefined) line += decoded(html.slice(done, match.index));
    done = match.index + whole.length;
    if (name === '') continue;
    if (hidden !== undefined) {
      if (name === hidden.name && !whole.endsWith('/>')) hidden.depth += slash === '' ? 1 : -1;
      if (hidden.depth === 0) hidden = undefined;
      continue;
    }
    if (!withinLine.has(name)) end();
    if (name === 'nav') inNavigation = slash === '';
    if (slash !== '') continue;
    const isList = inNavigation && (name === 'ol' || name === 'ul');
    const isHidden = isList || unseen.has(name) || /\saria-hidden="true"|\shidden(?:\s|=|$)/.test(attributes);
    if (isHidden && !whole.endsWith('/>') && !isVoid.has(name)) hidden = { name, depth: 1 };
    else if (/\srole="img"/.test(attributes))
      blocks.push(decoded(/\saria-label="([^"]*)"/.exec(attributes)?.[1] ?? ''));
  }
  line += decoded(html.slice(done));
  end();
  return blocks;
}

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
