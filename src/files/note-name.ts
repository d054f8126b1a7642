/** Names of the notes of a table of rows: a pattern filled with cells, safe as a file on every system. */
import { asciiWords } from '../render/heading-id.ts';

export interface NamePattern {
  readonly written: string;
  readonly parts: readonly NamePart[];
}

type NamePart = { readonly text: string } | { readonly column: string };

/** “{kommune}-forløb” as parts; undefined where it cannot be a pattern. */
export function readNamePattern(written: string): NamePattern | undefined {
  const parts: NamePart[] = [];
  for (const [whole, column] of written.matchAll(/\{([^{}]+)\}|[^{}]+|[{}]/g)) {
    if (whole === '{' || whole === '}' || (column === undefined && /[/\\]/.test(whole))) return undefined;
    parts.push(column === undefined ? { text: whole } : { column: column.trim() });
  }
  return parts.some((part) => 'column' in part) ? { written, parts } : undefined;
}

export function columnsIn({ parts }: NamePattern): readonly string[] {
  return parts.flatMap((part) => ('column' in part ? [part.column] : []));
}

/** Leaves room for an ending and a temporary name where a system's names have at most 255 bytes. */
const longest = 120;

/** A name that is the manifest's, or that a system keeps for itself. */
const reserved = /^(?:manifest|con|prn|aux|nul|com\d|lpt\d)$/;

/** “Ærø, forløb” → `aeroe-forloeb`; undefined where that is no name for a file. */
export function noteNameOf(text: string): string | undefined {
  const name = asciiWords(text, longest);
  return name === '' || reserved.test(name) ? undefined : name;
}
