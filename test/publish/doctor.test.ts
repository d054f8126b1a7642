/** The doctor's report on this machine, and on one without a usable browser. */
import { expect, test } from 'vitest';
import { examine } from '../../src/publish/doctor.ts';

test('where everything works the report has browser, test page and no problems', async () => {
  const report = await examine();
  expect(report.problems).toEqual([]);
  expect(report.browser).toMatchObject({ origin: 'embedded', version: expect.stringContaining('143.') });
  expect(report.testPage?.hasItsFont).toBe(true);
  expect(report.cache.bytes).toBeGreaterThan(100_000_000);
});

test('a browser that is not there is a problem in the report and no exception', async () => {
  const report = await examine({ browserPath: '/nowhere/chrome' });
  expect(report.browser).toBeUndefined();
  expect(report.problems).toMatchObject([{ code: 'browser-missing' }]);
});
