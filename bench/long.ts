/** How time grows with the length of a publication: anthologies of more and more chapters, step by step. */
import { performance } from 'node:perf_hooks';
import { anthologyDocumentFacts } from '../src/build/anthology-facts.ts';
import type * as Library from '../src/index.ts';
import { median } from './processes.ts';

export interface LongBench {
  readonly pages: number;
  readonly composeMs: number;
  /** Contents pass and all, and the finishing to PDF/UA and PDF/A. */
  readonly publishMs: number;
}

/** `names` are scenarios in `folder`, of some seven pages each. */
export async function benchLong(
  library: typeof Library,
  folder: string,
  names: readonly string[],
  lengths: readonly number[] = [1, 7, 14, 28],
): Promise<readonly LongBench[]> {
  const inputs = await Promise.all(names.map((scenario) => library.readNote({ scenario, workingFolder: folder })));
  return library.withPress({ timeoutMs: 600_000 }, async (press) => {
    const results: LongBench[] = [];
    for (const length of lengths) {
      const chapters = inputs.slice(0, length);
      const composing: number[] = [];
      const publishing: number[] = [];
      let pages = 0;
      for (let turn = 0; turn < 3; turn += 1) {
        const started = performance.now();
        const anthology = library.composeAnthology({ name: 'anthology', chapters });
        const composed = performance.now();
        const facts = anthologyDocumentFacts(anthology, { inputs: chapters }, 'omkost');
        ({ pageCount: pages } = await press.publishPages(anthology, facts));
        composing.push(composed - started);
        publishing.push(performance.now() - composed);
      }
      results.push({ pages, composeMs: median(composing), publishMs: median(publishing) });
    }
    return results;
  });
}
