/** The readers of spans and variations. */
import { readHours, readMoney, readShare } from '../../../src/scenario/quantity/read-amount.ts';
import { readRange } from '../../../src/scenario/quantity/read-range.ts';
import { readVariation } from '../../../src/scenario/quantity/read-variation.ts';
import { testReaders } from './reader-table.ts';

testReaders({
  readVariation: {
    reader: readVariation,
    good: [
      ['±20 pct.', { kind: 'relative', unit: 'none', low: -0.2, high: 0.2 }],
      ['+/- 20 pct.', { kind: 'relative', unit: 'none', low: -0.2, high: 0.2 }],
      ['±10 procentpoint', { kind: 'points', unit: 'none', low: -0.1, high: 0.1 }],
      ['±10 pct.point', { kind: 'points', unit: 'none', low: -0.1, high: 0.1 }],
      ['±10 pct.-point', { kind: 'points', unit: 'none', low: -0.1, high: 0.1 }],
      ['±2', { kind: 'absolute', unit: 'none', low: -2, high: 2 }],
      ['± 2 deltagere', { kind: 'absolute', unit: 'none', low: -2, high: 2 }],
      ['±30 minutter', { kind: 'absolute', unit: 'hours', low: -0.5, high: 0.5 }],
      ['±1.000 kr.', { kind: 'absolute', unit: 'kroner', low: -1000, high: 1000 }],
      ['-20 pct. til +10 pct.', { kind: 'relative', unit: 'none', low: -0.2, high: 0.1 }],
      ['-2 til 3', { kind: 'absolute', unit: 'none', low: -2, high: 3 }],
      ['-20 til +10 pct.', { kind: 'relative', unit: 'none', low: -0.2, high: 0.1 }],
      ['+20 pct.', { kind: 'relative', unit: 'none', low: 0, high: 0.2 }],
      ['−10 pct.', { kind: 'relative', unit: 'none', low: -0.1, high: 0 }],
    ],
    bad: [
      ['20 pct.', 'number-ambiguous'],
      ['±-20 pct.', 'number-unreadable'],
      ['+10 pct. til -10 pct.', 'range-reversed'],
      ['-10 pct. til +2 timer', 'number-ambiguous'],
      ['±2.000 pct.', 'value-impossible'],
      ['-120 pct.', 'value-impossible'],
      ['lidt', 'number-unreadable'],
      ['±1.5', 'number-ambiguous'],
    ],
  },
  'readRange of money': {
    reader: (text) => readRange(readMoney, text),
    good: [
      ['63.000-89.000 kr.', { low: 63000, high: 89000 }],
      ['1,5-2 mio. kr.', { low: 1_500_000, high: 2_000_000 }],
      ['fra 500.000 kr. til 2 mio. kr.', { low: 500_000, high: 2_000_000 }],
    ],
    bad: [
      ['89.000-63.000 kr.', 'range-reversed'],
      ['63.000 kr.', 'number-unreadable'],
      ['63.5-70 kr.', 'number-ambiguous'],
    ],
  },
  'readRange of hours': {
    reader: (text) => readRange(readHours, text),
    good: [
      ['1½-3 timer', { low: 1.5, high: 3 }],
      ['90 minutter – 2 timer', { low: 1.5, high: 2 }],
      ['mellem 4 og 8', { low: 4, high: 8 }],
    ],
    bad: [['3-1½ timer', 'range-reversed']],
  },
  'readRange of shares': {
    reader: (text) => readRange(readShare, text),
    good: [['80-92 pct.', { low: 0.8, high: 0.92 }]],
    bad: [
      ['80-92', 'number-ambiguous'],
      ['80-120 pct.', 'value-impossible'],
    ],
  },
});
