/** The strings of the results: a figure that the prose prints in several forms stands there as it is read first. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readNote } from '../../src/index.ts';
import { composeNote } from '../../src/note.ts';

async function printed(summary: string, limitations: string) {
  const shipped = await readFile('scenarios/processuelle-netvaerksmoeder.yaml', 'utf8');
  const text = shipped
    .replace(/( {2}summary: \|\n)(?: {4}.*\n|\n)+/, `$1    ${summary}\n`)
    .replace(/( {2}limitations: \|\n)(?: {4}.*\n|\n)+/, `$1    ${limitations}\n\n`);
  return composeNote(await readNote({ scenario: { text, name: 'note' }, issued: '2026-11-22' })).results.printed;
}

test('the summary’s form is the one, whatever comes after it there or in later sections', async () => {
  const { total, perCompleted } = await printed(
    'Det koster {{total}}, på kronen {{total.exact}}, og {{perCompleted.near}} pr. familie.',
    'Summen er {{total.exact}}, pr. familie {{perCompleted}}.',
  );
  expect({ total, perCompleted }).toEqual({ total: 'ca. 3,5 mio. kr.', perCompleted: 'knap 76.000 kr.' });
});

test('a figure that the prose does not print stands as a headline figure', async () => {
  const { total, perStarted } = await printed('Ingen tal.', 'Summen er {{total.exact}}.');
  expect({ total, perStarted }).toEqual({ total: '3.495.295 kr.', perStarted: 'ca. 70.000 kr.' });
});
