/** The notes as they are printed, as HTML: no file holds them, so they are made when somebody looks. */
import { InputReader, type ReadOptions } from '../files/read-inputs.ts';
import { composeNote } from '../note.ts';
import { UserError } from '../problem/problem.ts';
import type { NoteState } from '../watch/note-state.ts';

interface PrintPage {
  readonly inputs: string;
  readonly html: string;
}

/** Fonts make each page large: those that were looked at last are kept. */
const mostKept = 20;

export class PrintPages {
  readonly #reading: () => ReadOptions;
  readonly #kept = new Map<string, PrintPage>();

  constructor(reading: () => ReadOptions) {
    this.#reading = reading;
  }

  /** The last good one, or undefined where none was made yet. */
  async pageOf({ file, status, inputs }: NoteState): Promise<string | undefined> {
    const kept = this.#kept.get(file.name);
    if (inputs === undefined || status === 'failed' || kept?.inputs === inputs) return kept?.html;
    const html = await this.#compose(file);
    if (html === undefined) return kept?.html;
    this.#kept.delete(file.name);
    this.#kept.set(file.name, { inputs, html });
    for (const name of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(name);
    return html;
  }

  /** A file that has just been broken is told of by the watch. */
  async #compose(file: NoteState['file']): Promise<string | undefined> {
    try {
      return composeNote(await new InputReader(this.#reading()).read(file)).html;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return undefined;
    }
  }
}
