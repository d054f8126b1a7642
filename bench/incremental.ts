/** Builds after the first, of a thousand notes: nothing changed, one price changed; and the first itself beside bare printing. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { differentNotes } from './different-notes.ts';
import { type Memory, median, memoryOf, runNode } from './processes.ts';

export interface IncrementalFigures {
  readonly notes: number;
  /** The first build of all of them, with PDFs. */
  readonly coldMs: number;
  readonly coldMemory: Memory | undefined;
  /** Median of the runs in which nothing had changed. */
  readonly unchangedMs: number;
  readonly onePriceMs: number;
  /** How many of the notes use the price that changed. */
  readonly onePriceNotes: number;
}

export interface IncrementalOptions {
  /** Of the repository. */
  readonly root: string;
  /** The built `dist/cli/main.js`. */
  readonly program: string;
  readonly notes: number;
}

const price = 'en-anden-pris';

/** Every hundredth note, and at least one, uses a price of its own kind. */
const everyNth = 100;

export async function benchIncremental({ root, program, notes }: IncrementalOptions): Promise<IncrementalFigures> {
  const { folder, names } = await differentNotes(root, notes);
  process.env.OMKOST_NOTES_CACHE = join(folder, 'kept');
  try {
    const special = names.filter((_, index) => index % everyNth === 0);
    await addPrice(folder, special);
    let memory: Promise<Memory | undefined> = Promise.resolve(undefined);
    const cold = await runNode([program, 'build'], folder, (child, said) => {
      const isLast = said.includes(`[${notes - 1}/${notes}]`);
      if (isLast && child.pid !== undefined) memory = memoryOf(child.pid);
    });
    const unchanged: number[] = [];
    for (let turn = 0; turn < 6; turn += 1)
      unchanged.push((await runNode([program, 'build', '--quiet'], folder)).milliseconds);
    await edit(tableIn(folder), (text) => text.replace('999 kr.', '1001 kr.'));
    const onePrice = await runNode([program, 'build', '--json', '--quiet'], folder);
    const { counts } = JSON.parse(onePrice.out) as { readonly counts: { readonly built: number } };
    return {
      notes,
      coldMs: cold.milliseconds,
      coldMemory: await memory,
      // The first of them reads every output once; then their marks on the disk are known.
      unchangedMs: median(unchanged.slice(1)),
      onePriceMs: onePrice.milliseconds,
      onePriceNotes: counts.built,
    };
  } finally {
    delete process.env.OMKOST_NOTES_CACHE;
    await rm(folder, { recursive: true, force: true });
  }
}

function tableIn(folder: string): string {
  return join(folder, 'scenarios', 'prices', 'timeomkostninger.yaml');
}

async function addPrice(folder: string, special: readonly string[]): Promise<void> {
  await edit(tableIn(folder), (text) => {
    const row = `prices:\n  ${price}:\n    name: En anden pris\n    unit: kr./time\n    concept: effektiv time\n    values: { 2016: 999 kr., 2018: 999 kr. }\n    assumption: til målingen\n`;
    return text.replace(/^prices:\n/m, row);
  });
  for (const name of special) {
    await edit(join(folder, 'scenarios', `${name}.yaml`), (text) =>
      text.replaceAll('socialraadgiver-effektiv-time', price),
    );
  }
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')));
}

/** As lines of the bench; `short` tells that fewer than a thousand were built. */
export function describeIncremental(figures: IncrementalFigures): readonly (readonly [what: string, value: string])[] {
  const { notes, coldMs, coldMemory, unchangedMs, onePriceMs, onePriceNotes } = figures;
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;
  const scaled = (milliseconds: number) =>
    notes === 1000 ? '' : ` (at this rate 1000 notes take ${seconds((milliseconds / notes) * 1000)})`;
  const memory =
    coldMemory === undefined
      ? 'only on Linux'
      : `${coldMemory.program.toFixed(0)} MiB, browser ${coldMemory.browser.toFixed(0)} MiB`;
  return [
    [
      `${notes} different notes, cold`,
      `${seconds(coldMs)}, ${(notes / (coldMs / 1000)).toFixed(1)} a second${scaled(coldMs)}`,
    ],
    ['  memory at its end', memory],
    [`the same ${notes}, nothing changed`, `${seconds(unchangedMs)}${scaled(unchangedMs)}`],
    [`  one price changed, used by ${onePriceNotes}`, seconds(onePriceMs)],
  ];
}
