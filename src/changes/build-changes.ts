/** Two builds, each with its notes by name → what became of every note. */
import type { BuildChanges, RecordedNote } from './changes.types.ts';
import { noteChanges } from './note-changes.ts';

export interface RecordedBuild {
  /** As the user named it. */
  readonly shown: string;
  readonly notes: readonly RecordedNote[];
}

/** Notes are matched by name; a single note on each side is one note, whatever the files are called. */
export function buildChanges(before: RecordedBuild, after: RecordedBuild): BuildChanges {
  const [one, other] = [before.notes[0], after.notes[0]];
  const isOnePair = before.notes.length === 1 && after.notes.length === 1;
  return {
    before: before.shown,
    after: after.shown,
    notes: isOnePair ? [noteChanges(one, other)] : pairs(before, after).map(([old, now]) => noteChanges(old, now)),
  };
}

function pairs(before: RecordedBuild, after: RecordedBuild): [RecordedNote | undefined, RecordedNote | undefined][] {
  const byName = ({ notes }: RecordedBuild) => new Map(notes.map((note) => [note.name, note]));
  const [old, now] = [byName(before), byName(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().map((name) => [old.get(name), now.get(name)]);
}

export function hasChanges({ notes }: BuildChanges): boolean {
  return notes.some(({ status }) => status !== 'same');
}
