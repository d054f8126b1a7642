/** Which inputs of a note are others than before: rows of price tables by name and year, and values of the scenario by their path. */
import type { WrittenEdition } from './edition.ts';
import { isRecord, type Written, type WrittenChange, withWritten, writtenChanges, writtenText } from './written.ts';

export const inputKinds = ['price', 'index', 'norm', 'overhead', 'discountRate', 'scenario', 'option'] as const;
export type InputKind = (typeof inputKinds)[number];

/** One input that is another than before. */
export interface InputChange {
  readonly kind: InputKind;
  /** Name of the row in the price tables, or path in the scenario: `costs.forberedelse.hours`. */
  readonly name: string;
  /** Of a value of a price table. */
  readonly year?: number;
  /** What of a row differs, where it is not the value of a year: `deductions.ferie`. */
  readonly part?: string;
  /** As written; null where there was nothing, or is nothing now. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A change that can be made to an edition by itself. */
export interface Swap {
  readonly change: InputChange;
  apply(edition: WrittenEdition): WrittenEdition;
}

/** What differs between two editions: what figures may follow from, and what only decides how they are said. */
export interface EditionChanges {
  readonly swaps: readonly Swap[];
  readonly wording: readonly InputChange[];
}

/** Keys of a scenario that decide what is said, and how, not what it costs. */
const presentation = new Set(
  'title subtitle intervention abstract layout language issued theme keywords publisher recalculates notPriced tables mentions text rounding references sensitivity previousEdition history'.split(
    ' ',
  ),
);

/** More changes than this are told by blocks: each is computed by itself. */
const mostSwaps = 120;

const sections: Readonly<Record<string, InputKind>> = {
  prices: 'price',
  indexes: 'index',
  hoursNorms: 'norm',
  overheadRates: 'overhead',
  discountRates: 'discountRate',
};

export function editionChanges(before: WrittenEdition, after: WrittenEdition): EditionChanges {
  const isWording = ({ path }: WrittenChange) => presentation.has(path[0] ?? '');
  const written = writtenChanges(before.scenario, after.scenario);
  const counted = written.filter((change) => !isWording(change));
  const swaps = counted.length <= mostSwaps ? counted : inBlocks(counted, before.scenario, after.scenario);
  return {
    swaps: [...priceYearSwaps(before, after), ...swaps.map(scenarioSwap), ...tableSwaps(before.tables, after.tables)],
    wording: written.filter(isWording).map((change) => inputChange('scenario', change.path.join('.'), change)),
  };
}

/** Both editions can name each other's sources and use each other's rows: a reference that has nothing to lead to is no figure. */
export function withCommonGround(one: WrittenEdition, other: WrittenEdition): WrittenEdition {
  const tables = Object.fromEntries(
    [...new Set([...Object.keys(one.tables), ...Object.keys(other.tables)])].map((section) => [
      section,
      { ...recordIn(other.tables, section), ...recordIn(one.tables, section) },
    ]),
  );
  const references = { ...recordIn(other.scenario, 'references'), ...recordIn(one.scenario, 'references') };
  const hasReferences = Object.keys(references).length > 0;
  return { ...one, scenario: { ...one.scenario, ...(hasReferences && { references }) }, tables };
}

/** The price year that the build was asked for instead of the scenario's own. */
function priceYearSwaps(before: WrittenEdition, after: WrittenEdition): Swap[] {
  if (before.priceYear === after.priceYear) return [];
  const said = ({ priceYear, scenario }: WrittenEdition) => String(priceYear ?? scenario.priceYear ?? '');
  const change = { kind: 'option', name: '--price-year', before: said(before), after: said(after) } as const;
  const { priceYear } = after;
  return [
    { change, apply: ({ scenario, tables }) => ({ scenario, tables, ...(priceYear !== undefined && { priceYear }) }) },
  ];
}

function scenarioSwap(change: WrittenChange): Swap {
  return {
    change: inputChange('scenario', change.path.join('.'), change),
    apply: (edition) => ({ ...edition, scenario: asRecord(withWritten(edition.scenario, change.path, change.after)) }),
  };
}

function inBlocks(changes: readonly WrittenChange[], before: Written, after: Written): readonly WrittenChange[] {
  const blocks = new Map(changes.map(({ path }) => [path.slice(0, 2).join('\n'), path.slice(0, 2)]));
  return [...blocks.values()].map((path) => ({ path, before: valueAt(before, path), after: valueAt(after, path) }));
}

/** What is printed of a row and makes no figure. */
const saidOfRow = new Set(['name', 'note', 'includes', 'source', 'statbank', 'label']);

/** Of rows that both have. An edition carries only the years that it uses: one that is missing says nothing. */
function tableSwaps(before: Written, after: Written): readonly Swap[] {
  return Object.entries(sections).flatMap(([section, kind]) => {
    const [old, now] = [recordIn(before, section), recordIn(after, section)];
    return Object.keys(now)
      .filter((name) => Object.hasOwn(old, name))
      .flatMap((name) =>
        writtenChanges(old[name], now[name]).flatMap((change) => rowSwap(section, kind, name, change)),
      );
  });
}

function rowSwap(section: string, kind: InputKind, name: string, change: WrittenChange): Swap[] {
  const [key = '', year] = change.path;
  const isValue = key === 'values' && year !== undefined;
  if (saidOfRow.has(key) || (isValue && change.after === undefined)) return [];
  const part = isValue ? { year: Number(year) } : { part: change.path.join('.') };
  return [
    {
      change: { ...inputChange(kind, name, change), ...part },
      apply: (edition) => {
        const tables = asRecord(withWritten(edition.tables, [section, name, ...change.path], change.after));
        return { ...edition, tables };
      },
    },
  ];
}

function inputChange(kind: InputKind, name: string, { before, after }: WrittenChange): InputChange {
  const said = (value: unknown) => (value === undefined ? null : writtenText(value));
  return { kind, name, before: said(before), after: said(after) };
}

function valueAt(whole: Written, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), whole);
}

function recordIn(whole: Written, key: string): Written {
  return asRecord(whole[key]);
}

function asRecord(value: unknown): Written {
  return isRecord(value) ? value : {};
}
