/**
 * From the YAML library's nodes to plain values with spans. Every scalar stays text as it was written: `3.500` is three
 * thousand five hundred to a Dane, and only the schema knows what a value is.
 */
import { type Document, isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap, type YAMLSeq } from 'yaml';
import { nearest } from '../problem/suggest.ts';
import { controlsIn } from './controls.ts';
import type { Finding } from './finding.ts';
import { quoted } from './finding.ts';
import type { LineIndex } from './line-index.ts';

export interface YamlNode {
  /** A string, null (nothing written), a list, or an object without a prototype. */
  readonly value: unknown;
  /** What to point at: the scalar, the bracketed collection, or the first key of a block. */
  readonly span: readonly [start: number, end: number];
  /** Where the text itself stands; differs from `span` when the value is an alias. */
  readonly written: readonly [start: number, end: number];
  readonly entries?: ReadonlyMap<string, { readonly key: YamlNode['span']; readonly node: YamlNode }>;
  readonly items?: readonly YamlNode[];
  /** The number of values in it, aliases counted as often as they are used. */
  readonly size: number;
}

/** More than a scenario needs, far less than makes a small file a large value. */
const mostAliases = 100;
const mostAliasedValues = 10_000;

interface Build {
  readonly text: string;
  readonly lines: LineIndex;
  readonly findings: Finding[];
  readonly anchors: Map<string, YamlNode>;
  aliases: number;
  aliasedValues: number;
}

export interface Tree {
  readonly root: YamlNode;
  readonly findings: readonly Finding[];
}

export function buildTree(document: Document.Parsed, text: string, lines: LineIndex): Tree {
  const state: Build = { text, lines, findings: [], anchors: new Map(), aliases: 0, aliasedValues: 0 };
  return { root: build(state, document.contents, 0), findings: state.findings };
}

function build(state: Build, node: ParsedNode | null, offset: number): YamlNode {
  if (node === null) return empty(offset);
  if (isAlias(node)) return followAlias(state, node.source, spanOf(node));
  const built = isMap(node) ? buildMap(state, node) : isSeq(node) ? buildList(state, node) : buildScalar(state, node);
  if (node.anchor !== undefined) state.anchors.set(node.anchor, built);
  return built;
}

function buildScalar(state: Build, node: ParsedNode): YamlNode {
  const span = spanOf(node);
  if (!isScalar(node) || (node.type === 'PLAIN' && span[0] === span[1])) return empty(span[0]);
  // An unclosed quote leaves text without its end; what there is of it serves the problems that are still to be found.
  const written = typeof node.value === 'string' ? node.value : state.text.slice(...span);
  // Blanks between quotes are nothing to a reader, who would see a row without a name.
  const value = /^[ \u00a0]+$/.test(written) ? '' : written;
  if (node.type === 'QUOTE_DOUBLE') refuseEscapedControls(state, value, span);
  return { value, span, written: span, size: 1 };
}

/** “\u0007” between double quotes is such a character as much as one that was typed. */
function refuseEscapedControls(state: Build, value: string, [start, end]: YamlNode['span']): void {
  const [first] = controlsIn(value);
  if (first === undefined) return;
  const hint = 'delete the escape that stands for it';
  state.findings.push({ start, end, code: 'yaml-syntax', message: first.message, hint });
}

function buildList(state: Build, node: YAMLSeq.Parsed): YamlNode {
  const whole = spanOf(node);
  const items = node.items.map((item) => build(state, item, whole[0]));
  const span: YamlNode['span'] = node.flow === true ? whole : [whole[0], whole[0] + 1];
  const value = items.map((item) => item.value);
  return { value, span, written: whole, items, size: items.reduce((sum, item) => sum + item.size, 1) };
}

