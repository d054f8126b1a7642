/** What a build is asked for, and what it tells. */
import type { ScenarioFile } from '../files/find-scenarios.ts';
import type { ReadOptions } from '../files/read-inputs.ts';
import type { Shard } from '../files/shard.ts';
import type { WrittenFile } from '../files/write-outputs.ts';
import type { Problem } from '../problem/problem.ts';
import type { PrinterOptions } from '../publish/printer.types.ts';
import type { Format } from './note-record.ts';
import type { Press } from './press.ts';

export type Outcome = 'built' | 'unchanged' | 'failed';

/** Opens a press for as long as it is used, or lends one that stands open. */
export type LendPress = <T>(options: PrinterOptions, use: (press: Press) => Promise<T>) => Promise<T>;

export interface BuildRequest {
  readonly files: readonly ScenarioFile[];
  readonly reading: ReadOptions;
  readonly folder: string;
  /** The folder as the user named it. */
  readonly shownFolder: string;
  /** The part of a build that these files are. */
  readonly shard?: Shard | undefined;
  readonly formats: readonly Format[];
  readonly printer: PrinterOptions;
  readonly signal: AbortSignal;
  readonly onNote: (name: string, outcome: Outcome) => void;
  /** Where notes are kept between runs; without it every note is built. */
  readonly cache?: CacheOptions | undefined;
  /** Where the press comes from; without it the run opens one of its own. */
  readonly lendPress?: LendPress;
  /** Asked before each note: true where what has not begun is to be left, since something more urgent has come up. */
  readonly isEnough?: () => boolean;
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

/** A note of a run of many, as who follows it from run to run wants to know it. */
export interface FollowedNote extends BuiltNote {
  readonly title: string;
  /** Stands for all that the note follows from: the same where a note made again would be the same. */
  readonly inputs: string;
}

export interface NotesResult extends BuildResult {
  readonly built: readonly FollowedNote[];
  /** The problems by the name of the note that they are of. */
  readonly problemsOf: ReadonlyMap<string, readonly Problem[]>;
}
