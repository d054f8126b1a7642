/** What a thread of the archivist does: finishes one PDF, with Node's own MD5. */
import { createHash } from 'node:crypto';
import type { DocumentFacts } from './facts.ts';
import { finishPdf } from './finish-pdf.ts';

export interface FinishTask {
  readonly printed: Uint8Array;
  readonly facts: DocumentFacts;
}

export function finish({ printed, facts }: FinishTask): Uint8Array {
  return finishPdf(printed, facts, (bytes) => createHash('md5').update(bytes).digest());
}
