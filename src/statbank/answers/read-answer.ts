/** The door for answers: the text of one, in whatever format it came. */
import { type Answer, refuseAnswer } from './answer.ts';
import { readCsvAnswer } from './csv.ts';
import { readJsonStat } from './json-stat.ts';

/** Throws UserError `statbank-answer` with what is wrong with it: a web page, cut off, another shape. */
export function readAnswer(text: string): Answer {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start === '') throw refuseAnswer('the answer is empty', 'try again later');
  if (start.startsWith('<')) {
    const hint =
      'something between you and StatBank answered instead (a login page, a proxy, maintenance): try again later';
    throw refuseAnswer('the answer is a web page, not figures', hint);
  }
  return /^[{[]/.test(start) ? readJsonStat(start) : readCsvAnswer(start);
}
