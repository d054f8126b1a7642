/** The reader of yes and no: YAML gives them as text here, as it gives everything. */
import { inQuotes, plainText, type Reading, readAs, unread } from './reading.ts';

const answers: ReadonlyMap<string, boolean> = new Map([
  ['ja', true],
  ['nej', false],
  ['yes', true],
  ['no', false],
  ['true', true],
  ['false', false],
]);

export function readYesNo(text: string): Reading<boolean> {
  const answer = answers.get(plainText(text).toLowerCase());
  return answer === undefined
    ? unread('value-unknown', `${inQuotes(text)} is neither yes nor no`, 'write ja or nej')
    : readAs(answer);
}
