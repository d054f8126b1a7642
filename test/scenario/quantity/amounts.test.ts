/** The readers of amounts: money, hours, shares, counts, yes and no. */
import {
  readCount,
  readHours,
  readMoney,
  readRate,
  readShare,
  readSignedMoney,
  readWholeCount,
} from '../../../src/scenario/quantity/read-amount.ts';
import { readYesNo } from '../../../src/scenario/quantity/read-yes-no.ts';
import { testReaders } from './reader-table.ts';

testReaders({
  readMoney: {
    reader: readMoney,
    good: [
      ['373 kr.', 373],
      ['373', 373],
      ['3.500 kr', 3500],
      ['1,5 mio. kr.', 1_500_000],
      ['2 mia. kr.', 2e9],
      ['kr. 373', 373],
      ['DKK 373', 373],
      ['373,50 kr.', 373.5],
      ['373 kroner', 373],
      ['373,-', 373],
      ['1,1 mio.', 1_100_000],
      ['1,125 mio. kr.', 1_125_000],
      ['0,125 kr.', 0.125],
      ['250 t.kr.', 250_000],
      ['0', 0],
      ['373KR.', 373],
    ],
    bad: [
      ['-200 kr.', 'value-impossible'],
      ['2.000 mia. kr.', 'value-impossible'],
      ['373.50 kr.', 'number-ambiguous', 'write 373,50 kr.'],
      ['5,000 kr.', 'number-ambiguous', 'write 5.000 kr., or two decimals at most'],
      ['12,500', 'number-ambiguous', 'write 12.500, or two decimals at most'],
      ['412 kr./time', 'number-unreadable'],
      ['373 øre', 'number-unreadable'],
      ['gratis', 'number-unreadable'],
      ['kr.', 'number-unreadable'],
    ],
  },
  readSignedMoney: {
    reader: readSignedMoney,
    good: [
      ['-200 kr.', -200],
      ['−1,5 mio. kr.', -1_500_000],
    ],
    bad: [['-2.000 mia. kr.', 'value-impossible']],
  },
  readHours: {
    reader: readHours,
    good: [
      ['30 timer', 30],
      ['1 time', 1],
      ['1½ time', 1.5],
      ['90 minutter', 1.5],
      ['2 t.', 2],
      ['7,5', 7.5],
      ['½ time', 0.5],
      ['45 min.', 0.75],
    ],
    bad: [
      ['-1 time', 'value-impossible'],
      ['100.001 timer', 'value-impossible'],
      ['1.5 timer', 'number-ambiguous', 'write 1,5 timer'],
      ['30 timre', 'number-unreadable', 'did you mean “30 time”?'],
      ['timer', 'number-unreadable'],
      ['1:30', 'number-unreadable'],
    ],
  },
  readShare: {
    reader: readShare,
    good: [
      ['92 pct.', 0.92],
      ['92 %', 0.92],
      ['92%', 0.92],
      ['92 procent', 0.92],
      ['14,8 pct.', 0.148],
      ['0', 0],
      ['100 pct.', 1],
      ['½ pct.', 0.005],
    ],
    bad: [
      ['0,92', 'number-ambiguous', 'write 92 pct.'],
      ['92', 'number-ambiguous', 'write 92 pct.'],
      ['1', 'number-ambiguous', 'write 1 pct.'],
      ['120 pct.', 'value-impossible'],
      ['-1 pct.', 'value-impossible'],
      ['14.8 pct.', 'number-ambiguous', 'write 14,8 pct.'],
      ['10 procentpoint', 'number-unreadable'],
    ],
  },
  readRate: {
    reader: readRate,
    good: [
      ['-2 pct.', -0.02],
      ['150 pct.', 1.5],
      ['3,5 %', 0.035],
    ],
    bad: [
      ['-101 pct.', 'value-impossible'],
      ['1.001 pct.', 'value-impossible'],
      ['3,5', 'number-ambiguous'],
    ],
  },
  readCount: {
    reader: readCount,
    good: [
      ['8', 8],
      ['7,5', 7.5],
      ['8 deltagere', 8],
      ['1.250 børn', 1250],
      ['1½ familie', 1.5],
    ],
    bad: [
      ['-1', 'value-impossible'],
      ['8 pct', 'number-unreadable'],
      ['8 kr', 'number-unreadable'],
      ['1 mio', 'number-unreadable'],
      ['8 timer', 'number-unreadable'],
      ['8 små børn', 'number-unreadable'],
      ['1e5', 'number-unreadable'],
      ['otte', 'number-unreadable'],
    ],
  },
  readWholeCount: {
    reader: readWholeCount,
    good: [
      ['8', 8],
      ['8 deltagere', 8],
    ],
    bad: [
      ['7,5', 'value-impossible'],
      ['8.5', 'number-ambiguous'],
    ],
  },
  readYesNo: {
    reader: readYesNo,
    good: [
      ['ja', true],
      ['Nej', false],
      ['true', true],
    ],
    bad: [['måske', 'value-unknown']],
  },
});
