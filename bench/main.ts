/**
 * `npm run bench`: how long a note takes, how many come out a second, and how that compares with the browser alone. Everything is
 * measured from outside on the built program; figures are medians of runs taken in turn, so that a busy machine hurts all alike.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { documentFacts } from '../src/build/document-facts.ts';
import type * as Library from '../src/index.ts';
import { type ArchiveBench, benchArchive } from './archive.ts';
import { differentNotes } from './different-notes.ts';
import { benchIncremental, describeIncremental } from './incremental.ts';
import { benchLong } from './long.ts';
import { benchModel } from './model.ts';
import { type Memory, median, memoryOf, runNode } from './processes.ts';

/** From `dist-bench/bench/`, where this runs. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'dist', 'cli', 'main.js');
const bare = fileURLToPath(new URL('./print-bare.js', import.meta.url));
const batch = 50;

function say(what: string, value: string): void {
  console.log(`${what.padEnd(58)}${value}`);
}

async function timesOf(count: number, work: () => Promise<{ readonly milliseconds: number }>): Promise<number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < count; turn += 1) times.push((await work()).milliseconds);
  return times;
}

async function benchStart(folder: string): Promise<void> {
  const help = await timesOf(20, () => runNode([program, '--help'], folder));
  say('omkost --help', `${median(help).toFixed(0)} ms (median of ${help.length})`);
  const empty = await timesOf(20, () => runNode(['--eval', ''], folder));
  say('  of it Node alone', `${median(empty).toFixed(0)} ms`);
  const one = await timesOf(9, () => runNode([program, 'build', 'note-001', '--quiet', '--no-cache'], folder));
  say('omkost build of one note, cold', `${median(one).toFixed(0)} ms (median of ${one.length})`);
  const data = await timesOf(9, () =>
    runNode([program, 'build', 'note-001', '--quiet', '--format', 'json', '--no-cache'], folder),
  );
  say('  of it without the PDF (--format json)', `${median(data).toFixed(0)} ms`);
}

/** The pages that omkost prints, for the browser alone to print. */
async function pagesOf(library: typeof Library, folder: string, names: readonly string[]): Promise<string> {
  const pages = join(folder, 'pages');
  await mkdir(pages);
  for (const scenario of names) {
    const note = library.composeNote(await library.readNote({ scenario, workingFolder: folder }));
    await writeFile(join(pages, `${scenario}.html`), note.html);
  }
  return pages;
}

async function benchBatch(library: typeof Library, folder: string, names: readonly string[]): Promise<void> {
  const pages = await pagesOf(library, folder, names);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    theirs.push((await runNode([bare, pages], folder)).milliseconds);
    ours.push(
      (await runNode([program, 'build', ...names, '--quiet', '--format', 'pdf', '--no-cache'], folder)).milliseconds,
    );
  }
  const all = await timesOf(3, () => runNode([program, 'build', ...names, '--quiet', '--no-cache'], folder));
  const rate = (times: readonly number[]) =>
    `${median(times).toFixed(0)} ms, ${(batch / (median(times) / 1000)).toFixed(1)} notes a second`;
  say(`${batch} different notes in one run, PDF`, rate(ours));
  say(`  with web pages and figures`, rate(all));
  say(`Chromium alone, two pages, the same ${batch} pages once each`, rate(theirs));
  say('  our time for a PDF against its (aim: at most 1.25)', (median(ours) / median(theirs)).toFixed(2));
  console.log(
    '  Ours reads, computes, composes, prints until the contents list is right, finishes and writes; Chromium alone prints the\n' +
      '  finished HTML, fonts and all, with setContent on two reused pages, tagged and with outline, and writes what comes out.',
  );
}

