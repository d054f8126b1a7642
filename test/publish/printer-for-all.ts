/** One printer for all tests of a file: a browser is opened before the first of them and closed after the last. */
import { afterAll, beforeAll } from 'vitest';
import { withPrinter } from '../../src/publish/printer.ts';
import type { Printer } from '../../src/publish/printer.types.ts';

/** Called where a test file begins; the printer can be used in its tests. */
export function printerForAll(): Pick<Printer, 'print'> {
  let opened: Printer | undefined;
  let finish: () => void = () => undefined;
  let run: Promise<void>;

  beforeAll(async () => {
    await new Promise<void>((resolve, reject) => {
      run = withPrinter({}, async (printer) => {
        opened = printer;
        resolve();
        await new Promise<void>((done) => {
          finish = done;
        });
      });
      run.catch(reject);
    });
  });

  afterAll(async () => {
    finish();
    await run;
  });

  return {
    print: (job) => {
      if (opened === undefined) throw new Error('the printer is open from the first test on');
      return opened.print(job);
    },
  };
}
