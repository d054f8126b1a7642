/** `omkost prices list`: every row of the shipped tables, with what uses it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printedBy } from '../problems/printed.ts';

test('lists each row with its years, latest value, source and the scenarios that use it', async () => {
  const { text, exitCode } = await printedBy('.', ['prices', 'list', '--json']);
  expect(exitCode).toBe(0);
  const { rows } = JSON.parse(text) as { rows: Record<string, unknown>[] };
  const named = (name: string) => rows.find((row) => row.name === name);
  expect(named('socialraadgiver-effektiv-time')).toMatchObject({
    section: 'prices',
    unit: 'kr./time',
    years: [2016],
    latest: 373,
    usedBy: ['inddragende-netvaerksmoeder', 'processuelle-netvaerksmoeder'],
  });
  expect(named('forbrugerpriser')).toMatchObject({ section: 'indexes', unit: '2015 = 100', usedBy: [] });
  // 1,924 − 52.836 hours
  expect(named('fuldtid-2024')).toMatchObject({ latest: 1871.164, years: [2024] });
  expect(named('vive-kl')).toMatchObject({ latest: 20, unit: 'pct.' });
  expect(named('officiel')).toMatchObject({ section: 'discountRates', years: [2013, 2021] });
});

test('draws a table, cut down to the rows that are asked for', async () => {
  const { text } = await printedBy('.', ['prices', 'list', 'forbruger']);
  expect(text).toContain('2015–2023');
  expect(text).toContain('117,21');
  expect(text).not.toContain('socialraadgiver');
});

test('says so where nothing is called that, and what is wrong where a table cannot be read', async () => {
  expect((await printedBy('.', ['prices', 'list', 'findes-ikke'])).text).toBe(
    'no row of the price tables is called so\n',
  );
  const folder = mkdtempSync(join(tmpdir(), 'omkost-'));
  const { text, exitCode } = await printedBy(folder, ['prices', 'list', '--prices', 'mangler.yaml']);
  rmSync(folder, { recursive: true });
  expect(text).toContain('[file-missing]');
  expect(exitCode).toBe(1);
});
