/** The shipped languages say the same things: same texts, with the same names to fill in, each in its own words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseLabels } from '../../src/report/labels.ts';
import { parseLanguage } from '../../src/report/language.ts';
import { moneyInProse } from '../../src/report/typed-money.ts';
import { languageOf, numbers, numbersIn, seen } from './seen.ts';

const templates = join(import.meta.dirname, '..', '..', 'templates');
const files = ['language.yaml', 'words.yaml'] as const;
const languages = readdirSync(templates, { recursive: true, encoding: 'utf8' })
  .map((name) => /^(\w+)[\\/]language\.yaml$/.exec(name)?.[1])
  .filter((name) => name !== undefined);
const others = languages.filter((name) => name !== 'da');

/** Every text by its place: “sentences.result”. */
function textsOf(language: string): ReadonlyMap<string, string> {
  const walk = (value: unknown, path: string): [string, string][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => walk(inner, path === '' ? key : `${path}.${key}`))
      : [[path, String(value)]];
  return new Map(files.flatMap((file) => walk(parse(readFileSync(join(templates, language, file), 'utf8')), '')));
}

const danish = textsOf('da');

it('there is Danish, and English', () => {
  expect(languages.sort()).toEqual(['da', 'en']);
});

/** A list of forms, words or exceptions may be as long as the language needs. */
const isForm = (path: string) => /^(?:alsoWritten|typography\.(?:together|hyphenation))\./.test(path);

describe.each(others)('%s', (language) => {
  const texts = textsOf(language);

  it('has every text that Danish has, and no other', () => {
    const keys = (all: ReadonlyMap<string, string>) => [...all.keys()].filter((path) => !isForm(path)).sort();
    expect(keys(texts)).toEqual(keys(danish));
  });

  it('fills in the same names in every text', () => {
    const names = (text = '') => [...new Set(text.match(/\{\{?\w+\}?\}/g))].sort();
    for (const [path, text] of danish)
      if (!isForm(path)) expect([path, names(texts.get(path))]).toEqual([path, names(text)]);
  });

  it('is read', () => {
    for (const file of files) {
      const source = { path: file, text: readFileSync(join(templates, language, file), 'utf8') };
      expect(() => (file === 'words.yaml' ? parseLabels(source) : parseLanguage(source))).not.toThrow();
    }
  });
});

it('English has no Danish letters and none of the little words of Danish', () => {
  const danishWord =
    /[æøåÆØÅ]|\b(?:og|af|til|fra|pr|kr|pct|mio|ca|er|den|det|ved|med|hver|timer|pris|tabel|anm|kilde)\b/iu;
  const odd = [...textsOf('en')].filter(
    // Authors do write “kr. 76,000”.
    ([path, text]) => !isForm(path) && danishWord.test(text.replace(/\{\{\w+\}\}/g, '')),
  );
  expect(odd).toEqual([]);
});

describe('English figures', () => {
  const english = numbersIn('en');

  it.each([
    [english.kroner(75_985), 'DKK 75,985'],
    [english.headline(75_985).text, 'about DKK 76,000'],
    [english.headline(3_495_314).text, 'about DKK 3.5 million'],
    [english.headline(1_580_000_000).plain, 'DKK 1.6 billion'],
    [english.headline(3_877).near, 'just under DKK 3,900'],
    [english.headline(4_103).near, 'just over DKK 4,100'],
    [english.headline(4_100).near, 'DKK 4,100'],
    [english.headline(-11_190).text, 'about DKK −11,000'],
    [english.hourly(373.5), 'DKK 373.50'],
    [english.share(0.87), '87%'],
    [english.sharePrecise(0.125), '12.5%'],
    [english.count(1000.5), '1,000.5'],
    [english.hours(1), '1 hour'],
    [english.hours(3.5), '3½ hours'],
    [english.years(1), '1 year'],
    [english.years(5), '5 years'],
    [english.years(12 / 52), '12 weeks'],
    [english.date('2016-11-22'), '22 November 2016'],
    [english.date('2016-11'), 'November 2016'],
  ])('%s', (printed, expected) => {
    expect(seen(printed)).toBe(expected);
  });
});

describe('a duration', () => {
  const danishNumbers = numbers();

  it.each([
    [5, '5 år'],
    [1, '1 år'],
    [0.5, '½ år'],
    [1.5, '1½ år'],
    [12 / 52, '12 uger'],
    [1 / 52, '1 uge'],
    [60 / 52, '60 uger'],
    [0.25, '3 måneder'],
    [8 / 12, '8 måneder'],
    [30 / 365, '30 dage'],
    [0.2, '0,2 år'],
    [2.25, '2,25 år'],
    [Math.PI / 10, '0,31 år'],
  ])('of %f years is “%s”', (years, printed) => {
    expect(seen(danishNumbers.years(years))).toBe(printed);
  });
});

describe('money typed in prose', () => {
  it.each([
    ['da', 'Det koster 76.000 kr. om året', ['76.000 kr.'], 76_000],
    ['da', 'i alt 3,5 mio. kroner', ['3,5 mio. kroner'], 3_500_000],
    ['en', 'It costs DKK 76,000, or more', ['DKK 76,000'], 76_000],
    ['en', 'DKK 3.5 million in all.', ['DKK 3.5 million'], 3_500_000],
    ['en', 'some 3,500 kroner each', ['3,500 kroner'], 3_500],
    ['en', 'in 2016 with 1,200 children and 5%', null, 0],
  ])('in %s: %s', (language, text, found, kroner) => {
    const money = moneyInProse(languageOf(language));
    expect(text.match(money.pattern)).toEqual(found);
    if (found !== null) expect(money.read(found[0] ?? '')).toBe(kroner);
  });
});
