/** Builds watched notes in two steps, web pages and figures first and PDFs behind them, and knows where each note stands. */
import { buildNotes } from '../build/build-notes.ts';
import type { BuildRequest, FollowedNote, LendPress, NotesResult } from '../build/build-request.ts';
import type { FoundScenarios, ScenarioFile } from '../files/find-scenarios.ts';
import { describeProblem } from '../problem/excerpt.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import { hasErrors, type NoteState, type WatchEvent, type WatchState } from './note-state.ts';

export interface WorkshopOptions
  extends Pick<BuildRequest, 'folder' | 'shownFolder' | 'formats' | 'printer' | 'signal' | 'cache'> {
  /** The notes that are meant now: they may have come or gone. Throws UserError where none can be found. */
  readonly find: () => Promise<FoundScenarios>;
  /** Asked each round: the day of the build may have become another. */
  readonly reading: () => BuildRequest['reading'];
  readonly lendPress: LendPress;
  readonly onEvent: (event: WatchEvent) => void;
}

type Step = 'find' | 'texts' | 'pdf';

export class Workshop {
  readonly #options: WorkshopOptions;
  readonly #notes = new Map<string, NoteState>();
  readonly #toPrint = new Map<string, ScenarioFile>();
  readonly #madeInRound = new Map<string, number>();
  /** What no single note is at fault for, by the step that found it. */
  readonly #problems: Record<Step, readonly Problem[]> = { find: [], texts: [], pdf: [] };
  /** Those that were told and are still there, as they were told. */
  readonly #told = new Set<string>();
  #round = 0;

  constructor(options: WorkshopOptions) {
    this.#options = options;
  }

