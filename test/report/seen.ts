/** The shipped language, number formats by it, and printed text as a reader sees it. */
import { readFileSync } from 'node:fs';
import { type Language, parseLanguage } from '../../src/report/language.ts';
import { type Numbers, numbersOf, type RoundingLadder } from '../../src/report/numbers.ts';

export const danish: Language = parseLanguage({
  path: 'language.yaml',
  text: readFileSync(new URL('../../templates/da/language.yaml', import.meta.url), 'utf8'),
});

export function numbers(ladder?: RoundingLadder): Numbers {
  return numbersOf(danish, ladder);
}

/** Text with its no-break spaces made plain. */
export function seen(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
