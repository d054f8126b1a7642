/** A language of the notes: its number words, the names of the method's terms, and the sentences made from figures. */
import Handlebars from 'handlebars';
import { z } from 'zod';
import type { Source } from '../problem/source.ts';
import { costCategories, payers } from '../scenario/schema/words.ts';
import { checkShape } from '../yaml/check-shape.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { typographySchema } from './typography.ts';

const line = z.string().min(1);
const lines = z.record(z.string(), line);

const languageSchema = z.strictObject({
  locale: line,
  words: z.strictObject({
    kroner: line,
    million: line,
    billion: line,
    percent: line,
    hour: line,
    hours: line,
    years: line,
    thenOn: line,
    about: line,
    under: line,
    over: line,
    and: line,
    per: line,
    year: line,
    yearsTo: line,
    total: line,
    none: line,
    priceLevel: line,
    perHour: line,
    perYear: line,
    fromTo: line,
    read: line,
    page: line,
  }),
  typography: typographySchema,
  months: z.array(line).length(12),
  categories: z.record(z.enum(costCategories), line),
  payers: z.record(z.enum([...payers, 'alle']), line),
  drivers: lines,
  timings: lines,
  terms: lines,
  shares: lines,
  inputs: lines,
  tables: z.record(z.string(), lines),
  charts: z.record(z.string(), z.union([line, lines])),
  notes: lines,
  sentences: lines,
  explain: z.strictObject({ more: line, above: line }),
  headlines: lines,
  defaults: z.record(z.string(), z.strictObject({ what: line, value: line, why: line })),
  recalculation: z.strictObject({ mark: line, statement: line }),
});

export type LanguageTexts = z.infer<typeof languageSchema>;

/** What goes into a sentence, by name. */
export type Fillings = Readonly<Record<string, string>>;

export interface Language extends LanguageTexts {
  /** Fills a sentence; a name that the sentence asks for and nobody gives is our bug. */
  fill(sentence: string, fillings: Fillings): string;
}

/** Reads `templates/<language>/language.yaml`. Throws UserError with what is wrong in it. */
export function parseLanguage(source: Source): Language {
  const texts = checkShape(parseYaml(source), languageSchema).value;
  const compiled = new Map<string, (fillings: Fillings) => string>();
  const fill = (sentence: string, fillings: Fillings): string => {
    if (!sentence.includes('{{')) return sentence;
    const known = compiled.get(sentence) ?? compileSentence(sentence);
    compiled.set(sentence, known);
    // The full stop of “kr.” also ends the sentence: Danish prints it once.
    return known(fillings).replace(/(?<!\.)\.\.(?!\.)/g, '.');
  };
  return { ...texts, fill };
}

/** Plain text in, plain text out: escaping is the page's business, once. */
function compileSentence(sentence: string): (fillings: Fillings) => string {
  const template = Handlebars.compile<Fillings>(sentence, { noEscape: true, strict: true, knownHelpersOnly: true });
  return (fillings) => template(fillings);
}

/** “a, b og c” */
export function listed(language: Language, parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${language.words.and} ${parts.at(-1)}`;
}
