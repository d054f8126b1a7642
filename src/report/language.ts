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

/** How a number stands with its unit: “{{amount}} kr.”, “DKK {{amount}}”. */
const amountLine = line.regex(/\{\{amount\}\}/, 'the text has no “{{amount}}” for the number');

const languageSchema = z.strictObject({
  locale: line,
  namesInSentences: z.enum(['lower', 'unchanged']),
  words: z.strictObject({
    kroner: amountLine,
    million: amountLine,
    billion: amountLine,
    percent: amountLine,
    hour: amountLine,
    hours: amountLine,
    oneYear: amountLine,
    years: amountLine,
    oneMonth: amountLine,
    months: amountLine,
    oneWeek: amountLine,
    weeks: amountLine,
    oneDay: amountLine,
    days: amountLine,
    day: line,
    month: line,
    completed: line,
    thenOn: line,
    about: line,
    under: line,
    over: line,
    withWord: amountLine,
    and: line,
    per: line,
    year: line,
    yearsTo: line,
    total: line,
    none: line,
    priceLevel: line,
    course: line,
    points: amountLine,
    perHour: line,
    perYear: line,
    fromTo: line,
    read: line,
    page: line,
    undated: line,
  }),
  typography: typographySchema,
  alsoWritten: z.strictObject({
    kroner: z.array(amountLine),
    million: z.array(amountLine),
    billion: z.array(amountLine),
  }),
  months: z.array(line).length(12),
  categories: z.record(z.enum(costCategories), line),
  payers: z.record(z.enum([...payers, 'alle']), line),
  drivers: lines,
  timings: lines,
  terms: lines,
  shares: lines,
  inputs: lines,
  narrowed: lines,
  tables: z.record(z.string(), lines),
  charts: z.record(z.string(), z.union([line, lines])),
  notes: lines,
  sentences: lines,
  indexation: lines,
  explain: z.strictObject({ more: line, above: line }),
  headlines: lines,
  anthology: lines,
  changes: lines,
  changedFigures: lines,
  changedParts: lines,
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

/** A name as it stands inside a sentence: “kommunen”, not “Kommunen”, unless the language keeps its capitals. */
export function inSentence({ namesInSentences }: Pick<LanguageTexts, 'namesInSentences'>, name: string): string {
  return namesInSentences === 'unchanged' ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** “a, b og c” */
export function listed(language: Language, parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${language.words.and} ${parts.at(-1)}`;
}
