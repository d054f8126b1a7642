/** A committed manifest beside a fresh one: which printed figures moved, and which of the inputs it was. */
import type { Manifest, ManifestEntry } from '../files/manifest-schema.ts';
import { type ChapterName, chapterOf, chapterReasons, type MadeFrom } from './compare-chapters.ts';

export interface MovedFigure {
  readonly figure: string;
  /** Of an anthology: the chapter that it stands in, whose figure it is. */
  readonly chapter?: ChapterName;
  /** As printed; null where the note did not print it. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface NoteDifference {
  readonly name: string;
  readonly kind: 'changed' | 'missing' | 'added';
  readonly figures: readonly MovedFigure[];
  /** Outputs whose bytes are not those of the manifest. */
  readonly outputs: readonly string[];
  /** What the note was made from and is different now, in words. */
  readonly reasons: readonly string[];
}

export interface Comparison {
  readonly notes: readonly NoteDifference[];
  /** Outputs of the manifest that were not made for the comparison. */
  readonly notCompared: readonly string[];
}

/** What differs. Only the outputs that the fresh build made are compared; the others are named. */
export function compareManifests(committed: Manifest, fresh: readonly ManifestEntry[]): Comparison {
  const before = new Map(committed.notes.map((entry) => [entry.name, entry]));
  const after = new Map(fresh.map((entry) => [entry.name, entry]));
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  const pairs = names.map((name) => ({ name, one: before.get(name), other: after.get(name) }));
  return {
    notes: pairs.flatMap(({ name, one, other }) => {
      if (one === undefined) return [{ name, kind: 'added', figures: [], outputs: [], reasons: [] } as const];
      if (other === undefined) return [{ name, kind: 'missing', figures: [], outputs: [], reasons: [] } as const];
      return difference(one, other);
    }),
    notCompared: pairs.flatMap(({ one, other }) => {
      const made = new Set(other?.outputs.map(({ name }) => name));
      return one === undefined || other === undefined
        ? []
        : one.outputs.map(({ name }) => name).filter((name) => !made.has(name));
    }),
  };
}

function difference(one: ManifestEntry, other: ManifestEntry): NoteDifference[] {
  const figures = movedFigures(one.printed, other.printed).map((moved) => ({
    ...moved,
    ...(chapterOf(moved.figure, other) ?? chapterOf(moved.figure, one)),
  }));
  const known = new Map(one.outputs.map(({ name, sha256 }) => [name, sha256]));
  const outputs = other.outputs.filter(({ name, sha256 }) => known.get(name) !== sha256).map(({ name }) => name);
  if (figures.length === 0 && outputs.length === 0) return [];
  return [{ name: one.name, kind: 'changed', figures, outputs, reasons: reasonsFor(one, other) }];
}

function movedFigures(one: ManifestEntry['printed'], other: ManifestEntry['printed']): MovedFigure[] {
  const figures = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return figures
    .map((figure) => ({ figure, before: one[figure] ?? null, after: other[figure] ?? null }))
    .filter(({ before, after }) => before !== after);
}

/** Every input that is another than it was: the author looks at these, in this order. */
function reasonsFor(one: ManifestEntry, other: ManifestEntry): readonly string[] {
  const reasons = [
    ...changedInputs(one, other),
    ...chapterReasons(one, other, changedInputs),
    ...changedTools(one, other),
  ];
  return reasons.length > 0 ? reasons : ['nothing that the manifest knows of changed'];
}

function changedInputs(one: MadeFrom, other: MadeFrom): readonly string[] {
  const isSame = one.scenario.sha256 === other.scenario.sha256;
  return [
    // An anthology without a file of its own is its chapters.
    ...(isSame || other.scenario.path === '' ? [] : [`${other.scenario.path} changed`]),
    ...changedFiles('prose', one.inputs?.prose ?? one.prose, other.inputs?.prose ?? other.prose),
    ...changedRows(one, other),
    ...changedParts(one, other),
  ];
}

type Files = NonNullable<ManifestEntry['inputs']>['assets'];

function changedFiles(what: string, one: Files = [], other: Files = []): string[] {
  const before = new Map(one.map(({ file, sha256 }) => [file, sha256]));
  const after = new Map(other.map(({ file, sha256 }) => [file, sha256]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .map((file) => `${what} ${file} changed`);
}

/** A price says from what to what; of a row whose value stayed, its text did not. */
function changedRows(one: MadeFrom, other: MadeFrom): string[] {
  const key = ({ section, name }: { section: string; name: string }) => `${section} ${name}`;
  const before = new Map(one.inputs?.rows.map((row) => [key(row), row.sha256]));
  const rows = (other.inputs?.rows ?? []).filter((row) => before.get(key(row)) !== row.sha256);
  return rows.map((row) => `${row.section} “${row.name}” changed${amountsOf(row.name, one, other)}`);
}

function amountsOf(name: string, one: MadeFrom, other: MadeFrom): string {
  const inWords = ({ prices }: MadeFrom) =>
    prices
      .filter((price) => price.name === name)
      .map(({ year, amount }) => `${amount} (${year})`)
      .join(', ');
  const [before, after] = [inWords(one), inWords(other)];
  return before === after ? '' : `: ${before || 'not used'} → ${after || 'not used'}`;
}

function changedParts({ inputs: one }: MadeFrom, { inputs: other }: MadeFrom): string[] {
  if (one === undefined || other === undefined) return [];
  return [
    ...(one.templates === other.templates ? [] : ['the templates changed']),
    ...(one.language.sha256 === other.language.sha256
      ? []
      : [`the words of the language “${other.language.name}” changed`]),
    ...(one.theme === other.theme ? [] : ['the theme changed']),
    ...changedFiles('the theme’s', one.assets, other.assets),
  ];
}

function changedTools(one: ManifestEntry, other: ManifestEntry): string[] {
  const said = (value: number | string | null) => value ?? 'none';
  const pair = (what: string, before: number | string | null = null, after: number | string | null = null) =>
    before === after ? [] : [`${what}: ${said(before)} → ${said(after)}`];
  const isPrinted = (other.madeWith?.browser ?? null) !== null;
  return [
    ...pair('--price-year', one.options?.priceYear, other.options?.priceYear),
    ...pair('omkost', one.madeWith?.program, other.madeWith?.program),
    ...(isPrinted ? pair('browser', one.madeWith?.browser, other.madeWith?.browser) : []),
  ];
}
