/** Ids of headings. */
import { expect, test } from 'vitest';
import { claimId, headingId } from '../../src/render/heading-id.ts';

test.each([
  ['Følsomhed på ½ år', 'foelsomhed-paa-12-aar'],
  ['Børn & unge: Ærø', 'boern-unge-aeroe'],
  ['Crème brûlée', 'creme-brulee'],
  ['2016-priser', 'afsnit-2016-priser'],
  ['—', 'afsnit'],
])('“%s” gets the id %s', (title, id) => {
  expect(headingId(title)).toBe(id);
});

test('a title without end gets an id that a PDF can name', () => {
  expect(headingId('meget lange titler '.repeat(20))).toMatch(/^meget-lange[a-z-]{0,70}[a-z]$/);
});

test('an id that is taken gets a number', () => {
  const taken = new Set(['drift']);
  expect([claimId('drift', taken), claimId('drift', taken)]).toEqual(['drift-2', 'drift-3']);
});
