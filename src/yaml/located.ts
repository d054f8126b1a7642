/** A value together with the way back to where each part of it stands in its file. */
import type { Problem } from '../problem/problem.ts';
import type { Place, Source } from '../problem/source.ts';
import type { LineIndex } from './line-index.ts';
import { scalarOffsets } from './scalar-offsets.ts';
import type { YamlNode } from './tree.ts';

export type Path = readonly (string | number)[];

export interface Located<T> {
  readonly value: T;
  readonly source: Source;
  /** The place of a key or value; of a path that does not exist, the key of its nearest parent that does. */
  locate(path: Path, part?: 'key' | 'value'): Place;
  /** The place of `length` characters at an offset into the text that stands at `path`, however the text was written. */
  locateInside(path: Path, offset: number, length: number): Place;
  readonly warnings: readonly Problem[];
}

/** Where in the file a part of a text is: an unknown figure name inside a Markdown block, for instance. */
export function placeInScalar(located: Located<unknown>, path: Path, offsetInValue: number, length: number): Place {
  return located.locateInside(path, offsetInValue, length);
}

interface Found {
  readonly node: YamlNode;
  readonly key: YamlNode['span'];
  readonly complete: boolean;
}

export function locatorOf(source: Source, root: YamlNode, lines: LineIndex): Omit<Located<unknown>, 'warnings'> {
  const offsetsOf = new Map<YamlNode, readonly number[]>();
  const locate = (path: Path, part: 'key' | 'value' = 'value'): Place => {
    const { node, key, complete } = find(root, path);
    const atKey = !complete || part === 'key' || node.value === null;
    return lines.place(...(atKey ? key : node.span));
  };
  const locateInside = (path: Path, offset: number, length: number): Place => {
    const { node, complete } = find(root, path);
    if (!complete || typeof node.value !== 'string') return locate(path);
    const offsets = offsetsOf.get(node) ?? scalarOffsets(source.text, node.value, node.written);
    offsetsOf.set(node, offsets);
    const start = offsets[Math.max(0, Math.min(offset, offsets.length - 1))] ?? node.span[0];
    const last = offsets[Math.min(offset + length, offsets.length) - 1] ?? start;
    return lines.place(start, Math.max(start, last) + 1);
  };
  return { value: root.value, source, locate, locateInside };
}

function find(root: YamlNode, path: Path): Found {
  let node = root;
  let key = root.span;
  for (const step of path) {
    const entry = typeof step === 'string' ? node.entries?.get(step) : undefined;
    const item = typeof step === 'number' ? node.items?.[step] : undefined;
    const next = entry?.node ?? item;
    if (next === undefined) return { node, key, complete: false };
    node = next;
    key = entry?.key ?? next.span;
  }
  return { node, key, complete: true };
}
