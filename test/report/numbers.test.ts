/** The Danish formats of money, shares, counts, hours, years and dates, and how figures are rounded. */
import { describe, expect, it } from 'vitest';
import { type RoundingLadder, roundHalfUp, stepFor } from '../../src/report/numbers.ts';
import { numbers, seen } from './seen.ts';

/** The ladder of the 2016 note: hundreds up to a million. */
const hundreds: RoundingLadder = [
  { from: 0, to: 1 },
  { from: 1000, to: 100 },
  { from: 1_000_000, to: 100_000 },
];

function headline(amount: number, ladder?: RoundingLadder) {
  const { text, plain, exact, near } = numbers(ladder).headline(amount);
  return { text: seen(text), plain: seen(plain), exact: seen(exact), near: seen(near) };
}

describe('a headline figure', () => {
  it.each([
    { amount: 4103, text: 'ca. 4.100 kr.' },
    { amount: 63.4, text: 'ca. 63 kr.' },
    { amount: 999.4, text: 'ca. 999 kr.' },
    { amount: 25_400, text: 'ca. 25.000 kr.' },
    { amount: 75_985, text: 'ca. 76.000 kr.' },
    { amount: 3_495_314, text: 'ca. 3,5 mio. kr.' },
    { amount: 1_000_000, text: 'ca. 1 mio. kr.' },
    { amount: 300_000_000, text: 'ca. 300 mio. kr.' },
    { amount: 1_580_000_000, text: 'ca. 1,6 mia. kr.' },
  ])('of $amount is “$text”', ({ amount, text }) => {
    expect(headline(amount).text).toBe(text);
  });

  it('is rounded by the note’s own ladder', () => {
    expect(headline(11_190, hundreds).text).toBe('ca. 11.200 kr.');
    expect(headline(11_190).text).toBe('ca. 11.000 kr.');
  });

  it.each([
    // What rounds up to the next rung is printed as that rung prints.
    { amount: 999.5, plain: '1.000 kr.' },
    { amount: 9949, plain: '9.900 kr.' },
    { amount: 9950, plain: '10.000 kr.' },
    { amount: 10_499, plain: '10.000 kr.' },
    { amount: 950_000, plain: '950.000 kr.' },
    { amount: 999_499, plain: '999.000 kr.' },
    { amount: 999_500, plain: '1 mio. kr.' },
    { amount: 999_950, plain: '1 mio. kr.' },
    { amount: 1_049_999, plain: '1 mio. kr.' },
    { amount: 1_050_000, plain: '1,1 mio. kr.' },
    { amount: 999_949_999, plain: '999,9 mio. kr.' },
    { amount: 999_950_000, plain: '1 mia. kr.' },
  ])('of $amount is “$plain” at the border of a rung', ({ amount, plain }) => {
    expect(headline(amount).plain).toBe(plain);
  });

  it('keeps the decimals that its step needs', () => {
    const quarters = [{ from: 0, to: 250_000 }];
    expect(headline(1_250_000, quarters).plain).toBe('1,25 mio. kr.');
    expect(headline(1_500_000, [{ from: 0, to: 500_000 }]).plain).toBe('1,5 mio. kr.');
    expect(headline(2_112_000, [{ from: 0, to: 1_000_000 }]).plain).toBe('2 mio. kr.');
  });

  it('is written out where its step is fine', () => {
    expect(headline(1_234_567, [{ from: 0, to: 100 }]).plain).toBe('1.234.600 kr.');
  });

  it('has its exact form in whole kroner', () => {
    expect(headline(3_495_313.6).exact).toBe('3.495.314 kr.');
  });
});

describe('the word of a headline figure', () => {
  it('is “knap” where the exact figure is below the printed one', () => {
    expect(headline(3877).near).toBe('knap 3.900 kr.');
  });

  it('is “godt” where it is above', () => {
    expect(headline(4103).near).toBe('godt 4.100 kr.');
  });

  it('is left out where the figure is the printed one', () => {
    expect(headline(4100).near).toBe('4.100 kr.');
    // 4,100 with binary dust
    expect(headline(4100.0000000005).near).toBe('4.100 kr.');
  });

  it('is “ca.” below zero, where a little under and a little over could be taken either way', () => {
    expect(headline(-11_190).near).toBe('ca. −11.000 kr.');
  });

  it('is left out of nothing', () => {
    expect(headline(0)).toEqual({ text: '0 kr.', plain: '0 kr.', exact: '0 kr.', near: '0 kr.' });
  });
});

