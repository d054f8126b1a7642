/** The readers of money per hour and per year, and of prices whose period the table says. */
import { readMoneyPerHour, readMoneyPerYear, readPriceAmount } from '../../../src/scenario/quantity/read-wage.ts';
import { testReaders } from './reader-table.ts';

testReaders({
  readMoneyPerHour: {
    reader: readMoneyPerHour,
    good: [
      ['373 kr.', 373],
      ['373', 373],
      ['373 kr./time', 373],
      ['373 kr. pr. time', 373],
      ['373 kr pr time', 373],
      ['373,50 kr. / time', 373.5],
      ['373 kr. i timen', 373],
      ['kr. 373 pr. time', 373],
      ['373 kr./t.', 373],
    ],
    bad: [
      ['474.528 kr./år', 'number-unreadable', 'write it as “373 kr. pr. time”'],
      ['373 kr. om året', 'number-unreadable'],
      ['373 kr./dag', 'number-unreadable'],
      ['-1 kr./time', 'value-impossible'],
      ['474.528 kr.', 'value-impossible'],
      ['373.50 kr./time', 'number-ambiguous', 'write 373,50 kr.'],
    ],
  },
  readMoneyPerYear: {
    reader: readMoneyPerYear,
    good: [
      ['474.528 kr.', 474_528],
      ['474.528 kr./år', 474_528],
      ['474.528 kr. pr. år', 474_528],
      ['474.528 kr. om året', 474_528],
    ],
    bad: [
      ['474,528 kr. pr. år', 'number-ambiguous', 'write 474.528 kr., or two decimals at most'],
      ['373 kr./time', 'number-unreadable', 'write it as “474.528 kr. pr. år”'],
      ['373 kr. pr. måned', 'number-unreadable'],
    ],
  },
  readPriceAmount: {
    reader: readPriceAmount,
    good: [
      ['373 kr.', { amount: 373, period: 'none', text: '373 kr.' }],
      ['373 kr./time', { amount: 373, period: 'hour', text: '373 kr./time' }],
      ['474.528 kr. pr. år', { amount: 474_528, period: 'year', text: '474.528 kr. pr. år' }],
    ],
    bad: [
      ['373 kr./dag', 'number-unreadable'],
      ['gratis', 'number-unreadable'],
    ],
  },
});
