/** Finished notes of every kind, and the same notes finished wrongly on purpose. */
import { join } from 'node:path';
import type { DocumentFacts } from '../../../src/archive/facts.ts';
import { finishPdf, steps, takeApart, type Work } from '../../../src/archive/finish-pdf.ts';
import { writePdf } from '../../../src/archive/write-pdf.ts';
import { anthologyDocumentFacts } from '../../../src/build/anthology-facts.ts';
import { documentFacts } from '../../../src/build/document-facts.ts';
import { composeAnthology, composeNote, readNote } from '../../../src/index.ts';
import { withPrinter } from '../../../src/publish/printer.ts';
import type { PrintJob } from '../../../src/publish/printer.types.ts';
import { md5 } from '../../archive/digest.ts';
import { facts as hostileFacts, hostilePage } from '../../archive/pages.ts';
import { root } from '../../cli/program.ts';
import { readAnthology } from '../../fixtures/read-anthology.ts';

const scenarios = {
  'the short note': 'scenarios/inddragende-netvaerksmoeder.yaml',
  'the assessment': 'scenarios/processuelle-netvaerksmoeder.yaml',
  'the note with every analysis': 'test/fixtures/analyses.yaml',
  'the note with notes, boxes and lists': 'test/fixtures/publication.yaml',
  'the note in English': 'test/fixtures/english.yaml',
  'the shortest note': 'test/fixtures/shortest.yaml',
} as const;
const anthologies = { 'an anthology': 'families', 'an anthology in English': 'in-english' } as const;
export const hostile = 'a page with all that HTML can bring';

export type NoteName = keyof typeof scenarios | keyof typeof anthologies | typeof hostile;
export const noteNames = [...Object.keys(scenarios), ...Object.keys(anthologies), hostile] as readonly NoteName[];

/** As Chromium printed it, and what is to be said of it. */
export interface PrintedNote {
  readonly printed: Uint8Array;
  readonly facts: DocumentFacts;
}

export async function printNotes(): Promise<ReadonlyMap<NoteName, PrintedNote>> {
  return withPrinter({}, async ({ print }) => {
    const printed = async (job: PrintJob, facts: DocumentFacts) => ({ printed: (await print(job)).pdf, facts });
    const notes = Object.entries(scenarios).map(async ([name, path]) => {
      const inputs = await readNote({ scenario: join(root, path), workingFolder: root, issued: '2026-11-22' });
      const note = composeNote(inputs);
      return [name as NoteName, await printed(note, documentFacts(note, inputs, 'omkost 0.0.1'))] as const;
    });
    const books = Object.entries(anthologies).map(async ([name, file]) => {
      const inputs = await readAnthology(file);
      const book = composeAnthology(inputs);
      const parts = { file: inputs.file, inputs: inputs.chapters };
      return [name as NoteName, await printed(book, anthologyDocumentFacts(book, parts, 'omkost 0.0.1'))] as const;
    });
    return new Map([
      ...(await Promise.all([...notes, ...books])),
      [hostile, await printed(hostilePage, hostileFacts)] as const,
    ]);
  });
}

export function finish({ printed, facts }: PrintedNote): Uint8Array {
  return finishPdf(printed, facts, md5);
}

/** What is done wrong: a step left out, something changed before a step or at the end, or bytes changed in the written file. */
export type Spoil =
  | { readonly without: string }
  | { readonly before?: string; readonly change: (work: Work) => void }
  | { readonly rewrite: (file: string) => string };

export function finishWrongly({ printed, facts }: PrintedNote, spoil: Spoil): Uint8Array {
  if ('rewrite' in spoil) {
    const file = Buffer.from(finishPdf(printed, facts, md5)).toString('latin1');
    return Buffer.from(spoil.rewrite(file), 'latin1');
  }
  const work = takeApart(printed, facts, md5);
  const named = 'without' in spoil ? spoil.without : spoil.before;
  if (named !== undefined && !steps.some(([step]) => step === named)) throw new Error(`there is no step “${named}”`);
  for (const [name, step] of steps) {
    if ('change' in spoil && spoil.before === name) spoil.change(work);
    if (!('without' in spoil && spoil.without === name)) step(work);
  }
  if ('change' in spoil && spoil.before === undefined) spoil.change(work);
  return writePdf(work.pdf, md5);
}
