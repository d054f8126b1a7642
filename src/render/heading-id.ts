/** Ids of headings: ASCII, because other letters are percent-encoded in the PDF's named destinations. */

const danishLetters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', ß: 'ss', þ: 'th', ð: 'd' };

/** The id becomes a name in the PDF, and a name has at most 127 bytes. */
const longestId = 80;

/** “Følsomhed på ½ år” → `foelsomhed-paa-12-aar`: small letters without accents, digits, and hyphens between. */
export function asciiWords(text: string, longest: number): string {
  const spelled = text.toLowerCase().replace(/[æøåßþð]/g, (letter) => danishLetters[letter] ?? letter);
  const ascii = spelled.normalize('NFKD').replace(/[\u0300-\u036f\u2044]/g, '');
  const words = ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-+/, '');
  return words.slice(0, longest).replace(/-+$/, '');
}

/** The title in ASCII; one without letters or digits becomes `afsnit`. */
export function headingId(title: string): string {
  const id = asciiWords(title, longestId);
  if (id === '') return 'afsnit';
  // An id that starts with a digit cannot be written plainly in a CSS selector.
  return /^[0-9]/.test(id) ? `afsnit-${id}` : id;
}

/** The id itself when it is free, else the first free of `id-2`, `id-3` …; the one chosen is taken from then on. */
export function claimId(id: string, taken: Set<string>): string {
  let free = id;
  for (let next = 2; taken.has(free); next += 1) free = `${id}-${next}`;
  taken.add(free);
  return free;
}
