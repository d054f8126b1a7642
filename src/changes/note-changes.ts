/** Two editions of one note → which printed figures are others, which moved unseen, and why. */

import type { Problem } from '../problem/problem.ts';
import { type Attribution, attribute, isProblems, isSame, orProblems } from './attribute.ts';
import type { FigureChange, NoteChanges, ProgramChange, RecordedNote } from './changes.types.ts';
import { filledScenario } from './edition.ts';
import { isRecord } from './written.ts';

/** What became of a note from one build to the other; one of the two may be missing. */
export function noteChanges(before: RecordedNote | undefined, after: RecordedNote | undefined): NoteChanges {
  const known = after ?? before;
  if (known === undefined) throw new Error('a note that neither build has');
  const { name, title } = known;
  const priceYears = { ...valued('before', before?.priceYear), ...valued('after', after?.priceYear) };
  const said = { priceYears, names: { ...namesIn(before), ...namesIn(after) } };
  const empty = {
    ...said,
    figures: [],
    unseen: [],
    same: [],
    causes: [],
    joint: {},
    wording: [],
    parts: [],
    headline: headlineOf(known),
  };
  if (before === undefined) return { ...empty, name, title, status: 'added', explained: 'nothing' };
  if (after === undefined) return { ...empty, name, title, status: 'removed', explained: 'nothing' };
  const all = figuresIn(before, after);
  const figures = all.filter((figure) => figure.before !== figure.after);
  const unseen = all.filter((figure) => figure.before === figure.after && isMoved(figure));
  const same = all.filter((figure) => figure.before === figure.after && !isMoved(figure));
  const found = attributionOf(before, after);
  const attribution = isAttribution(found) ? found : undefined;
  const obstacle = isAttribution(found) ? undefined : found?.[0]?.message;
  const isComputed = attribution !== undefined;
  const parts = [
    ...(isComputed ? [] : differing(before.inputHashes, after.inputHashes)),
    ...differing(before.parts, after.parts),
  ];
  const has =
    attribution === undefined ? undefined : { ...attribution, program: programChange(before, after, attribution) };
  const isSameNote =
    figures.length + unseen.length + parts.length === 0 &&
    (has === undefined || has.causes.length + has.wording.length === 0);
  return {
    ...empty,
    name,
    title,
    status: isSameNote ? 'same' : 'changed',
    figures,
    unseen,
    same,
    parts,
    explained: has !== undefined ? 'computed' : before.edition && after.edition ? 'not-computable' : 'no-inputs',
    ...(has && { causes: has.causes, joint: has.joint, wording: has.wording }),
    ...(has?.program && { program: has.program }),
    ...(obstacle !== undefined && { obstacle }),
  };
}

function headlineOf({ printed }: RecordedNote): string {
  return Object.hasOwn(printed, 'perCompleted') ? 'perCompleted' : 'total';
}

/** Of staff, teams and lines by their place, and of who is counted. */
function namesIn(note: RecordedNote | undefined): Readonly<Record<string, string>> {
  const scenario = note?.edition === undefined ? undefined : orProblems(filledScenario, note.edition);
  if (scenario === undefined || isProblems(scenario)) return {};
  const names = Object.entries(scenario).flatMap(([section, block]) =>
    Object.entries(isRecord(block) ? block : {}).flatMap(([id, value]): [string, string][] => {
      const name = isRecord(value) ? value.name : section === 'participant' ? value : undefined;
      return typeof name === 'string' ? [[`${section}.${id}`, name]] : [];
    }),
  );
  return Object.fromEntries(names);
}

function figuresIn(before: RecordedNote, after: RecordedNote): readonly FigureChange[] {
  const printed = [...Object.keys(after.printed), ...Object.keys(before.printed)];
  const headline = headlineOf(after);
  const names = new Set([...printed.filter((name) => name === headline), ...printed]);
  return [...names].map((name) => ({
    name,
    before: before.printed[name] ?? null,
    after: after.printed[name] ?? null,
    ...valued('valueBefore', before.values.get(name)),
    ...valued('valueAfter', after.values.get(name)),
  }));
}

function valued<K extends string>(key: K, value: number | undefined): { [P in K]?: number } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: number };
}

function isMoved({ valueBefore, valueAfter }: FigureChange): boolean {
  return valueBefore !== undefined && valueAfter !== undefined && !isSame(valueBefore, valueAfter);
}

function attributionOf(
  { edition: one }: RecordedNote,
  { edition: other }: RecordedNote,
): Attribution | readonly Problem[] | undefined {
  return one === undefined || other === undefined ? undefined : attribute(one, other);
}

function isAttribution(found: Attribution | readonly Problem[] | undefined): found is Attribution {
  return found !== undefined && 'causes' in found;
}

/** What this program computes from the same inputs otherwise than the one that built the note: the versions make the difference. */
function programChange(before: RecordedNote, after: RecordedNote, computed: Attribution): ProgramChange | undefined {
  const effects = Object.fromEntries(
    [...computed.before.keys()].flatMap((name): [string, number][] => {
      const [old, now] = [before.values.get(name), after.values.get(name)];
      const [oldNow, nowNow] = [computed.before.get(name), computed.after.get(name)];
      if (old === undefined || now === undefined || oldNow === undefined || nowNow === undefined) return [];
      const inputs = nowNow - oldNow;
      return isSame(now - old + oldNow, inputs + oldNow) ? [] : [[name, now - old - inputs]];
    }),
  );
  const [one, other] = [before.program ?? null, after.program ?? null];
  return one === other && Object.keys(effects).length === 0 ? undefined : { before: one, after: other, effects };
}

/** Files and programs by their hash or version, in the order in which they are known. What only one of the two tells of is no difference. */
function differing(one: RecordedNote['parts'] = {}, other: RecordedNote['parts'] = {}): NoteChanges['parts'] {
  return Object.keys(other)
    .filter((name) => Object.hasOwn(one, name) && one[name] !== other[name])
    .map((name) => ({ name, before: one[name] ?? '', after: other[name] ?? '' }));
}
