/** How wide letters are, so that labels can be fitted without a browser: the advance widths of Source Sans 3 Regular. */

/** Thousandths of the type size → the characters that take it. Several near widths share a step, rounded up. */
const steps: readonly (readonly [number, string])[] = [
  [200, ' \u00a0\u202f'],
  [250, "|ij',.:;’·"],
  [265, 'lI'],
  [292, '!f'],
  [311, '()[]{}-\u2011'],
  [350, 'tr/\\°'],
  [430, '*s?z“”„»«'],
  [460, 'xcvyY–J'],
  [500, 'LFkeé#$+0123456789<=>^~×÷±≤≥−§_'],
  [515, 'agåäXV'],
  [542, 'EÉSTZ`oøö'],
  [547, 'AhuüÅÄn'],
  [571, 'bdpqPRC'],
  [615, 'KB&DG→←'],
  [664, 'UÜNHOQØÖ'],
  [727, 'wM'],
  [808, 'æW¼½¾—'],
  [848, 'Æ%m@'],
  [948, '…‰'],
];

const widthByCharacter: ReadonlyMap<string, number> = new Map(
  steps.flatMap(([width, characters]) => [...characters].map((character) => [character, width] as const)),
);

/** A soft hyphen takes no room where the line is not broken at it. */
const softHyphen = '\u00ad';

/** Advance width of one character at size 1; a letter not in the list counts as a wide one, an ideograph as a full square. */
export function glyphWidth(character: string): number {
  if (character === softHyphen) return 0;
  const known = widthByCharacter.get(character);
  if (known !== undefined) return known / 1000;
  return (character.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.65;
}
