/** New values for a series of a price table, wherever they were read: StatBank, a saved answer, a file of figures. */

/** The parts of a price table whose values stand by year. */
export type SeriesKind = 'indexes' | 'prices';

/** Where new values were read. It becomes the `source:` of the series; what is left out stays as it is written there. */
export interface UpdateSource {
  readonly title?: string;
  readonly publisher?: string;
  /** Page or table. */
  readonly at?: string;
  readonly url?: string;
  /** The day it was read, `2026-11-22`. */
  readonly read: string;
}

/** What a row begins with that no table has yet. */
export interface NewRow {
  /** As it is printed. */
  readonly label: string;
  /** Of a price. */
  readonly unit?: string | undefined;
  readonly concept?: string | undefined;
  readonly includes?: readonly string[] | undefined;
  readonly index?: string | undefined;
  /** Of an index series. */
  readonly base?: string | undefined;
  readonly note?: string | undefined;
}

/** What a source says of one series now. Years that it does not name stay as they are. */
export interface SeriesUpdate {
  /** The price table that the series stands in, named as in the list's places. */
  readonly table: string;
  readonly kind: SeriesKind;
  /** The name of the series in its table. */
  readonly name: string;
  /** Year → value, in the unit of the series: index points for an index, kroner for a price. */
  readonly values: ReadonlyMap<number, number>;
  /** What the source says its index is relative to, where it says so: “2015 = 100”. */
  readonly base?: string;
  readonly source: UpdateSource;
  /** Where the table has no such series yet. */
  readonly newRow?: NewRow;
  /** The keeper's own figures: also years before the table's first are meant. */
  readonly isWhole?: boolean;
}
