/** Where Danish words may break, and where in a page they may not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hyphenatePage } from '../../src/render/hyphenate-page.ts';
import { hyphenatorOf, softHyphen } from '../../src/render/hyphenation.ts';
import { danish } from '../report/danish.ts';

const { typography } = danish;
const hyphenate = hyphenatorOf(typography.hyphenation);
const shown = (text: string) => text.replaceAll(softHyphen, '|');

const letters = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnoprstuvyæøå'), minLength: 1, maxLength: 40 });

describe('a word', () => {
  test.each([
    ['medarbejdere', 'med|arbej|dere'],
    ['grunduddannelse', 'grund|uddan|nelse'],
    ['lønomkostninger', 'løn|omkost|ninger'],
    ['sagsbehandler', 'sags|be|hand|ler'],
    ['hovedscenariet', 'hoved|scena|riet'],
    ['socialrådgivere', 'social|råd|givere'],
    ['budgetøkonomiske', 'budget|økono|mi|ske'],
    ['familie', 'fami|lie'],
    ['udgift', 'udgift'],
  ])('%s may break as %s', (word, broken) => {
    expect(shown(hyphenate(word))).toBe(broken);
  });

  test('keeps its letters and three of them on each side of every break', () => {
    fc.assert(
      fc.property(letters, (word) => {
        const pieces = hyphenate(word).split(softHyphen);
        expect(pieces.join('')).toBe(word);
        if (pieces.length > 1) expect(Math.min(pieces[0]?.length ?? 0, pieces.at(-1)?.length ?? 0)).toBeGreaterThan(2);
        expect(pieces.every((piece) => piece.length > 1 || pieces.length === 1)).toBe(true);
      }),
    );
  });

  test('stays whole in a language without patterns', () => {
    expect(hyphenatorOf({ patterns: 'none', exceptions: [] })('omkostningsvurdering')).toBe('omkostningsvurdering');
  });
});

describe('a page', () => {
  const page = (main: string) =>
    shown(hyphenatePage(`<body><p>udenfor hovedteksten</p><main>${main}</main>`, typography));
  const inMain = (main: string) => page(main).replace(/^.*<main>|<\/main>$/g, '');

  test('has breaks in running text, inside emphasis and lists', () => {
    expect(inMain('<p>De <em>samlede</em> omkostninger</p>')).toBe('<p>De <em>sam|lede</em> omkost|ninger</p>');
    expect(inMain('<ul><li>medarbejdere</li></ul>')).toBe('<ul><li>med|arbej|dere</li></ul>');
  });

  test.each([
    '<h2>Samlede omkostninger</h2>',
    '<h3>samlede <em>omkostninger</em></h3>',
    '<p><a href="https://example.dk/omkostninger">omkostninger</a></p>',
    '<figure><figcaption>omkostninger</figcaption><svg aria-label="omkostninger"><path d="M0"/><text>omkostninger</text></svg></figure>',
    '<ul class="sources"><li>omkostninger</li></ul>',
    '<div class="table-block"><table><caption>omkostninger</caption><tbody><tr><th>omkostninger</th></tr></tbody></table></div>',
    '<p>Omkostninger, OMKOSTNINGER, omkostninger2, post@omkostninger.dk, omkostninger/medarbejdere, netto-omkostninger</p>',
    '<p>&eacute;omkostninger &shy; 1&#8239;234</p>',
  ])('has none in %s', (html) => {
    expect(inMain(html).replace('&eacute;omkost|ninger', '&eacute;omkostninger')).toBe(html);
  });

  test('has breaks in the cells of a table with fixed columns, not in its head', () => {
    const table = (cell: string) =>
      `<div class="table-block words"><table><thead><tr><th>omkostninger</th></tr></thead><tbody><tr><td>${cell}</td></tr></tbody></table></div>`;
    expect(inMain(table('omkostninger'))).toBe(table('omkost|ninger'));
  });

  test('is left alone outside its main part', () => {
    expect(page('')).toContain('<p>udenfor hovedteksten</p>');
  });
});
