/** SVG text that is well-formed by construction: whatever goes in as a string comes out escaped. */

/** Finished SVG text. Only `element` makes it, so a plain string can never slip in unescaped. */
export interface Markup {
  readonly markup: string;
}

/** An attribute that is `undefined` is left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** What a chart is before it gets its frame: marks in painting order, and how tall they are. */
export interface Drawing {
  readonly height: number;
  readonly marks: readonly Markup[];
}

export interface Frame {
  readonly id: string;
  readonly alternative: string;
  readonly fontFamily: string;
  readonly background: string;
  readonly width: number;
}

export function element(name: string, attributes: Attributes, ...children: readonly (Markup | string)[]): Markup {
  const opening = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? coordinate(value) : escapeXml(value ?? '')}"`)
    .join('');
  if (children.length === 0) return { markup: `<${name}${opening}/>` };
  const inside = children.map((child) => (typeof child === 'string' ? escapeXml(child) : child.markup)).join('');
  return { markup: `<${name}${opening}>${inside}</${name}>` };
}

/**
 * The whole picture. The text alternative stands once, on the root; `role="img"` hides the parts from assistive technology.
 * The ground is painted, so that colours chosen for contrast hold on a page that is dark. One mark a line keeps diffs readable.
 */
export function frameDrawing(drawing: Drawing, frame: Frame): string {
  const height = Math.ceil(drawing.height);
  const root = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      id: `${frame.id}-drawing`,
      role: 'img',
      'aria-label': frame.alternative,
      viewBox: `0 0 ${coordinate(frame.width)} ${height}`,
      width: frame.width,
      height,
      'font-family': frame.fontFamily,
    },
    ...[
      element('rect', { x: 0, y: 0, width: frame.width, height, fill: frame.background }),
      ...drawing.marks.filter((mark) => mark.markup !== ''),
    ].map((mark) => ({ markup: `\n${mark.markup}` })),
    { markup: '\n' },
  );
  return root.markup;
}

/** A number as it stands in an attribute: two decimals at most, never “-0”, so that the same input gives the same text. */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a coordinate came out as ${value}`);
  return String(Math.round(value * 100) / 100 || 0);
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Line ends become spaces: a blank line inside the SVG would end the block in Markdown. Control characters are not XML. */
function escapeXml(text: string): string {
  return (
    text
      .replace(/\s*[\r\n]+\s*/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\u0000-\u001f\u007f\ufffe\uffff]/g, '')
      .replace(/[&<>"']/g, (character) => references[character] ?? character)
  );
}
