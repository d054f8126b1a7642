/**
 * The author's prose against the note's figures: an amount typed by hand goes stale, “knap” may not be true of it, and
 * the name of another intervention is left over from the text it was copied from. All are warnings.
 */
import type { Problem, ProblemCode } from '../problem/problem.ts';
import type { ProseText } from '../scenario/prose.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import type { Language } from './language.ts';
import { flatten } from './results.ts';
import type { FigureText, FigureTree } from './view.types.ts';

export interface ProseCheck {
  readonly texts: Iterable<ProseText>;
  readonly figures: FigureTree;
  readonly words: Pick<Language['words'], 'about' | 'under' | 'over'>;
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
export function proseProblems(check: ProseCheck): readonly Problem[] {
  const figures = flatten(check.figures, []);
  return [...check.texts].flatMap((text) => [
    ...typedAmounts(text, figures, check),
    ...untrueWords(text, new Map(figures), check),
    ...foreignNames(text, check.otherNames),
  ]);
}

type NamedFigure = readonly [name: string, figure: FigureText];

function warning(text: ProseText, span: Span, code: ProblemCode, message: string, hint: string): Problem {
  return { severity: 'warning', code, message, place: text.placeOf(span.start, span.end - span.start), hint };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const amount = /(?<![\p{L}\d.,])\d[\d.]*(?:,\d+)?\s(?:mio\.\s|mia\.\s)?(?:kr\.|kroner)/gu;

/** Quotations keep the words of others, and a paragraph that names its source is not the calculation's. */
const quotation = /“[^”]*”|„[^“”]*[“”]|»[^«]*«|"[^"\n]*"|^>.*$/gmu;
const cited = /\]\(|\([^()]*\b(?:19|20)\d\d\b[^()]*\)/u;

function typedAmounts(text: ProseText, figures: readonly NamedFigure[], { words }: ProseCheck): Problem[] {
  const { markdown } = text;
  const quoted = spansOf(markdown, quotation);
  return spansOf(markdown, amount).flatMap((span): Problem[] => {
    const isQuoted = quoted.some(({ start, end }) => start <= span.start && span.end <= end);
    if (isQuoted || cited.test(paragraphAt(markdown, span.start))) return [];
    const typed = markdown.slice(span.start, span.end);
    const same = figures.find(([, figure]) => isSameAmount(figure.plain, typed));
    if (same === undefined) {
      const hint = 'take it from the calculation by name, {{…}}, or name its source and year in the same paragraph';
      return [warning(text, span, 'figure-typed', `“${typed}” is typed by hand`, hint)];
    }
    const [name, figure] = same;
    const untrue = untrueWord(wordBefore(markdown, span.start), figure, words);
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
function untrueWords(text: ProseText, figures: ReadonlyMap<string, FigureText>, { words }: ProseCheck): Problem[] {
  return [...text.markdown.matchAll(named)].flatMap(({ index, 0: mustache, 1: name = '', 2: form }): Problem[] => {
    const figure = figures.get(name);
    const word = wordBefore(text.markdown, index);
    if (figure === undefined || ![words.about, words.under, words.over].includes(word)) return [];
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
function untrueWord(word: string, { near }: FigureText, words: ProseCheck['words']): string | undefined {
  const isSide = word === words.under || word === words.over;
  return isSide && wordAtStart(near, words) !== word ? word : undefined;
}

function wordAtStart(printed: string, { about, under, over }: ProseCheck['words']): string | undefined {
  return [about, under, over].find((word) => printed.startsWith(`${word}\u00a0`));
}

function wordBefore(markdown: string, offset: number): string {
  return (/(\S+)\s$/u.exec(markdown.slice(Math.max(0, offset - 40), offset))?.[1] ?? '').toLowerCase();
}

/** The same amount, whatever space stands in it. */
function isSameAmount(printed: string, typed: string): boolean {
  const bare = (amountText: string) => amountText.replace(/\s+/gu, ' ').replace(/kroner$/, 'kr.');
  return bare(printed) === bare(typed);
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
