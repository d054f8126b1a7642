/** What one pass through the templates counts: headings, tables and figures in the order in which they appear. */
import type { ChartView, NoteView, TableView } from '../report/view.types.ts';
import { claimId, headingId } from './heading-id.ts';

export interface Heading {
  readonly id: string;
  readonly title: string;
  /** “2.1”; absent where the section is not numbered. */
  readonly number?: string;
  readonly level: number;
}

/** What a pass found, for the next one: contents lists and references point forward. */
export interface Collected {
  readonly headings: readonly Heading[];
  /** “Tabel 2” by the id of the table or chart. */
  readonly labels: ReadonlyMap<string, string>;
  readonly usedSlots: ReadonlySet<string>;
}

interface Position {
  readonly headings: number;
  readonly counters: readonly number[];
  readonly taken: ReadonlySet<string>;
}

export class NotePass {
  readonly labels = new Map<string, string>();
  readonly usedSlots = new Set<string>();
  headings: Heading[] = [];
  /** Level of the heading that is open: the title is 1. */
  #level = 1;
  #isNumbered = false;
  #counters: number[] = [];
  #taken: Set<string>;
  #tables = 0;
  #charts = 0;
  readonly #view: NoteView;

  constructor(view: NoteView) {
    this.#view = view;
    // Tables, charts and sources have ids of their own, which no heading may take.
    const owned = [...Object.values(view.tables), ...Object.values(view.charts), ...view.sources];
    this.#taken = new Set(owned.map((one) => one.id));
  }

  /** Opens a section, runs `body` inside it and closes it. A section whose body is blank leaves no trace. */
  section(title: string, isNumbered: boolean, body: () => string): { heading: Heading; body: string } | undefined {
    const before = this.#position();
    const outer = { level: this.#level, isNumbered: this.#isNumbered };
    this.#isNumbered = isNumbered || outer.isNumbered;
    const heading = this.heading(title, 0);
    this.#level = heading.level;
    const html = body();
    this.#level = outer.level;
    this.#isNumbered = outer.isNumbered;
    if (html.trim() !== '') return { heading, body: html };
    this.#return(before);
    return undefined;
  }

  /** Takes in a heading `depth` levels below the next one. */
  heading(title: string, depth: number): Heading {
    const level = Math.min(6, this.#level + 1 + depth);
    const number = this.#isNumbered ? this.#count(level) : undefined;
    const id = claimId(headingId(title), this.#taken);
    const heading = { id, title, level, ...(number === undefined ? {} : { number }) };
    this.headings.push(heading);
    return heading;
  }

  /** The label of a table or chart that is placed here: “Tabel 1”. */
  place(kind: 'table' | 'chart', view: TableView | ChartView): string {
    const count = kind === 'table' ? ++this.#tables : ++this.#charts;
    const word = this.#view.labels[kind] ?? kind;
    const label = `${word}\u00a0${count}`;
    this.labels.set(view.id, label);
    return label;
  }

  #count(level: number): string {
    const index = level - 2;
    this.#counters = [...this.#counters.slice(0, index), (this.#counters[index] ?? 0) + 1];
    return Array.from({ length: index + 1 }, (_, at) => this.#counters[at] ?? 0).join('.');
  }

  #position(): Position {
    return { headings: this.headings.length, counters: [...this.#counters], taken: new Set(this.#taken) };
  }

  #return(position: Position): void {
    this.headings = this.headings.slice(0, position.headings);
    this.#counters = [...position.counters];
    this.#taken = new Set(position.taken);
  }
}
