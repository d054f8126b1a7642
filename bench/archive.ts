/** What finishing a PDF costs, against printing it: it must stay well below half, and on a thread of its own. */
import { createHash } from 'node:crypto';
import { readPages } from '../src/archive/content/page-content.ts';
import type { Digest, DocumentFacts } from '../src/archive/facts.ts';
import { finishPdf } from '../src/archive/finish-pdf.ts';
import { readPdf } from '../src/archive/pdf-file.ts';
import { readStructure } from '../src/archive/structure/structure.ts';
import { writePdf } from '../src/archive/write-pdf.ts';
import { withPrinter } from '../src/publish/printer.ts';
import type { PrintJob } from '../src/publish/printer.types.ts';

const md5: Digest = (bytes) => createHash('md5').update(bytes).digest();

const facts: DocumentFacts = {
  title: 'Bench',
  language: 'da',
  subject: 'Bench',
  keywords: [],
  author: 'Bench',
  producer: 'omkost',
  issued: '2026-01-01',
  attachments: [],
  labels: { linkTo: 'Link til {target}' },
};

/** Prints medians in milliseconds, per note: the print, the parts of the finish, and what share of the print they come to. */
export async function benchArchive(notes: readonly PrintJob[], rounds = 15): Promise<void> {
  await withPrinter({ pages: 1 }, async ({ print }) => {
    for (const note of notes) {
      const prints: number[] = [];
      let pdf = new Uint8Array();
      for (let round = 0; round < rounds; round += 1) {
        const started = performance.now();
        pdf = new Uint8Array((await print(note)).pdf);
        prints.push(performance.now() - started);
      }
      report(note.name, pdf, { print: median(prints), rounds });
    }
  });
}

function report(name: string, pdf: Uint8Array, { print, rounds }: { print: number; rounds: number }): void {
  const parsed = readPdf(pdf);
  const steps = {
    'read objects': () => readPdf(pdf),
    'read structure': () => readStructure(parsed),
    'unpack and cut pages': () => readPages(parsed),
    'write objects': () => writePdf(parsed, md5),
    'all of it': () => finishPdf(pdf, facts, md5),
  };
  console.log(`${name}: ${pdf.length} bytes, print ${print.toFixed(1)} ms`);
  for (const [step, work] of Object.entries(steps)) {
    const time = median(Array.from({ length: rounds }, () => timed(work)));
    console.log(`  ${step.padEnd(22)} ${time.toFixed(1).padStart(6)} ms  ${Math.round((time / print) * 100)} %`);
  }
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
