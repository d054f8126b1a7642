/** The author's Markdown as it comes in: by slot, with the way back to the line it was written on. */
import type { Place } from '../problem/source.ts';

export interface ProseText {
  readonly markdown: string;
  /** The place in the scenario file of `length` characters from `offset` of `markdown`. */
  placeOf(offset: number, length: number): Place;
}

export interface ProseSource {
  /** By slot name: `summary`, `intervention` … */
  readonly texts: ReadonlyMap<string, ProseText>;
}
