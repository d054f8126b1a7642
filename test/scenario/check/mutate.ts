/** Scenarios that went wrong in some way: parts of a good one removed, repeated, moved, renamed or replaced. */
import fc from 'fast-check';
import { parse, stringify } from 'yaml';

/** What an author may write somewhere where it does not belong, or means to break something with. */
const strangers: readonly unknown[] = [
  '',
  null,
  [],
  {},
  [[]],
  { value: '3' },
  '0',
  '1',
  '2',
  '-1',
  '0,5',
  '1e300',
  '999.999.999',
  '999999999999999',
  '0 pct.',
  '1 pct.',
  '100 pct.',
  '-100 pct.',
  '1.000 pct.',
  '0 kr.',
  '1 kr.',
  '999 mia. kr.',
  '373 kr. pr. time',
  '100.000 timer',
  '0 timer',
  '100 år',
  '1 år',
  '1 dag',
  '1 uge',
  '1-100',
  '2016',
  '2100',
  ['1', '2', '3'],
  ['0', '1'],
  ['100 pct.', '0 pct.'],
  '±0',
  '±1',
  '±100 pct.',
  '±20 pct.',
  '-100 pct. til +1.000 pct.',
  '±100 procentpoint',
  'timeHorizon',
  'costs.*.*',
  'teams.*.count',
  'training.*.renewal.spreadOver',
  'equipment.*.usefulLife',
  'staff.*.*',
  'kommune',
  'stat',
  'alle',
  { kommune: '100 pct.' },
  { stat: '50 pct.', kommune: '50 pct.' },
  'én gang',
  'hvert 1. år',
  'hvert 99. år',
  'påbegyndt deltager',
  'medarbejder og år',
  'session',
  'team',
  'annuitet',
  'ingen',
  'årets midte',
  'moedeleder',
  'socialraadgiver-effektiv-time',
  'pn-2018',
  { ref: 'pn-2018', at: 's. 3' },
  'total',
  'text',
  'constructor',
  '{{total}} {{perCompleted}} {{started}}',
  '{{tables.perYear}}',
  '{{charts.sensitivity}}',
  '{{ref charts.perYear}}',
  '{{{total}}}',
  '<script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '# Overskrift\n\n###### Dyb\n\n- a\n  - b',
  'x'.repeat(60),
  'x'.repeat(5000),
  '\u202e\u200b\u0301',
  '../../../etc/passwd',
  { file: 'nothing.md' },
];

/** Numbers that are lawful in one place and impossible in another. */
const numbers = ['0', '1', '2', '3', '7', '13', '100', '0,001', '0,5', '99', '365', '1.000', '100.000', '999.999.999'];

const names = [
  'value',
  'source',
  'assumption',
  'years',
  'staff',
  'per',
  'constructor',
  'text',
  'total',
  'memo',
  'payers',
];

export type Mutation = (root: unknown) => void;

/** One change at a place that `pick` chooses among all places of the scenario. */
const change = fc.record({
  kind: fc.constantFrom('number', 'number', 'number', 'remove', 'replace', 'rename', 'copy', 'repeat', 'add'),
  pick: fc.nat(1e6),
  other: fc.nat(1e6),
  stranger: fc.constantFrom(...strangers),
  name: fc.constantFrom(...names),
  number: fc.constantFrom(...numbers),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Texts of mutants of a scenario, with one to four changes each. */
export function mutantsOf(text: string): fc.Arbitrary<string> {
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const root: unknown = parse(text, { schema: 'failsafe' });
    for (const one of changes) apply(root, one);
    return stringify(root, { nullStr: '', aliasDuplicateObjects: false });
  });
}

interface Slot {
  readonly parent: Record<string, unknown>;
  readonly key: string;
}

function apply(root: unknown, { kind, pick, other, stranger, name, number }: Change): void {
  const all = slotsOf(root);
  const slots = kind === 'number' ? all.filter(({ parent, key }) => isFigure(parent[key])) : all;
  const slot = slots[pick % Math.max(1, slots.length)];
  const from = slots[other % Math.max(1, slots.length)];
  if (slot === undefined || from === undefined) return;
  const { parent, key } = slot;
  const isList = Array.isArray(parent);
  if (kind === 'number') parent[key] = String(parent[key]).replace(/[\d.,½]+/, number);
  else if (kind === 'remove') isList ? parent.splice(Number(key), 1) : delete parent[key];
  else if (kind === 'replace') parent[key] = structuredClone(stranger);
  else if (kind === 'copy') parent[key] = structuredClone(from.parent[from.key]);
  else if (isList) parent.push(structuredClone(parent[Number(key)]));
  else if (kind === 'add') parent[name] = structuredClone(stranger);
  else {
    parent[kind === 'repeat' ? `${key}-2` : name] = structuredClone(parent[key]);
    if (kind === 'rename') delete parent[key];
  }
}

/** “30 timer”, “±20 pct.”, “4” */
function isFigure(value: unknown): boolean {
  return typeof value === 'string' && /^±?\d[\d.,½]*(?: ?[\p{L}./%]+){0,3}$/u.test(value);
}

function slotsOf(value: unknown): Slot[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...slotsOf(parent[key])]);
}