/** The shipped notes, each with what is attached to it. */
async function benchFinishing(library: typeof Library): Promise<void> {
  const jobs = ['inddragende-netvaerksmoeder', 'processuelle-netvaerksmoeder'].map(async (scenario) => {
    const inputs = await library.readNote({ scenario, workingFolder: root });
    const page = library.composeNote(inputs);
    return { page, facts: documentFacts(page, inputs, 'omkost') };
  });
  const results = await benchArchive(await Promise.all(jobs));
  const row = (what: string, value: (result: ArchiveBench) => string) =>
    console.log(
      `${what.padEnd(58)}${results
        .map((result) => value(result).padEnd(24))
        .join('')
        .trimEnd()}`,
    );
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  row('post-processing (medians)', ({ name }) => name.split('-')[0] ?? name);
  row('  pages', ({ pages }) => String(pages));
  row('  size as printed', ({ printedBytes }) => kilobytes(printedBytes));
  row('  size finished, attachments and all', ({ finishedBytes }) => kilobytes(finishedBytes));
  row('  print, contents pass and all', ({ printMs }) => `${printMs.toFixed(1)} ms`);
  row('  finish (aim: at most half)', ({ printMs, finishMs }) => {
    return `${finishMs.toFixed(1)} ms, ${(finishMs / printMs).toFixed(2)} of it`;
  });
  for (const [place, [name]] of (results[0]?.steps ?? []).entries())
    row(`    ${name}`, ({ steps }) => `${(steps[place]?.[1] ?? 0).toFixed(1)} ms`);
}

async function benchMemory(folder: string, names: readonly string[]): Promise<void> {
  const seen = new Map<number, Promise<Memory | undefined>>();
  await runNode([program, 'build', ...names, '--format', 'pdf', '--no-cache'], folder, (child, said) => {
    for (const [, count] of said.matchAll(/\[(\d+)\//g)) {
      const notes = Number(count);
      if ([20, 100, 300, 500].includes(notes) && child.pid !== undefined) seen.set(notes, memoryOf(child.pid));
    }
  });
  for (const [notes, measured] of seen) {
    const memory = await measured;
    const figures =
      memory === undefined
        ? 'only on Linux'
        : `${memory.program.toFixed(0)} MiB, browser ${memory.browser.toFixed(0)} MiB`;
    say(`memory after ${notes} notes`, figures);
  }
}

/** Linear growth shows as the same milliseconds a page. */
async function benchLength(library: typeof Library, folder: string, names: readonly string[]): Promise<void> {
  for (const { pages, composeMs, publishMs } of await benchLong(library, folder, names)) {
    const aPage = ((composeMs + publishMs) / pages).toFixed(1);
    say(
      `anthology of ${pages} pages`,
      `composed ${composeMs.toFixed(0)} ms, printed and finished ${publishMs.toFixed(0)} ms: ${aPage} ms a page`,
    );
  }
}

async function benchTheModel(library: typeof Library): Promise<void> {
  const inputs = await library.readNote({ scenario: 'processuelle-netvaerksmoeder', workingFolder: root });
  const { evaluationsPerSecond, rebuildsPerSecond, analysisMs, heapGrowthMB } = benchModel(
    library.composeNote(inputs).assessment.priced.scenario,
  );
  say('model: headline evaluated anew', `${evaluationsPerSecond.toFixed(0)} a second`);
  say('model: built from the scenario anew', `${rebuildsPerSecond.toFixed(0)} a second`);
  say('model: 100,000 draws of four inputs', `${analysisMs.toFixed(0)} ms, heap +${heapGrowthMB.toFixed(0)} MB`);
}

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
const library: typeof Library = await import(pathToFileURL(join(root, 'dist', 'index.js')).href);
const { folder, names } = await differentNotes(root, 500);
try {
  await benchStart(folder);
  await benchBatch(library, folder, names.slice(0, batch));
  if (!process.argv.includes('--short')) await benchMemory(folder, names);
  await benchFinishing(library);
  const notes = process.argv.includes('--short') ? 100 : 1000;
  for (const line of describeIncremental(await benchIncremental({ root, program, notes }))) say(...line);
  await benchLength(library, folder, names.slice(0, 28));
  await benchTheModel(library);
} finally {
  await rm(folder, { recursive: true, force: true });
}
