/**
 * What finishing a PDF costs beside printing it: it is to stay below half, on a thread of its own. Every step is timed on a file
 * taken apart for it, with what the program itself would attach.
 */
import { createHash } from 'node:crypto';
import type { Digest, DocumentFacts } from '../src/archive/facts.ts';
import { finishPdf, steps, takeApart } from '../src/archive/finish-pdf.ts';
import { writePdf } from '../src/archive/write-pdf.ts';
import { withPrinter } from '../src/publish/printer.ts';
import type { PrintJob } from '../src/publish/printer.types.ts';
import { median } from './processes.ts';

const md5: Digest = (bytes) => createHash('md5').update(bytes).digest();

export interface FinishedJob {
  readonly page: PrintJob;
  readonly facts: DocumentFacts;
}

export interface ArchiveBench {
  readonly name: string;
  readonly pages: number;
  /** Of the file, in bytes: as Chromium wrote it, and finished with all that is attached. */
  readonly printedBytes: number;
  readonly finishedBytes: number;
  /** Milliseconds: one note on a page that printed others before, contents pass and all; and the finishing of it. */
  readonly printMs: number;
  readonly finishMs: number;
  /** Milliseconds by step, in order. */
  readonly steps: readonly (readonly [name: string, milliseconds: number])[];
}

/** Medians of `rounds` runs, the first tenth of which only warm up. */
export async function benchArchive(jobs: readonly FinishedJob[], rounds = 30): Promise<readonly ArchiveBench[]> {
  return withPrinter({ pages: 1 }, async ({ print }) => {
    const results: ArchiveBench[] = [];
    for (const { page, facts } of jobs) {
      const prints: number[] = [];
      let printed = await print(page);
      for (let round = 0; round < rounds; round += 1) {
        const started = performance.now();
        printed = await print(page);
        prints.push(performance.now() - started);
      }
      results.push({
        name: page.name,
        pages: printed.pageCount,
        printedBytes: printed.pdf.length,
        printMs: median(prints),
        ...timesOf(printed.pdf, facts, rounds),
      });
    }
    return results;
  });
}

function timesOf(printed: Uint8Array, facts: DocumentFacts, rounds: number) {
  const whole: number[] = [];
  const parts = new Map<string, number[]>();
  let finishedBytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    whole.push(timed(() => finishPdf(printed, facts, md5)).milliseconds);
    const note = <T>(name: string, work: () => T): T => {
      const { milliseconds, result } = timed(work);
      parts.set(name, [...(parts.get(name) ?? []), milliseconds]);
      return result;
    };
    const work = note('take apart', () => takeApart(printed, facts, md5));
    for (const [name, step] of steps) note(name, () => step(work));
    finishedBytes = note('write objects', () => writePdf(work.pdf, md5)).length;
  }
  const warm = (times: readonly number[]) => median(times.slice(Math.ceil(rounds / 10)));
  return {
    finishedBytes,
    finishMs: warm(whole),
    steps: [...parts].map(([name, times]) => [name, warm(times)] as const),
  };
}

function timed<T>(work: () => T): { readonly milliseconds: number; readonly result: T } {
  const started = performance.now();
  const result = work();
  return { milliseconds: performance.now() - started, result };
}
