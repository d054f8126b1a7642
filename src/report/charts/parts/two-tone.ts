/** One drawing for light screens and dark ones: colours that differ become custom properties, which the reader's scheme sets. */

const colour = /#[0-9a-f]{6}(?=")/gi;
const ifDark = '@media screen and (prefers-color-scheme: dark)';

/**
 * The same chart drawn twice, on the light ground and on the dark one, as one SVG. On paper it is the light one. Marks that differ in
 * more than their colours, as an outline that only a pale tint needs, stand there for both and are shown to one.
 */
export function twoTone(light: string, dark: string): string {
  const [head = '', ...lightMarks] = light.split('\n');
  const [, ...darkMarks] = dark.split('\n');
  const tones = new Map<string, Tone>();
  const body =
    lightMarks.length === darkMarks.length
      ? lightMarks.map((mark, index) => toned(mark, darkMarks[index] ?? '', tones))
      : [eitherOf(lightMarks.slice(0, -1).join('\n'), darkMarks.slice(0, -1).join('\n')), '</svg>'];
  return [head, styleOf([...tones.values()]), ...body].join('\n');
}

interface Tone {
  readonly name: string;
  readonly light: string;
  readonly dark: string;
}

function toned(light: string, dark: string, tones: Map<string, Tone>): string {
  if (light === dark) return light;
  const darkColours = dark.match(colour) ?? [];
  if (light.replace(colour, '') !== dark.replace(colour, '')) return eitherOf(light, dark);
  let at = 0;
  return light.replace(colour, (one) => {
    const other = darkColours[at++] ?? one;
    if (one === other) return one;
    // Named by what it is, so that the drawings of a page share their properties.
    const name = `--tone-${one.slice(1)}-${other.slice(1)}`;
    tones.set(name, { name, light: one, dark: other });
    return `var(${name})`;
  });
}

function eitherOf(light: string, dark: string): string {
  return `<g class="on-light">${light}</g><g class="on-dark">${dark}</g>`;
}

function styleOf(tones: readonly Tone[]): string {
  const set = (side: 'light' | 'dark') => tones.map((tone) => `${tone.name}:${tone[side]}`).join(';');
  const shown = `.on-dark{display:none}${ifDark}{.on-light{display:none}.on-dark{display:inline}}`;
  return `<style>:root{${set('light')}}${ifDark}{:root{${set('dark')}}}${shown}</style>`;
}