function buildMap(state: Build, node: YAMLMap.Parsed): YamlNode {
  const whole = spanOf(node);
  const entries = new Map<string, { key: YamlNode['span']; node: YamlNode }>();
  const value: Record<string, unknown> = Object.create(null);
  let size = 1;
  for (const pair of node.items) {
    const key = spanOf(pair.key);
    const built = build(state, pair.value, key[1]);
    const name = readKey(state, pair.key, entries);
    if (name === undefined) continue;
    if (node.flow === true && built.value === null) refuseGlued(state, name, key);
    entries.set(name, { key, node: built });
    value[name] = built.value;
    size += built.size;
  }
  const first = node.items[0];
  const span = node.flow === true || first === undefined ? whole : spanOf(first.key);
  return { value, span, written: whole, entries, size };
}

/** The name of a key, or undefined when it cannot be one; the reason is then among the findings. */
function readKey(
  state: Build,
  key: ParsedNode,
  known: ReadonlyMap<string, { key: YamlNode['span'] }>,
): string | undefined {
  const [start, end] = spanOf(key);
  const refuse = (code: Finding['code'], message: string, hint?: string): undefined => {
    state.findings.push({
      start,
      end: Math.max(end, start + 1),
      code,
      message,
      ...(hint === undefined ? {} : { hint }),
    });
  };
  const name = isScalar(key) ? key.value : undefined;
  if (typeof name !== 'string') return refuse('yaml-unsupported', 'a key must be a text', 'put the key in quotes');
  if (start === end) return refuse('yaml-syntax', 'there is no key before the colon', 'write `key: value`');
  if (name === '<<' && state.text.startsWith('<<', start))
    return refuse(
      'yaml-unsupported',
      '“<<” (merging of maps) is not used here',
      'write the keys out where they are needed',
    );
  if (name === '__proto__')
    return refuse('yaml-unsupported', '“__proto__” cannot be used as a key', 'choose another name');
  const first = known.get(name);
  if (first === undefined) return name;
  const line = state.lines.lineOf(first.key[0]);
  return refuse(
    'yaml-duplicate-key',
    `${quoted(name)} stands twice here, first in line ${line}`,
    'remove or rename one of them',
  );
}

/** `{a:1}` is a key “a:1” with no value. */
function refuseGlued(state: Build, name: string, [start, end]: YamlNode['span']): void {
  const glued = /^([^\s:]+):(\S.*)$/.exec(name);
  if (glued === null) return;
  const message = `a space is missing after the colon in ${quoted(name)}`;
  const hint = `write \`${glued[1]}: ${glued[2]}\``;
  state.findings.push({ start, end, code: 'yaml-syntax', message, hint });
}

function followAlias(state: Build, name: string, span: YamlNode['span']): YamlNode {
  const refuse = (message: string, hint: string): YamlNode => {
    state.findings.push({ start: span[0], end: span[1], code: 'yaml-alias', message, hint });
    return empty(span[0]);
  };
  const target = state.anchors.get(name);
  if (target === undefined) {
    const near = nearest(name, state.anchors.keys());
    const quote = `if “*” is part of a text, put the value in quotes`;
    const hint = near === undefined ? quote : `did you mean “*${near}”? ${quote}`;
    return refuse(`“*${name}” refers to “&${name}”, which does not stand before it`, hint);
  }
  const already = state.aliases > mostAliases || state.aliasedValues > mostAliasedValues;
  state.aliases += 1;
  state.aliasedValues += target.size;
  if (already) return empty(span[0]);
  if (state.aliases > mostAliases) return refuse(`more than ${mostAliases} aliases`, 'write the values out');
  if (state.aliasedValues > mostAliasedValues)
    return refuse(`the aliases unfold to more than ${mostAliasedValues} values`, 'write the values out');
  return { ...target, span };
}

function empty(offset: number): YamlNode {
  return { value: null, span: [offset, offset + 1], written: [offset, offset], size: 1 };
}

function spanOf(node: Pick<ParsedNode, 'range'>): YamlNode['span'] {
  return [node.range[0], node.range[1]];
}
