/** What a thread of the archivist does: finishes one PDF, with Node's own MD5. */
import { createHash } from 'node:crypto';
import { type Problem, UserError } from '../problem/problem.ts';
import type { DocumentFacts } from './facts.ts';
import { finishPdf } from './finish-pdf.ts';

export interface FinishTask {
  readonly printed: Uint8Array;
  readonly facts: DocumentFacts;
}

/** An error loses its class on the way between threads: the author's problems go as what they are. */
export type FinishResult = { readonly pdf: Uint8Array } | { readonly problems: readonly Problem[] };

export function finish({ printed, facts }: FinishTask): FinishResult {
  try {
    return { pdf: finishPdf(printed, facts, (bytes) => createHash('md5').update(bytes).digest()) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { problems: error.problems };
  }
}
