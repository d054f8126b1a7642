/** The shipped languages, number formats by them, and printed text as a reader sees it. */
import { readFileSync } from 'node:fs';
import { type Language, parseLanguage } from '../../src/report/language.ts';
import { type Numbers, numbersOf, type RoundingLadder } from '../../src/report/numbers.ts';

export function languageOf(code: string): Language {
  const text = readFileSync(new URL(`../../templates/${code}/language.yaml`, import.meta.url), 'utf8');
  return parseLanguage({ path: 'language.yaml', text });
}

export const danish: Language = languageOf('da');

export function numbers(ladder?: RoundingLadder): Numbers {
  return numbersOf(danish, ladder);
}

export function numbersIn(code: string): Numbers {
  return numbersOf(languageOf(code));
}

/** Text with its no-break spaces made plain. */
export function seen(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
