/** What a build is asked for, and what it tells. */
import type { ScenarioFile } from '../files/find-scenarios.ts';
import type { ReadOptions } from '../files/read-inputs.ts';
import type { WrittenFile } from '../files/write-outputs.ts';
import type { Problem } from '../problem/problem.ts';
import type { PrinterOptions } from '../publish/printer.types.ts';
import type { Format } from './note-record.ts';

export type Outcome = 'built' | 'unchanged' | 'failed';

export interface BuildRequest {
  readonly files: readonly ScenarioFile[];
  readonly reading: ReadOptions;
  readonly folder: string;
  /** The folder as the user named it. */
  readonly shownFolder: string;
  readonly formats: readonly Format[];
  readonly printer: PrinterOptions;
  readonly signal: AbortSignal;
  readonly onNote: (name: string, outcome: Outcome) => void;
  /** Where notes are kept between runs; without it every note is built. */
  readonly cache?: CacheOptions | undefined;
}

export interface CacheOptions {
  readonly folder: string;
  /** Called once, when nothing can be kept: the build goes on without. */
  readonly onRefusal: (reason: string) => void;
}

export interface BuiltNote {
  readonly name: string;
  /** `unchanged`: nothing it follows from has changed since it was built; its outputs are what they were. */
  readonly outcome: 'built' | 'unchanged';
  readonly outputs: readonly WrittenFile[];
}

export interface BuildResult {
  /** In the order of the request. */
  readonly built: readonly BuiltNote[];
  readonly problems: readonly Problem[];
}
