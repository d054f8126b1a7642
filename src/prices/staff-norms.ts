/** The hours of a norm and the rate of an overhead put into the roles that refer to them. */

import type { Place } from '../problem/source.ts';
import { suggestion } from '../problem/suggest.ts';
import type { Reference } from '../scenario/schema/provenance.ts';
import type { Quantity } from '../scenario/schema/quantity.ts';
import type { StaffRoleInput } from '../scenario/schema/staff.ts';
import type { Said } from './indexation/chain.ts';
import type { PriceList } from './parse.ts';

/** A row of a table that a figure was taken from: for the note's sources. */
export interface NormUsed {
  readonly section: 'hoursNorms' | 'overheadRates';
  readonly id: string;
  readonly name: string;
  readonly year?: number | undefined;
  readonly source?: Reference | undefined;
  readonly assumption?: string | undefined;
  readonly place: Place;
}

interface NormLookup {
  readonly list: PriceList;
  report(path: readonly string[], said: Said): void;
  /** The row behind a figure, by the figure's path. */
  readonly used: Map<string, NormUsed>;
}

/** The role with figures for its norm and its overhead; reports rows that do not exist, and norms with nothing left. */
export function withNorms(lookup: NormLookup, role: StaffRoleInput, id: string): StaffRoleInput {
  const overhead = overheadOf(lookup, role, id);
  const effectiveHours = hoursOf(lookup, role, id);
  return { ...role, ...(overhead && { overhead }), ...(effectiveHours && { effectiveHours }) };
}

function overheadOf(lookup: NormLookup, { overheadRate }: StaffRoleInput, id: string): Quantity | undefined {
  if (overheadRate === undefined) return undefined;
  const { list, used } = lookup;
  const listed = list.overheadRates.get(overheadRate);
  if (listed === undefined) {
    const hint = suggestion(overheadRate, list.overheadRates.keys());
    lookup.report(['staff', id, 'overheadRate'], {
      code: 'reference-unknown',
      message: `unknown overhead “${overheadRate}”`,
      hint,
    });
    return undefined;
  }
  const { rate, ...row } = listed.overhead;
  used.set(`staff.${id}.overhead`, { ...row, section: 'overheadRates', id: overheadRate, place: listed.place });
  return { kind: 'quantity', unit: 'share', values: [rate] };
}

function hoursOf(lookup: NormLookup, { effectiveHours: given }: StaffRoleInput, id: string) {
  if (given === undefined || !('norm' in given)) return undefined;
  const { list, used } = lookup;
  const path = ['staff', id, 'effectiveHours'];
  const listed = list.hoursNorms.get(given.norm);
  if (listed === undefined) {
    const hint = suggestion(given.norm, list.hoursNorms.keys());
    lookup.report([...path, 'norm'], {
      code: 'reference-unknown',
      message: `unknown norm “${given.norm}”`,
      hint,
    });
    return undefined;
  }
  const { gross, deductions = {}, ...row } = listed.norm;
  const figure = ({ value, ...own }: typeof gross, at: string): Quantity => {
    const sourced =
      own.source !== undefined || own.assumption !== undefined
        ? { source: undefined, assumption: undefined, ...own }
        : {};
    used.set([...path, at].join('.'), {
      ...row,
      ...sourced,
      section: 'hoursNorms',
      id: given.norm,
      place: listed.place,
    });
    return { kind: 'quantity', unit: 'hours', values: [value] };
  };
  const { norm: _, deductions: own = {}, ...provenance } = given;
  const twice = Object.keys(own).find((name) => Object.hasOwn(deductions, name));
  if (twice !== undefined) {
    const hint = 'give it another name, or write the hours without the norm';
    lookup.report([...path, 'deductions', twice], {
      code: 'key-conflict',
      message: `norm “${given.norm}” takes off “${twice}” already`,
      hint,
    });
  }
  const ofNorm = Object.entries(deductions).map(([name, part]) => [name, figure(part, `deductions.${name}`)] as const);
  const all = { ...Object.fromEntries(ofNorm), ...own };
  const off = Object.values(all).reduce((sum, { values }) => sum + (values[0] ?? 0), 0);
  if (off >= gross.value) {
    lookup.report(path, {
      code: 'value-impossible',
      message: 'the effective hours must be above zero',
      hint: 'the deductions cannot be as many as the gross hours',
    });
  }
  return { ...provenance, gross: figure(gross, 'gross'), deductions: all };
}
