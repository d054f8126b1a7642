/** Why one figure of a note is another than before: the changes that it follows, the largest effect on it first. */
import { type Cause, isSame } from './attribute.ts';
import type { FigureChange, NoteChanges } from './changes.types.ts';
import type { InputChange } from './input-changes.ts';

export interface FigureReasons {
  readonly causes: readonly Cause[];
  /** Changes of the scenario that decide how it is printed, or what an analysis varies. */
  readonly wording: readonly InputChange[];
  /** None of the causes moves it alone, and together they do. */
  readonly isTogether: boolean;
  /** Another version of the program computes it otherwise, or a file was changed by hand. */
  readonly isProgram: boolean;
}

const none: FigureReasons = { causes: [], wording: [], isTogether: false, isProgram: false };

/** Nothing where causes were not computed, or where the figure did not move and is printed as it was. */
export function figureReasons(note: NoteChanges, figure: FigureChange): FigureReasons {
  if (note.explained !== 'computed') return none;
  const { name } = figure;
  const causes = causesMoving(note, name);
  const isProgram = note.program !== undefined && Object.hasOwn(note.program.effects, name);
  const isTogether = causes.length === 0 && Object.hasOwn(note.joint, name);
  if (causes.length > 0 || isProgram || isTogether) return { causes, wording: [], isTogether, isProgram };
  if (cameOrWent(figure)) return { ...none, causes: orOfHeadline(note, causesAt(note, name)) };
  if (isStill(figure)) return { ...none, wording: note.wording.filter(decidesPrint) };
  // What the calculation itself does not have is made by the analyses, which vary what the headline follows from.
  const wording = note.wording.filter(({ name: key }) => key.split('.')[0] === 'sensitivity');
  return { ...none, causes: causesMoving(note, note.headline), wording };
}

function causesMoving({ causes }: NoteChanges, figure: string): readonly Cause[] {
  const size = ({ effects }: Cause) => Math.abs(effects[figure] ?? 0);
  return causes.filter(({ effects }) => Object.hasOwn(effects, figure)).sort((one, other) => size(other) - size(one));
}

function cameOrWent({ before, after }: FigureChange): boolean {
  return before === null || after === null;
}

/** A line that came brings its figures: `costs.tolkning` is why there is a `costs.tolkning.total`. */
function causesAt({ causes }: NoteChanges, figure: string): readonly Cause[] {
  return causes.filter(({ changes }) => changes.some(({ name }) => `${figure}.`.startsWith(`${name}.`)));
}

function orOfHeadline(note: NoteChanges, found: readonly Cause[]): readonly Cause[] {
  return found.length > 0 ? found : causesMoving(note, note.headline);
}

function isStill({ valueBefore, valueAfter }: FigureChange): boolean {
  return valueBefore !== undefined && valueAfter !== undefined && isSame(valueBefore, valueAfter);
}

function decidesPrint({ name }: InputChange): boolean {
  return ['rounding', 'language'].includes(name.split('.')[0] ?? '');
}
