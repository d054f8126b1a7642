/** What changed figures and inputs are called in a note, in its language and in the author's own names. */
import type { NoteChanges } from '../../changes/changes.types.ts';
import type { InputChange } from '../../changes/input-changes.ts';
import type { Language } from '../language.ts';
import { type Numbers, numbersOf } from '../numbers.ts';

/** The language and its numbers, with the names that one scenario has. */
export interface ChangeWords {
  readonly language: Language;
  readonly numbers: Numbers;
  /** A text of the section `changes`. */
  say(name: string, fillings?: Readonly<Record<string, string>>): string;
}

export function changeWords(language: Language): ChangeWords {
  return { language, numbers: numbersOf(language), say: (name, fillings) => said(language, 'changes', name, fillings) };
}

function said(
  language: Language,
  section: 'changes' | 'changedFigures' | 'changedParts',
  name: string,
  fillings: Readonly<Record<string, string>> = {},
): string {
  const found = language[section][name];
  if (found === undefined) throw new Error(`the language has no text “${section}.${name}”`);
  return language.fill(found, fillings);
}

/** “Pr. gennemført familie”; “Møder: hver gang”; of a figure that nothing names, its own name. */
export function figureLabel({ language }: ChangeWords, { names }: NoteChanges, figure: string): string {
  const one = names['participant.one'] ?? language.words.none;
  const completed = names['participant.completed'] ?? language.fill(language.words.completed, { one });
  const participants = { one, many: names['participant.many'] ?? language.words.none, completed };
  if (
    language.changedFigures[figure] !== undefined &&
    (names['participant.one'] || !/erCompleted|tarted$|ompleted$/.test(figure))
  )
    return said(language, 'changedFigures', figure, participants);
  const [group = '', key = '', part = ''] = figure.split('.');
  const categories: Readonly<Record<string, string>> = language.categories;
  if (group === 'byCategory' && categories[key] !== undefined)
    return said(language, 'changedParts', 'category', { category: categories[key] });
  if (group === 'share' && language.shares[key] !== undefined)
    return said(language, 'changedParts', 'share', { share: language.shares[key] });
  const name = names[`${group}.${key}`];
  if (name === undefined || language.changedParts[part] === undefined) return figure;
  return `${name}: ${said(language, 'changedParts', part)}`;
}

/** “Prisen ”socialraadgiver” for 2016”; “Forberedelse af mødet (costs.forberedelse.hours)”. */
export function inputLabel({ say }: ChangeWords, { names }: NoteChanges, change: InputChange): string {
  const { kind, name, year, part } = change;
  if (kind === 'option') return say('option');
  if (kind === 'scenario') {
    const owner = names[name.split('.').slice(0, 2).join('.')];
    return owner === undefined ? name : say('scenarioInput', { name: owner, path: name });
  }
  const when = year === undefined ? '' : say('ofYear', { year: String(year) });
  const which = part === undefined ? '' : say('ofPart', { part });
  return say(kind, { name, year: `${when}${which}` });
}

/** “+7,2 pct.”; of a share “−2,2 procentpoint”; empty where nothing can be said. */
export function changeText(
  { numbers, language, say }: ChangeWords,
  name: string,
  [before, after]: readonly [before: number | undefined, after: number | undefined],
): string {
  if (before === undefined || after === undefined) return '';
  const signed = (text: string, value: number) => (value > 0 ? `+${text}` : text);
  if (name.startsWith('share.')) {
    const points = (after - before) * 100;
    return say('points', { amount: signed(numbers.plain(points, Math.abs(points) < 1 ? 2 : 1), points) });
  }
  if (before === 0) return '';
  const percent = (after / before - 1) * 100;
  return language.words.percent
    .replace('{{amount}}', signed(numbers.plain(percent, 1), percent))
    .replaceAll(' ', '\u00a0');
}

/** “+297”, “−12,50”: kroner, with decimals only where whole ones would be few. */
export function effectText({ numbers }: ChangeWords, effect: number): string {
  const text = numbers.plain(effect, Math.abs(effect) < 10 && effect !== 0 ? 2 : 0);
  return effect > 0 ? `+${text}` : text;
}