describe('an amount', () => {
  it.each([
    { amount: 75_985.49, text: '75.985 kr.' },
    { amount: 0.5, text: '1 kr.' },
    { amount: 2.5, text: '3 kr.' },
    { amount: -2.5, text: '−3 kr.' },
    { amount: -0.4, text: '0 kr.' },
    { amount: -200, text: '−200 kr.' },
    { amount: 1_000_000_000, text: '1.000.000.000 kr.' },
    { amount: 300_000_000.2, text: '300.000.000 kr.' },
    { amount: 12_345_678_901.49, text: '12.345.678.901 kr.' },
  ])('of $amount is “$text”', ({ amount, text }) => {
    expect(seen(numbers().kroner(amount))).toBe(text);
  });

  it('has no-break spaces before its units, and a real minus', () => {
    expect(numbers().kroner(-1234)).toBe('\u22121.234\u00a0kr.');
    expect(numbers().headline(3_500_000).plain).toBe('3,5\u00a0mio.\u00a0kr.');
    expect(numbers().share(0.87)).toBe('87\u00a0pct.');
    expect(numbers().hours(11)).toBe('11\u00a0timer');
  });

  it('of an hour keeps two decimals where it has them', () => {
    expect(seen(numbers().hourly(373))).toBe('373 kr.');
    expect(seen(numbers().hourly(373.5))).toBe('373,50 kr.');
    expect(seen(numbers().hourly(379.6224))).toBe('379,62 kr.');
    expect(seen(numbers().hourly(372.999))).toBe('373 kr.');
  });

  it('in whole kroner has no decimals, whichever it is', () => {
    const withDecimals = Array.from({ length: 5000 }, (_, amount) => amount).filter((amount) =>
      numbers().hourly(amount).includes(','),
    );
    expect(withDecimals).toEqual([]);
  });
});

describe('roundHalfUp', () => {
  it('rounds a half away from zero', () => {
    expect([0.5, 1.5, 2.5, -0.5, -1.5].map((value) => roundHalfUp(value))).toEqual([1, 2, 3, -1, -2]);
  });

  it('takes binary dust for what it is', () => {
    // 1.005 is 1.00499999999999989… in binary
    expect(roundHalfUp(1.005, 0.01)).toBeCloseTo(1.01, 12);
  });

  it('does not move large figures that are whole', () => {
    expect([1e9, 1e12, 123_456_789_012].map((value) => roundHalfUp(value))).toEqual([1e9, 1e12, 123_456_789_012]);
  });
});

describe('stepFor', () => {
  it('is the step of the rung that the rounded amount stands on', () => {
    const ladder = [
      { from: 0, to: 1 },
      { from: 1000, to: 100 },
    ];
    expect([999.4, 999.5, 1000, -5000].map((amount) => stepFor(amount, ladder))).toEqual([1, 100, 100, 100]);
  });

  it('is whole kroner below a ladder that begins higher', () => {
    expect(stepFor(50, [{ from: 1000, to: 100 }])).toBe(1);
  });
});

describe('a share', () => {
  it.each([
    { share: 0.87, text: '87 pct.' },
    { share: 1, text: '100 pct.' },
    { share: 0, text: '0 pct.' },
    { share: 0.004, text: '0,4 pct.' },
    { share: 0.0004, text: '0,04 pct.' },
    { share: 0.005, text: '1 pct.' },
  ])('of $share is “$text”', ({ share, text }) => {
    expect(seen(numbers().share(share))).toBe(text);
  });

  it('may be given with the decimals it has', () => {
    // 482,946 / 474,528 − 1
    expect(seen(numbers().sharePrecise(482_946 / 474_528 - 1))).toBe('1,77 pct.');
    expect(seen(numbers().sharePrecise(0.375))).toBe('37,5 pct.');
  });
});

describe('hours, years and counts', () => {
  it.each([
    { hours: 0.5, text: '½ time' },
    { hours: 1, text: '1 time' },
    { hours: 1.5, text: '1½ timer' },
    { hours: 11, text: '11 timer' },
    { hours: 3.4, text: '3,4 timer' },
    { hours: 0, text: '0 timer' },
    { hours: 1924, text: '1.924 timer' },
  ])('are “$text” of $hours hours', ({ hours, text }) => {
    expect(seen(numbers().hours(hours))).toBe(text);
  });

  it('have years in halves too', () => {
    expect([5, 0.5, 1.5].map((years) => seen(numbers().years(years)))).toEqual(['5 år', '½ år', '1½ år']);
  });

  it.each([
    { years: 13 / 52, writtenIn: 'weeks', text: '13 uger' },
    { years: 1 / 52, writtenIn: 'weeks', text: '1 uge' },
    { years: 18 / 12, writtenIn: 'months', text: '18 måneder' },
    { years: 30 / 365, writtenIn: 'days', text: '30 dage' },
    { years: 0.25, writtenIn: 'years', text: '0,25 år' },
    { years: 0.5, writtenIn: 'years', text: '½ år' },
    { years: 0.25, writtenIn: 'months', text: '3 måneder' },
  ] as const)('have years as they were written: “$text”', ({ years, writtenIn, text }) => {
    expect(seen(numbers().years(years, writtenIn))).toBe(text);
  });

  it('have counts with the fraction that an average has', () => {
    expect([46, 38.25, 3 * 0.1 + 137.4, 10_000].map((count) => numbers().count(count))).toEqual([
      '46',
      '38,25',
      '137,7',
      '10.000',
    ]);
  });
});

describe('a date', () => {
  it.each([
    { iso: '2016-11', text: 'november 2016' },
    { iso: '2016-11-22', text: '22. november 2016' },
    { iso: '2020-01-05', text: '5. januar 2020' },
    { iso: '2016', text: '2016' },
  ])('of $iso is “$text”', ({ iso, text }) => {
    expect(seen(numbers().date(iso))).toBe(text);
  });
});
