/** The types an author's figures have: each with its unit, its limits and how it may be written. */
import { z } from 'zod';
import { quantity, settle } from './quantity.ts';
import {
  readCount,
  readDuration,
  readHours,
  readMoney,
  readRate,
  readShare,
  readSignedMoney,
  readWholeCount,
  readWholeYears,
  readYearlyRise,
} from './read-amount.ts';
import { readDate } from './read-date.ts';
import { readIndexValue } from './read-index.ts';
import { readRange } from './read-range.ts';
import { readVariation } from './read-variation.ts';
import { readMoneyPerHour, readMoneyPerYear, readPriceAmount } from './read-wage.ts';
import { readYear, readYearList, readYearTexts } from './read-year.ts';
import { readYesNo } from './read-yes-no.ts';
import type { Reader } from './reading.ts';

export const money = quantity('an amount of money', readMoney, {
  description: 'kroner: “373 kr.”, “3.500”, “1,5 mio. kr.”',
  examples: ['373 kr.', '1,5 mio. kr.'],
});

export const signedMoney = quantity('an amount of money, or less than nothing', readSignedMoney, {
  description: 'kroner, negative where money comes back: “-200 kr.”',
  examples: ['-200 kr.'],
});

export const moneyPerHour = quantity('an hourly cost', readMoneyPerHour, {
  description: 'kroner an hour: “373 kr. pr. time”, “373 kr./time” or “373 kr.”',
  examples: ['373 kr. pr. time'],
});

export const moneyPerYear = quantity('an annual pay', readMoneyPerYear, {
  description: 'kroner a year: “474.528 kr. pr. år”, “474.528 kr./år” or “474.528 kr.”',
  examples: ['474.528 kr. pr. år'],
});

export const priceAmount = quantity('a price', readPriceAmount, {
  description: 'kroner, in the unit of the price: “373 kr.”, “373 kr./time”, “474.528 kr./år”',
  examples: ['373 kr.', '373 kr./time', '474.528 kr./år'],
});

export const indexValue = quantity('an index value', readIndexValue, {
  description: 'a value of an index series, above 0: “117,21”',
  examples: ['117,21'],
});

export const hours = quantity('a number of hours', readHours, {
  description: 'hours: “30 timer”, “1½ time”, “90 minutter”',
  examples: ['30 timer', '1½ time', '90 minutter'],
});

export const share = quantity('a share', readShare, {
  description: 'a share between 0 and 100 pct., with its unit: “92 pct.”',
  examples: ['92 pct.', '37,5 %'],
});

export const rate = quantity('a rate', readRate, {
  description: 'a rate between -100 and 1.000 pct., with its unit: “3,5 pct.”',
  examples: ['3,5 pct.', '-2 pct.'],
});

export const yearlyRise = quantity('a yearly rise', readYearlyRise, {
  description: 'how much prices rise in a year, between -50 and 50 pct.: “2 pct.”',
  examples: ['2 pct.', '-1 pct.'],
});

export const count = quantity('a count', readCount, {
  description: 'how many, with decimals where it is an average: “8”, “7,5 deltagere”',
  examples: ['8', '7,5'],
});

export const wholeCount = quantity('a whole number', readWholeCount, {
  description: 'how many, in whole numbers: “8”',
  examples: ['8'],
});

export const duration = quantity('a number of years', readDuration, {
  description: 'a duration: “5 år”, “18 måneder”, “6 uger”, “½ år”',
  examples: ['5 år', '18 måneder', '6 uger'],
});

export const wholeYears = quantity('a whole number of years', readWholeYears, {
  description: 'a duration in whole years: “5 år”',
  examples: ['5 år'],
});

export const year = quantity('a year', readYear, { description: 'a calendar year: “2016”', examples: ['2016'] });

export const date = quantity('a date', readDate, {
  description: 'a date or a month: “2016-11-22”, “22. november 2016”, “november 2016”',
  examples: ['2016-11-22', 'november 2016'],
});

export const yesNo = quantity('yes or no', readYesNo, {
  description: '“ja” or “nej”',
  examples: ['ja', 'nej'],
  types: ['string', 'boolean'],
});

export const variation = quantity('a variation', readVariation, {
  description: 'how much a figure is varied: “±20 pct.”, “±10 procentpoint”, “±2”, “-20 pct. til +10 pct.”',
  examples: ['±20 pct.', '±10 procentpoint', '±2'],
});

const yearsAsText = quantity('a list of years', readYearList, {
  description: 'years counted from the start, or calendar years: “1-3”, “1, 3, 5”, “2018-2020”',
  examples: ['1-3', '2018-2020'],
});

const oneYear = z.string().meta({ type: ['string', 'integer'] });

/** `1-3`, `1, 3, 5` or `[1, 3]`: years in order, each once. */
export const yearList = z
  .union([
    yearsAsText,
    z
      .array(oneYear)
      .min(1)
      .transform((texts, context): number[] => settle(readYearTexts(texts), texts, context)),
  ])
  .meta({ title: 'a list of years', description: 'years: 1, “1-3”, “2018-2020” or [1, 3]' });

/** A span between two values that `reader` reads: `range(readMoney, '63.000-89.000 kr.')`. */
export function range(reader: Reader<number>, example: string) {
  return quantity('a span between two values', (text) => readRange(reader, text), {
    description: `from a lower to a higher value: “${example}”`,
    examples: [example],
  });
}
