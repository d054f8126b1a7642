/** A logo comes from outside and is put into the page as it is: it may be a drawing, and nothing else. */

/** What a drawing is made of. No text: it would need a font that the note does not bring along. */
const drawingElements = new Set(
  `svg g defs symbol use title desc style path rect circle ellipse line polyline polygon
  lineargradient radialgradient stop clippath mask pattern`.split(/\s+/),
);

const tag = /<(\/?)([a-z][\w:.-]*)((?:\s+[^\s=<>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/gi;
const attribute = /([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The drawing without what an editor puts round it: XML declaration, document type, comments. */
export function drawingOf(svg: string): string {
  return svg.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!doctype[^[>]*>/gi, '').trim();
}

/** What has no place in a logo, in words that follow “the logo …”; empty when it can be printed. */
export function logoFaults(svg: string): readonly string[] {
  const drawing = drawingOf(svg);
  const faults = [...drawing.matchAll(tag)].flatMap(([, closing, name = '', attributes = '']) =>
    closing === '' ? [...elementFaults(name), ...attributeFaults(attributes)] : [],
  );
  faults.push(...styleTexts(drawing).flatMap(styleFaults));
  if (faults.length === 0 && !isWhole(drawing)) faults.push('is not one whole <svg>');
  return [...new Set(faults)];
}

function elementFaults(name: string): readonly string[] {
  return drawingElements.has(name.toLowerCase()) ? [] : [`holds <${name}>`];
}

function attributeFaults(attributes: string): readonly string[] {
  return [...attributes.matchAll(attribute)].flatMap(([, name = '', double, single]) => {
    const value = double ?? single ?? '';
    if (/^on/i.test(name)) return [`holds the event handler “${name}”`];
    // `#` is the drawing itself; everything else lies outside it.
    if (/(?:^|:)(?:href|src)$/i.test(name) && !value.startsWith('#')) return [`refers to “${value}”`];
    return styleFaults(value);
  });
}

/** Addresses in a style or a value, and spellings that could hide one. */
function styleFaults(text: string): readonly string[] {
  const hidden = /\\.?|&#\w*;?|@import/i.exec(text)?.[0];
  if (hidden !== undefined) return [`holds “${hidden}”`];
  const addresses = [...text.matchAll(/url\(\s*["']?([^"')]*)/gi)].map(([, address = '']) => address);
  return addresses.filter((address) => !address.startsWith('#')).map((address) => `refers to “${address}”`);
}

function styleTexts(drawing: string): readonly string[] {
  return [...drawing.matchAll(/<style\b[^>]*>([^<]*)/gi)].map(([, text = '']) => text);
}

/** One element that is closed, with nothing unreadable in it: else the rest of the page would be drawn inside it. */
function isWhole(drawing: string): boolean {
  if (!/^<svg\b[\s\S]*<\/svg>$/i.test(drawing) || /[<>]/.test(drawing.replace(tag, ''))) return false;
  const open: string[] = [];
  for (const [, closing, name = '', , selfClosed] of drawing.matchAll(tag)) {
    if (open.length === 0 && closing === '' && name.toLowerCase() !== 'svg') return false;
    if (closing === '' && selfClosed === '') open.push(name);
    else if (closing === '/' && open.pop() !== name) return false;
  }
  return open.length === 0;
}
