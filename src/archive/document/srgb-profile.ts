/**
 * An ICC profile of the sRGB colour space (ICC.1:2001-04, version 2.4): what the colours of the file mean. The primaries and the white
 * point are those of IEC 61966-2-1 (the primaries of ITU-R BT.709) seen under D50, which is what a profile states; the curve is the
 * standard's own formula, in 1024 steps.
 */

/** X, Y and Z of each primary under D50, after Bradford's adaptation; they sum to the white point. */
const primaries = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
} as const;
const d50 = [0.9642, 1, 0.82491] as const;

const curveSteps = 1024;

export const sRgbName = 'sRGB IEC61966-2.1';

export function makeSrgbProfile(): Uint8Array {
  const curve = curveTag();
  const tags: (readonly [string, Uint8Array])[] = [
    ['desc', descriptionTag(sRgbName)],
    ['cprt', textTag('No copyright, use freely')],
    ['wtpt', pointTag(d50)],
    ...Object.entries(primaries).map(([name, point]) => [name, pointTag(point)] as const),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = 128 + 4 + tags.length * 12;
  // The three curves are one: they share their place.
  const places = new Map<Uint8Array, number>();
  let size = table;
  for (const [, tag] of tags) {
    if (places.has(tag)) continue;
    places.set(tag, size);
    size += tag.length;
  }
  const profile = new Uint8Array(size);
  writeHeader(profile);
  write32(profile, 128, tags.length);
  for (const [index, [name, tag]] of tags.entries()) {
    const place = places.get(tag) ?? 0;
    writeText(profile, 132 + index * 12, name);
    write32(profile, 136 + index * 12, place);
    write32(profile, 140 + index * 12, tag.length);
    profile.set(tag, place);
  }
  return profile;
}

function writeHeader(profile: Uint8Array): void {
  write32(profile, 0, profile.length);
  write32(profile, 8, 0x02400000);
  writeText(profile, 12, 'mntrRGB XYZ ');
  // A date is required; that of the standard keeps it the same for ever.
  profile.set([0x07, 0xcf, 0, 10, 0, 1, 0, 0, 0, 0, 0, 0], 24);
  writeText(profile, 36, 'acsp');
  profile.set(pointTag(d50).subarray(8), 68);
}

function pointTag(point: readonly number[]): Uint8Array {
  const tag = new Uint8Array(20);
  writeText(tag, 0, 'XYZ ');
  for (const [index, part] of point.entries()) write32(tag, 8 + index * 4, Math.round(part * 65536));
  return tag;
}

/** IEC 61966-2-1: linear below 0.04045, then a power of 2.4. */
function curveTag(): Uint8Array {
  const tag = new Uint8Array(12 + curveSteps * 2);
  writeText(tag, 0, 'curv');
  write32(tag, 8, curveSteps);
  for (let step = 0; step < curveSteps; step += 1) {
    const signal = step / (curveSteps - 1);
    const light = signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4;
    const value = Math.round(light * 65535);
    tag.set([value >> 8, value & 0xff], 12 + step * 2);
  }
  return tag;
}

function textTag(text: string): Uint8Array {
  const tag = new Uint8Array(padded(8 + text.length + 1));
  writeText(tag, 0, 'text');
  writeText(tag, 8, text);
  return tag;
}

/** In ASCII only; the places for Unicode and for old Macintosh systems (78 bytes) stay empty. */
function descriptionTag(text: string): Uint8Array {
  const tag = new Uint8Array(padded(12 + text.length + 1 + 78));
  writeText(tag, 0, 'desc');
  write32(tag, 8, text.length + 1);
  writeText(tag, 12, text);
  return tag;
}

/** Tags begin at multiples of four. */
function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function writeText(bytes: Uint8Array, at: number, text: string): void {
  bytes.set(new TextEncoder().encode(text), at);
}

function write32(bytes: Uint8Array, at: number, value: number): void {
  new DataView(bytes.buffer).setUint32(at, value);
}