  get state(): WatchState {
    return { notes: [...this.#notes.values()], problems: Object.values(this.#problems).flat() };
  }

  get hasToPrint(): boolean {
    return this.#toPrint.size > 0;
  }

  get files(): readonly ScenarioFile[] {
    return [...this.#notes.values()].map(({ file }) => file);
  }

  /** Makes web pages and figures of all that changed. `since`: when the change was seen, on the clock of `performance`. */
  async makeTexts(since: number): Promise<void> {
    this.#round += 1;
    const files = await this.#find();
    this.#tellState();
    const formats = this.#options.formats.filter((format) => format !== 'pdf');
    if (formats.length > 0) {
      const result = await this.#build('texts', files, { formats, onNote: () => {} });
      if (result !== undefined) this.#takeTexts(files, result, since);
    } else for (const file of files) this.#toPrint.set(file.name, file);
    this.#forgetMended();
    this.#tellState();
  }

  /** Makes the PDFs that are wanted, of the notes that changed last before the others. Those not begun when `isEnough` are left for the next time. */
  async print(isEnough: () => boolean): Promise<void> {
    const since = performance.now();
    const { lendPress, formats } = this.#options;
    const files = [...this.#toPrint.values()].sort((one, other) => this.#roundOf(other) - this.#roundOf(one));
    const onNote: BuildRequest['onNote'] = (name, outcome) => {
      if (outcome === 'failed') return;
      this.#set(name, { status: 'ready' });
      this.#tellState();
    };
    const result = await this.#build('pdf', files, { formats, lendPress, isEnough, onNote });
    if (result === undefined) return this.#giveUpPrinting();
    this.#takePdfs(result, since);
    this.#forgetMended();
    this.#tellState();
  }

  async #find(): Promise<readonly ScenarioFile[]> {
    const { files, problems } = await this.#options.find().catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      // What is wrong inside a file is mended there: until then its notes are those of before.
      const isThere = error.problems.some(({ place }) => place !== undefined);
      return { files: isThere ? this.files : [], problems: error.problems };
    });
    this.#note('find', problems);
    const names = new Set(files.map(({ name }) => name));
    const removed = [...this.#notes.keys()].filter((name) => !names.has(name));
    const added = files.filter(({ name }) => !this.#notes.has(name));
    for (const name of removed) {
      this.#notes.delete(name);
      this.#toPrint.delete(name);
    }
    for (const file of files) this.#set(file.name, { file });
    for (const file of added) this.#notes.set(file.name, { file, status: 'waiting', problems: [] });
    if (removed.length > 0) this.#options.onEvent({ kind: 'removed', names: removed });
    if (added.length > 0 && this.#round > 1) {
      this.#options.onEvent({ kind: 'added', names: added.map(({ name }) => name) });
    }
    return files;
  }

  /** Undefined where nothing could be built at all, which is told. */
  async #build(
    step: Step,
    files: readonly ScenarioFile[],
    more: Pick<BuildRequest, 'formats' | 'onNote' | 'lendPress' | 'isEnough'>,
  ): Promise<NotesResult | undefined> {
    const { folder, shownFolder, printer, signal, cache, reading } = this.#options;
    try {
      const result = await buildNotes({
        files,
        reading: reading(),
        folder,
        shownFolder,
        printer,
        signal,
        ...(cache && { cache }),
        ...more,
      });
      const ofNotes = new Set([...result.problemsOf.values()].flat());
      this.#note(
        step,
        result.problems.filter((problem) => !ofNotes.has(problem)),
      );
      return result;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof UserError)) throw error;
      this.#note(step, error.problems);
      return undefined;
    }
  }

  #takeTexts(files: readonly ScenarioFile[], { built, problemsOf }: NotesResult, since: number): void {
    const isPrinted = this.#options.formats.includes('pdf');
    const mended: string[] = [];
    const made = new Map(built.map((note) => [note.name, note]));
    this.#tellNew(files.flatMap(({ name }) => problemsOf.get(name) ?? []));
    for (const file of files) {
      const before = this.#notes.get(file.name);
      const note = made.get(file.name);
      const problems = problemsOf.get(file.name) ?? [];
      this.#toPrint.delete(file.name);
      if (note === undefined) {
        this.#set(file.name, { status: 'failed', problems });
        continue;
      }
      if (before?.status === 'failed') mended.push(file.name);
      const isNew = note.outcome === 'built';
      const isDone = !isPrinted || (!isNew && before?.status === 'ready');
      if (!isDone) this.#toPrint.set(file.name, file);
      if (isNew) this.#madeInRound.set(file.name, this.#round);
      this.#set(file.name, { ...knownOf(note), status: isDone ? 'ready' : 'printing', problems });
    }
    this.#tellBuilt('texts', built, since);
    if (mended.length > 0) this.#options.onEvent({ kind: 'mended', names: mended });
  }

  #takePdfs({ built, problemsOf }: NotesResult, since: number): void {
    const made = new Map(built.map((note) => [note.name, note]));
    for (const name of [...this.#toPrint.keys()]) {
      const problems = problemsOf.get(name) ?? [];
      const note = made.get(name);
      if (note === undefined && !hasErrors(problems)) continue;
      this.#toPrint.delete(name);
      this.#tellNew(problems);
      this.#set(name, {
        status: note === undefined ? 'failed' : 'ready',
        problems,
        ...(note && { title: note.title }),
      });
    }
    this.#tellBuilt('pdf', built, since);
  }

  /** Without a browser there are no PDFs; the rest goes on, and the next change tries again. */
  #giveUpPrinting(): void {
    for (const name of this.#toPrint.keys()) this.#set(name, { status: 'ready' });
    this.#toPrint.clear();
    this.#tellState();
  }

  #set(name: string, change: Partial<NoteState>): void {
    const before = this.#notes.get(name);
    if (before !== undefined) this.#notes.set(name, { ...before, ...change });
  }

  #roundOf({ name }: ScenarioFile): number {
    return this.#madeInRound.get(name) ?? 0;
  }

  #note(step: Step, problems: readonly Problem[]): void {
    this.#tellNew(problems);
    this.#problems[step] = problems;
  }

  #tellBuilt(what: 'texts' | 'pdf', built: NotesResult['built'], since: number): void {
    const names = built.flatMap(({ name, outcome }) => (outcome === 'built' ? [name] : []));
    if (names.length === 0) return;
    this.#options.onEvent({ kind: 'built', what, names, milliseconds: performance.now() - since });
  }

  /** Each is told once for as long as it stays the same, and of many rows once for all. */
  #tellNew(now: readonly Problem[]): void {
    const problems = now.filter((problem) => {
      const text = describeProblem(problem);
      const isNew = !this.#told.has(text);
      this.#told.add(text);
      return isNew;
    });
    if (problems.length > 0) this.#options.onEvent({ kind: 'problems', problems });
  }

  #forgetMended(): void {
    const { notes, problems } = this.state;
    const now = new Set([...problems, ...notes.flatMap((note) => note.problems)].map((one) => describeProblem(one)));
    for (const text of this.#told) if (!now.has(text)) this.#told.delete(text);
  }

  #tellState(): void {
    this.#options.onEvent({ kind: 'state', state: this.state });
  }
}

function knownOf({ title, inputs }: FollowedNote): Pick<NoteState, 'title' | 'inputs'> {
  return { title, inputs };
}
