/** The same page gives the same bytes: on whichever page of the browser it is printed, after whatever else, and in any time zone. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { withArchivist } from '../../src/archive/archivist.ts';
import { finishPdf } from '../../src/archive/finish-pdf.ts';
import { withPrinter } from '../../src/publish/printer.ts';
import { job } from '../publish/pages.ts';
import { md5 } from './digest.ts';
import { facts, hostilePage, plainPage } from './pages.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('ten prints, fresh and reused, before and after another note, are byte for byte the same', async () => {
  const prints: Uint8Array[] = [];
  await withPrinter({ pages: 1 }, async ({ print }) => {
    for (const job of [hostilePage, plainPage, hostilePage, hostilePage]) {
      const { pdf } = await print(job);
      if (job === hostilePage) prints.push(pdf);
    }
  });
  await withPrinter({ pages: 2 }, async ({ print }) => {
    const jobs = [
      plainPage,
      hostilePage,
      plainPage,
      hostilePage,
      hostilePage,
      hostilePage,
      hostilePage,
      hostilePage,
      hostilePage,
    ];
    const printed = await Promise.all(jobs.map((job) => print(job)));
    prints.push(...printed.filter((_, index) => jobs[index] === hostilePage).map(({ pdf }) => pdf));
  });
  expect(prints).toHaveLength(10);
  // They do differ as Chromium writes them: else this test would say nothing.
  expect(new Set(prints.map(sha256)).size).toBeGreaterThan(1);
  expect(new Set(prints.map((pdf) => sha256(finishPdf(pdf, facts, md5)))).size).toBe(1);
});

test('two time zones and the threads of the archivist give the same bytes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'omkost-zones-'));
  try {
    const printed = await withPrinter({}, async ({ print }) => (await print(plainPage)).pdf);
    const here = await withArchivist({}, ({ finish }) => finish(printed, facts));
    await writeFile(join(folder, 'printed.pdf'), printed);
    const zones = ['Pacific/Kiritimati', 'America/Anchorage'].map((zone) => finishedElsewhere(folder, zone));
    expect(zones).toEqual([sha256(here), sha256(here)]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what a thread finds wrong comes back as a problem of the author', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'omkost-threads-'));
  try {
    const printed = await withPrinter({}, async ({ print }) => (await print(job('<h1>A</h1><p>\u220e</p>'))).pdf);
    await writeFile(join(folder, 'printed.pdf'), printed);
    expect(finishedElsewhere(folder, 'UTC')).toBe('UserError glyph-missing');
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** Runs the built program's archivist, with its threads, in a process of its own. */
function finishedElsewhere(folder: string, zone: string): string {
  const archivist = pathToFileURL(join(import.meta.dirname, '..', '..', 'dist', 'archive', 'archivist.js')).href;
  const attachments = facts.attachments.map(({ bytes, ...rest }) => ({
    ...rest,
    text: new TextDecoder().decode(bytes),
  }));
  const script = `
    import { createHash } from 'node:crypto';
    import { readFileSync } from 'node:fs';
    import { withArchivist } from ${JSON.stringify(archivist)};
    const given = ${JSON.stringify({ ...facts, attachments })};
    const attachments = given.attachments.map(({ text, ...rest }) => ({ ...rest, bytes: new TextEncoder().encode(text) }));
    const printed = new Uint8Array(readFileSync('printed.pdf'));
    const say = (words) => process.stdout.write(words);
    await withArchivist({}, ({ finish }) => finish(printed, { ...given, attachments })).then(
      (pdf) => say(createHash('sha256').update(pdf).digest('hex')),
      (error) => say(error.constructor.name + ' ' + error.problems[0].code),
    );`;
  const environment = { ...process.env, TZ: zone };
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    env: environment,
    encoding: 'utf8',
  });
}
