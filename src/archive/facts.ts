/** What is said about a note beside its pages: who published it, when, and what is attached. An input, never looked up here. */

export interface DocumentFacts {
  readonly title: string;
  /** Of the whole document: `da`. */
  readonly language: string;
  /** What the note is about, in a sentence. */
  readonly subject: string;
  readonly keywords: readonly string[];
  /** The publisher. */
  readonly author: string;
  /** The program that finishes the file: `omkost 1.0.0`. */
  readonly producer: string;
  /** Date of issue, `2026-11-22`: the only date that gets into the file. */
  readonly issued: string;
  readonly attachments: readonly Attachment[];
  readonly labels: {
    /** What a link is for, in the document's language, with `{target}` for its words: `Link til {target}`. */
    readonly linkTo: string;
    /** The same of a link to a note, with `{number}`: `Link til note {number}`. */
    readonly linkToNote: string;
    /** And of one from a note to the text that refers to it: `Tilbage til teksten ved note {number}`. */
    readonly linkBack: string;
  };
}

export interface Attachment {
  /** With its ending; unique among the attachments. */
  readonly name: string;
  readonly mime: string;
  /** What the file is to the note (ISO 19005-3, 6.8): what it was made from, figures behind it, or something further. */
  readonly relationship: 'Source' | 'Data' | 'Supplement';
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** The MD5 sum of some bytes, 16 bytes long. Handed in, since this room imports nothing of Node's. */
export type Digest = (bytes: Uint8Array) => Uint8Array;

/** A file that is not of the form Chromium is known to write: a fault of ours or a new Chromium, never the author's. */
export class UnknownPdfForm extends Error {
  override readonly name = 'UnknownPdfForm';
}
