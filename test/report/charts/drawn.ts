/** Reads a drawing back: checks that it is well-formed XML and gives its texts with the boxes they fill. */
import { type Box, textWidth } from '../../../src/report/charts/parts/label-fit.ts';

export interface DrawnElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface DrawnText extends Box {
  readonly text: string;
  readonly weight: number;
  readonly fill: string;
}

export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly elements: readonly DrawnElement[];
  readonly texts: readonly DrawnText[];
}

const token = /<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Throws where a tag is not closed, not opened, or an ampersand stands alone. */
export function readDrawing(svg: string): Drawn {
  const open: DrawnElement[] = [];
  const elements: DrawnElement[] = [];
  const texts: DrawnText[] = [];
  token.lastIndex = 0;
  let end = 0;
  for (let match = token.exec(svg); match !== null; match = token.exec(svg)) {
    end = token.lastIndex;
    const [, closing, name = '', attributes = '', selfClosing, text] = match;
    if (text !== undefined) {
      if (text.trim() !== '') texts.push(placeText(readReferences(text), open));
    } else if (closing === '/') {
      const last = open.pop();
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name}>`);
    } else {
      const element = { name, attributes: readAttributes(attributes) };
      elements.push(element);
      if (selfClosing !== '/') open.push(element);
    }
  }
  if (end !== svg.length) throw new Error(`not XML from: ${svg.slice(end, end + 60)}`);
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  const [, , width = 0, height = 0] = (elements[0]?.attributes.viewBox ?? '').split(' ').map(Number);
  return { width, height, elements, texts };
}

function readReferences(text: string): string {
  return text.replace(/&[^;]*;?/g, (reference) => {
    const character = characters[reference];
    if (character === undefined) throw new Error(`stray ampersand: ${reference}`);
    return character;
  });
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, readReferences(value)]),
  );
}

function placeText(text: string, open: readonly DrawnElement[]): DrawnText {
  const find = (key: string): string | undefined =>
    open.findLast((element) => element.attributes[key] !== undefined)?.attributes[key];
  const size = Number(find('font-size'));
  const weight = Number(find('font-weight') ?? 400);
  const x = Number(find('x'));
  const y = Number(find('y'));
  const width = textWidth(text, { size, weight: weight === 600 ? 600 : 400, stretch: 1, colour: '#000000' });
  const left = x - ({ middle: width / 2, end: width }[find('text-anchor') ?? ''] ?? 0);
  const fill = find('fill') ?? '';
  return { text, weight, fill, left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.22 };
}
