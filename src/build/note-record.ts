/** What is remembered of a note that was built: what it was made from, what came out, and what was said about it. */
import type { AssetFile, HouseDigest } from '../files/house-files.ts';
import type { ManifestEntry } from '../files/manifest.ts';
import type { UsedRow } from '../prices/extract.ts';
import type { Problem } from '../problem/problem.ts';

export type Format = 'pdf' | 'html' | 'json' | 'csv';

/** A row of a price table that the note uses, by the hash of what is used of it. */
export type RowDigest = UsedRow & { readonly sha256: string };

/**
 * Everything besides the scenario that the note follows from. What is known before the scenario is read (the program, the options)
 * is in the key of the record.
 */
export interface Dependencies {
  /** The prose files as the scenario names them. */
  readonly prose: readonly { readonly file: string; readonly sha256: string }[];
  /** The file of the edition before, as the scenario names it. */
  readonly edition?: { readonly file: string; readonly sha256: string };
  readonly rows: readonly RowDigest[];
  /** All the tables there were; while they stay the same the rows need not be looked at. */
  readonly tables: string;
  /** Folder of the scenario's own theme, as it names it. */
  readonly theme: string | null;
  readonly house: HouseDigest;
  /** Date of issue where the scenario gives none of its own. */
  readonly issued: string | null;
  /** Names of the interventions beside it, by the hash of their list. */
  readonly neighbours: string;
  /** The note's prose in small letters, in which names of others would be a slip. */
  readonly prosePrinted: readonly string[];
  /** Where the row of values stands, where a warning says so; null where none does. */
  readonly rowAt: string | null;
  /** The browser that printed; null where there is no PDF. */
  readonly browser: string | null;
}

export interface KeptOutput {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface NoteRecord {
  readonly dependencies: Dependencies;
  readonly entry: Omit<ManifestEntry, 'outputs'>;
  readonly outputs: Readonly<Partial<Record<Format, KeptOutput>>>;
  readonly warnings: readonly KeptWarning[];
}

/** A problem with only the line that it stands in. */
export interface KeptWarning extends Omit<Problem, 'place'> {
  readonly place?: {
    readonly path: string;
    readonly lineText: string;
    readonly line: number;
    readonly column: number;
    readonly length: number;
  };
}

export function keptWarning({ place, ...problem }: Problem): KeptWarning {
  if (place === undefined) return problem;
  const { source, line, column, length } = place;
  const lineText = source.text.split('\n')[line - 1] ?? '';
  return { ...problem, place: { path: source.path, lineText, line, column, length } };
}

/** Said again as it was: the line it stands in is where it was. */
export function warningAgain({ place, ...problem }: KeptWarning): Problem {
  if (place === undefined) return problem;
  const { path, lineText, line, column, length } = place;
  const text = '\n'.repeat(line - 1) + lineText;
  return { ...problem, place: { source: { path, text }, line, column, length } };
}

/** The files of a house, without what is in them. */
export function assetsOf({ assets }: HouseDigest): readonly AssetFile[] {
  return assets.map(({ package: from, file }) => ({ ...(from !== undefined && { package: from }), file }));
}
