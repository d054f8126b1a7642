/** What an anthology is asked for. Its `files` are the scenarios of its chapters, in their order. */
import type { OwnFile } from '../anthology/compose-anthology.ts';
import type { OutputFile } from '../files/write-outputs.ts';
import type { Problem } from '../problem/problem.ts';
import type { BuildRequest } from './build-request.ts';
import type { Format } from './note-record.ts';

export interface AnthologyRequest extends BuildRequest {
  readonly anthology: {
    /** Of its outputs. */
    readonly name: string;
    /** As it is printed, instead of its file's or the language's. */
    readonly title?: string | undefined;
    /** Absent where only its chapters were named. */
    readonly file?: OwnFile | undefined;
  };
  /** What is known to be wrong: then nothing is built, and what is wrong with the chapters is told beside it. */
  readonly problems: readonly Problem[];
}

export interface AnthologyOutput extends OutputFile {
  readonly format: Format;
}
