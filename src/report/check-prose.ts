/**
 * The author's prose against the note's figures: an amount typed by hand goes stale, “knap” may not be true of it, and
 * the name of another intervention is left over from the text it was copied from. All are warnings.
 */
import type { Problem, ProblemCode } from '../problem/problem.ts';
import type { ProseText } from '../scenario/prose.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import type { Language } from './language.ts';
import { flatten } from './results.ts';
import { type MoneyInProse, moneyInProse } from './typed-money.ts';
import type { FigureText, FigureTree } from './view.types.ts';

export interface ProseCheck {
  readonly texts: Iterable<ProseText>;
  readonly figures: FigureTree;
  readonly language: Pick<Language, 'locale' | 'words' | 'alsoWritten'>;
  /** Names of other interventions that the text is not expected to speak of. */
  readonly otherNames: readonly string[];
}

/** Of the interventions known, those whose name in this scenario's text is a slip: not its own, nor one it means to name. */
export function otherInterventions(scenario: Scenario, known: readonly string[]): readonly string[] {
  const meant = [scenario.intervention, scenario.comparator?.name ?? '', ...(scenario.mentions ?? [])];
  const lower = meant.map((name) => name.toLowerCase()).filter((name) => name !== '');
  const isMeant = (name: string) => lower.some((own) => own.includes(name) || name.includes(own));
  return known.filter((name) => !isMeant(name.toLowerCase()));
}

/** What is odd in the prose, in the order it is written. */
export function proseProblems({ texts, figures: tree, language, otherNames }: ProseCheck): readonly Problem[] {
  const figures = flatten(tree, []);
  const money = moneyInProse(language);
  return [...texts].flatMap((text) => [
    ...typedAmounts(text, figures, money, language.words),
    ...untrueWords(text, new Map(figures), language.words),
    ...foreignNames(text, otherNames),
  ]);
}

/** The words that say on which side of a printed figure the exact one lies. */
type SideWords = Pick<Language['words'], 'about' | 'under' | 'over'>;

type NamedFigure = readonly [name: string, figure: FigureText];

function warning(text: ProseText, span: Span, code: ProblemCode, message: string, hint: string): Problem {
  return { severity: 'warning', code, message, place: text.placeOf(span.start, span.end - span.start), hint };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Quotations keep the words of others, and a paragraph that names its source is not the calculation's. */
const quotation = /“[^”]*”|„[^“”]*[“”]|»[^«]*«|"[^"\n]*"|^>.*$/gmu;
const cited = /\]\(|\([^()]*\b(?:19|20)\d\d\b[^()]*\)/u;

function typedAmounts(
  text: ProseText,
  figures: readonly NamedFigure[],
  money: MoneyInProse,
  words: SideWords,
): Problem[] {
  const { markdown } = text;
  const quoted = spansOf(markdown, quotation);
  return spansOf(markdown, money.pattern).flatMap((span): Problem[] => {
    const isQuoted = quoted.some(({ start, end }) => start <= span.start && span.end <= end);
    if (isQuoted || cited.test(paragraphAt(markdown, span.start))) return [];
    const typed = markdown.slice(span.start, span.end);
    const amount = money.read(typed);
    const same = figures.find(([, figure]) => money.read(figure.plain) === amount);
    if (same === undefined) {
      const hint = 'take it from the calculation by name, {{…}}, or name its source and year in the same paragraph';
      return [warning(text, span, 'figure-typed', `“${typed}” is typed by hand`, hint)];
    }
    const [name, figure] = same;
    const untrue = untrueWord(wordBefore(markdown, span.start, words), figure, words);
    if (untrue === undefined) {
      const message = `“${typed}” is typed by hand and does not follow the calculation`;
      return [warning(text, span, 'figure-typed', message, `write {{${name}}}`)];
    }
    return [
      warning(
        text,
        span,
        'word-untrue',
        `“${untrue} ${typed}” is not true: it is ${figure.exact}`,
        `write {{${name}.near}}`,
      ),
    ];
  });
}

const named = /\{\{\s*([\p{L}\p{N}.-]+?)(?:\.(near|plain|exact))?\s*\}\}/gu;

/** “knap {{total.plain}}” where the figure lies above what is printed, and “ca. {{total}}”, which says it twice. */
function untrueWords(text: ProseText, figures: ReadonlyMap<string, FigureText>, words: SideWords): Problem[] {
  return [...text.markdown.matchAll(named)].flatMap(({ index, 0: mustache, 1: name = '', 2: form }): Problem[] => {
    const figure = figures.get(name);
    const word = wordBefore(text.markdown, index, words);
    if (figure === undefined || word === '') return [];
    const printed = form === 'near' || form === 'plain' || form === 'exact' ? figure[form] : figure.text;
    const span = { start: index - word.length - 1, end: index + mustache.length };
    if (wordAtStart(printed, words) !== undefined) {
      const message = `“${word} ${printed}”: the figure brings its own word`;
      return [warning(text, span, 'word-untrue', message, `take “${word}” out, or write {{${name}.plain}}`)];
    }
    const untrue = form === 'exact' && word !== words.about ? word : untrueWord(word, figure, words);
    if (untrue === undefined) return [];
    return [
      warning(
        text,
        span,
        'word-untrue',
        `“${untrue} ${printed}” is not true: it is ${figure.exact}`,
        `write {{${name}.near}}`,
      ),
    ];
  });
}

/** The word, where it puts the figure on the wrong side of what is printed. “ca.” is true of any estimate. */
function untrueWord(word: string, { near }: FigureText, words: SideWords): string | undefined {
  const isSide = word === words.under || word === words.over;
  return isSide && wordAtStart(near, words) !== word ? word : undefined;
}

function wordAtStart(printed: string, { about, under, over }: SideWords): string | undefined {
  return [about, under, over].find((word) => printed.startsWith(word) && /^\s/u.test(printed.slice(word.length)));
}

/** The side word just before a place, of one word or more (“just under”); empty where there is none. */
function wordBefore(markdown: string, offset: number, { about, under, over }: SideWords): string {
  const before = markdown
    .slice(Math.max(0, offset - 40), offset)
    .replace(/\s/gu, ' ')
    .toLowerCase();
  const stands = (word: string) =>
    before.endsWith(`${word} `) && !/[\p{L}\p{N}]/u.test(before.at(-word.length - 2) ?? ' ');
  return [about, under, over].find(stands) ?? '';
}

function foreignNames(text: ProseText, names: readonly string[]): Problem[] {
  const lower = text.markdown.toLowerCase();
  return names.flatMap((name) => {
    const start = lower.indexOf(name.toLowerCase());
    const before = lower[start - 1] ?? ' ';
    if (start < 0 || /[\p{L}\p{N}]/u.test(before)) return [];
    const message = `the text speaks of “${name}”, another intervention`;
    const hint = 'change the name if it was copied along; if it is meant, add it to `mentions:`';
    return [warning(text, { start, end: start + name.length }, 'name-foreign', message, hint)];
  });
}

function spansOf(markdown: string, pattern: RegExp): readonly Span[] {
  return [...markdown.matchAll(pattern)].map(({ index, 0: met }) => ({ start: index, end: index + met.length }));
}

function paragraphAt(markdown: string, offset: number): string {
  const start = markdown.lastIndexOf('\n\n', offset);
  const end = markdown.indexOf('\n\n', offset);
  return markdown.slice(Math.max(0, start), end < 0 ? markdown.length : end);
}
