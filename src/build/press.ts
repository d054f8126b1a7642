/** The press: a browser that prints and threads that finish what it printed, opened for the length of a run. */
import { availableParallelism } from 'node:os';
import type { DocumentFacts } from '../archive/facts.ts';
import { programVersion } from '../files/program.ts';
import type { Note, NoteInputs } from '../note.ts';
import type { Printer, PrinterOptions, PrintJob } from '../publish/printer.types.ts';
import { documentFacts } from './document-facts.ts';

/** A note as it is published: accessible, archivable, and the same bytes for the same inputs. */
export interface PublishedNote {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
  /** Page number by heading of the contents list, as printed. */
  readonly pages: ReadonlyMap<string, number>;
}

export interface Press {
  /** `pagesBefore`: those of an earlier print of the note, which may save one. Throws UserError naming what is wrong with this note; other notes can be printed after it. */
  publish(note: Note, inputs: NoteInputs, pagesBefore?: ReadonlyMap<string, number>): Promise<PublishedNote>;
  /** The same for pages that are not one note's: an anthology. */
  publishPages(pages: PrintJob, facts: DocumentFacts): Promise<PublishedNote>;
  readonly printer: Printer;
}

/** Opens a press, lends it to `use`, and closes it whoever fails. Throws UserError `browser-missing` or `browser-failed`. */
export async function withPress<T>(options: PrinterOptions, use: (press: Press) => Promise<T>): Promise<T> {
  const [{ withPrinter }, { withArchivist }, version] = await Promise.all([
    import('../publish/printer.ts'),
    import('../archive/archivist.ts'),
    programVersion(),
  ]);
  const threads = Math.max(1, availableParallelism() - 1);
  // Threads load while the browser starts.
  return withArchivist({ threads, ...(options.signal && { signal: options.signal }) }, ({ finish }) =>
    withPrinter(options, (printer) => {
      const publishPages: Press['publishPages'] = async (job, facts) => {
        const { pdf, pages, pageCount } = await printer.print(job);
        return { pdf: await finish(pdf, facts), pages, pageCount };
      };
      return use({
        printer,
        publishPages,
        publish: (note, inputs, pagesBefore) => {
          const facts = documentFacts(note, inputs, `omkost ${version}`);
          const { name, html, contents } = note;
          return publishPages({ name, html, contents, ...(pagesBefore && { pagesBefore }) }, facts);
        },
      });
    }),
  );
}
