/** Contrast as WCAG 2.2 counts it, and the colours that follow from it. Colours are `#rrggbb`. */

/** Contrast asked of text (success criterion 1.4.3) and of shapes that carry meaning (1.4.11). */
export const textContrast = 4.5;
export const shapeContrast = 3;

type Channels = readonly [red: number, green: number, blue: number];

function channels(colour: string): Channels {
  const number = Number.parseInt(colour.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}

/** Relative luminance, 0 for black to 1 for white (WCAG 2.2, definition “relative luminance”). */
export function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Black or white, whichever stands out more on the ground; one of them always reaches 4.5. */
export function inkOn(ground: string): string {
  return contrast('#ffffff', ground) >= contrast('#000000', ground) ? '#ffffff' : '#000000';
}

/** The wanted colour where it can be read as text on the ground, else black or white. */
export function readableInk(wanted: string, ground: string): string {
  return contrast(wanted, ground) >= textContrast ? wanted : inkOn(ground);
}

/** `share` 0 gives the first colour, 1 the second. */
export function mix(from: string, to: string, share: number): string {
  const target = channels(to);
  const mixed = channels(from).map((channel, index) => Math.round(channel + ((target[index] ?? 0) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The palest tint of a colour that is still a visible shape on the ground. */
export function palestTint(colour: string, ground: string): string {
  const shares = [0.6, 0.5, 0.4, 0.3, 0.2, 0.1];
  const share = shares.find((candidate) => contrast(mix(colour, ground, candidate), ground) >= shapeContrast);
  return share === undefined ? colour : mix(colour, ground, share);
}
