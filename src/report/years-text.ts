/** Several years in words. */
import { type ReportContext, say, text, yearInSentence } from './context.ts';
import { listed } from './language.ts';

/** “år 1–5”, “år 1 og 3–5” */
export function yearsText(context: ReportContext, years: readonly number[]): string {
  const runs: (readonly [number, number])[] = [];
  for (const year of years) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === year - 1) runs[runs.length - 1] = [last[0], year];
    else runs.push([year, year]);
  }
  const spans = runs.map(([from, to], place) => {
    const first = place === 0 ? yearInSentence(context, from) : bareYear(context, from);
    return from === to ? first : say(context, context.language.words.yearsTo, { first, last: bareYear(context, to) });
  });
  return listed(context.language, spans);
}

/** “5” of “år 5”; calendar years are bare already. */
function bareYear(context: ReportContext, year: number): string {
  const word = say(context, text({ year: context.language.words.year }, 'year'), { year: '' })
    .trim()
    .toLowerCase();
  return yearInSentence(context, year).replace(word, '').trim();
}
