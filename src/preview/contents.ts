/** What the preview shows of a note: its web page and PDF as they stand in the output folder, and the note as it is printed. */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../files/digest.ts';
import type { ReadOptions } from '../files/read-inputs.ts';
import type { NoteState } from '../watch/note-state.ts';
import { PrintPages } from './print-pages.ts';
import type { Content } from './routes.ts';

export class Contents {
  readonly #folder: string;
  readonly #printPages: PrintPages;

  constructor(folder: string, reading: () => ReadOptions) {
    this.#folder = folder;
    this.#printPages = new PrintPages(reading);
  }

  /** Undefined where there is none yet. */
  async read(note: NoteState, content: Content): Promise<Uint8Array | undefined> {
    const { name } = note.file;
    if (content === 'pdf') return readOutput(join(this.#folder, `${name}.pdf`));
    if (content === 'web') return readOutput(join(this.#folder, `${name}.html`));
    const html = await this.#printPages.pageOf(note);
    return html === undefined ? undefined : Buffer.from(html);
  }

  /** A word that changes with the content. */
  async versionOf(note: NoteState, content: Content): Promise<string | undefined> {
    const bytes = await this.read(note, content);
    return bytes === undefined ? undefined : sha256(bytes).slice(0, 16);
  }
}

/** Only what omkost itself writes there: a link in its place may lead anywhere, and is not followed. */
async function readOutput(path: string): Promise<Uint8Array | undefined> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)).catch(
    () => undefined,
  );
  if (file === undefined) return undefined;
  try {
    return (await file.stat()).isFile() ? await file.readFile() : undefined;
  } finally {
    await file.close();
  }
}
