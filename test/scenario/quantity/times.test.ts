/** The readers of durations, years and dates. */
import { readWholeYears, readYears } from '../../../src/scenario/quantity/read-amount.ts';
import { readDate } from '../../../src/scenario/quantity/read-date.ts';
import { readYear, readYearList } from '../../../src/scenario/quantity/read-year.ts';
import { testReaders } from './reader-table.ts';

testReaders({
  readYears: {
    reader: readYears,
    good: [
      ['5 år', 5],
      ['1 år', 1],
      ['6 uger', 6 / 52],
      ['18 måneder', 1.5],
      ['½ år', 0.5],
      ['5', 5],
      ['73 dage', 0.2],
    ],
    bad: [
      ['0 år', 'value-impossible'],
      ['-1 år', 'value-impossible'],
      ['101 år', 'value-impossible'],
      ['5.5 år', 'number-ambiguous', 'write 5,5 år'],
      ['5 timer', 'number-unreadable'],
    ],
  },
  readWholeYears: {
    reader: readWholeYears,
    good: [
      ['5 år', 5],
      ['24 måneder', 2],
    ],
    bad: [['1½ år', 'value-impossible']],
  },
  readYear: {
    reader: readYear,
    good: [
      ['2016', 2016],
      ['1990', 1990],
      ['2100', 2100],
    ],
    bad: [
      ['1989', 'value-impossible'],
      ['2101', 'value-impossible'],
      ['2.016', 'number-unreadable', 'write 2016'],
      ['i år', 'number-unreadable'],
    ],
  },
  readYearList: {
    reader: readYearList,
    good: [
      ['1-3', [1, 2, 3]],
      ['1, 3, 5', [1, 3, 5]],
      ['1,3', [1, 3]],
      ['2018-2020', [2018, 2019, 2020]],
      ['3', [3]],
      ['5, 1-2', [1, 2, 5]],
      ['1 og 3', [1, 3]],
      ['1–3', [1, 2, 3]],
      ['år 1 til 3', [1, 2, 3]],
      ['2, 2', [2]],
    ],
    bad: [
      ['3-1', 'range-reversed', 'write 1-3'],
      ['0', 'value-impossible'],
      ['101', 'value-impossible'],
      ['1, 2018', 'value-impossible'],
      ['1-2018', 'value-impossible'],
      ['alle', 'number-unreadable'],
      ['', 'number-unreadable'],
    ],
  },
  readDate: {
    reader: readDate,
    good: [
      ['2016-11', { iso: '2016-11', precision: 'month' }],
      ['2016-11-22', { iso: '2016-11-22', precision: 'day' }],
      ['november 2016', { iso: '2016-11', precision: 'month' }],
      ['22. november 2016', { iso: '2016-11-22', precision: 'day' }],
      ['22.11.2016', { iso: '2016-11-22', precision: 'day' }],
      ['Nov. 2016', { iso: '2016-11', precision: 'month' }],
      ['29. februar 2016', { iso: '2016-02-29', precision: 'day' }],
    ],
    bad: [
      ['2016-02-30', 'date-unreadable'],
      ['29. februar 2015', 'date-unreadable'],
      ['2016-13', 'date-unreadable'],
      ['2016', 'date-unreadable'],
      ['i går', 'date-unreadable'],
      ['11/22/2016', 'date-unreadable'],
      ['2016-00-10', 'date-unreadable'],
      ['0001-01', 'value-impossible'],
    ],
  },
});
