/** Amounts of money as people write them in prose, in the note's language: found, and read as kroner. */
import type { LanguageTexts } from './language.ts';
import { separatorsOf } from './numbers.ts';

export interface MoneyInProse {
  /** Every amount in a text; global and Unicode. */
  readonly pattern: RegExp;
  /** Kroner of a text that is one amount; undefined where it is not. */
  read(text: string): number | undefined;
}

type MoneyTexts = Pick<LanguageTexts, 'locale' | 'words' | 'alsoWritten'>;

/** “3,5 mio. kr.”, “3.500 kroner”; in English “DKK 3.5 million”. */
export function moneyInProse({ locale, words, alsoWritten }: MoneyTexts): MoneyInProse {
  const { group, decimal } = separatorsOf(locale);
  const digits = `\\d+(?:${escaped(group)}\\d+)*(?:${escaped(decimal)}\\d+)?`;
  // The long forms first: “DKK 3.5” stands in “DKK 3.5 million” too.
  const forms = (['billion', 'million', 'kroner'] as const).flatMap((scale) =>
    [words[scale], ...alsoWritten[scale]].map((written) => ({ scale, source: formSource(written, digits) })),
  );
  const ends = `(?<![\\p{L}\\d.,])(?:${forms.map(({ source }) => source).join('|')})(?!\\p{L})`;
  const exact = forms.map(({ scale, source }) => ({ scale, whole: new RegExp(`^${source}$`, 'u') }));
  return {
    pattern: new RegExp(ends, 'gu'),
    read(text) {
      const form = exact.find(({ whole }) => whole.test(text));
      const number = new RegExp(digits, 'u').exec(text)?.[0];
      if (form === undefined || number === undefined) return undefined;
      return Number(number.replaceAll(group, '').replace(decimal, '.')) * sizes[form.scale];
    },
  };
}

const sizes = { kroner: 1, million: 1e6, billion: 1e9 } as const;

function formSource(written: string, digits: string): string {
  const parts = written.split('{{amount}}').map((part) => part.split(/\s/u).map(escaped).join('\\s'));
  return parts.join(digits);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
