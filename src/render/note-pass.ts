/** What one pass through the templates counts: headings, tables and figures in the order in which they appear. */
import type { ChartView, NoteView, TableView } from '../report/view.types.ts';
import { proseSlots } from '../scenario/schema/publication.ts';
import { claimId, headingId } from './heading-id.ts';
import { referenceName } from './prose-names.ts';

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
  /** Boxes, sections and sources that can be referred to, by their full name: “boxes.kilder”. */
  readonly places: ReadonlyMap<string, LabelledPlace>;
  /** Tables, figures and boxes in the order in which they appear. */
  readonly listed: readonly Listed[];
}

export interface LabelledPlace {
  readonly id: string;
  /** “Boks 1”, “afsnit 2.1”, “VIVE (2019)” */
  readonly label: string;
}

/** An entry of the lists of tables, figures and boxes. */
export interface Listed extends LabelledPlace {
  readonly kind: 'table' | 'chart' | 'box';
  readonly title: string;
}

/** Where a note is a chapter of an anthology: its tables are “Tabel 2.1”, and no id is another chapter's. */
export interface ChapterPlace {
  readonly number: number;
  /** Before every id: “k2-”. */
  readonly prefix: string;
}

interface Position {
  readonly headings: number;
  readonly counters: readonly number[];
  readonly taken: ReadonlySet<string>;
}

export class NotePass {
  readonly labels = new Map<string, string>();
  readonly usedSlots = new Set<string>();
  readonly places = new Map<string, LabelledPlace>();
  readonly listed: Listed[] = [];
  /** HTML of the author's notes, in the order of their numbers, and how many of them stand on the page. */
  readonly notes: string[] = [];
  printedNotes = 0;
  headings: Heading[] = [];
  /** Level of the heading that is open: the title is 1. */
  #level: number;
  #isNumbered = false;
  #counters: number[];
  #taken: Set<string>;
  #tables = 0;
  #charts = 0;
  #boxes = 0;
  readonly #view: NoteView;
  readonly #chapter: ChapterPlace | undefined;

  /** The ids of the view's tables, charts and sources have the chapter's prefix already. */
  constructor(view: NoteView, chapter?: ChapterPlace) {
    this.#view = view;
    this.#chapter = chapter;
    this.#level = chapter === undefined ? 1 : 2;
    this.#counters = chapter === undefined ? [] : [chapter.number];
    // Tables, charts and sources have ids of their own, which no heading may take.
    const owned = [...Object.values(view.tables), ...Object.values(view.charts), ...view.sources];
    this.#taken = new Set(owned.map((one) => one.id));
  }

  /** Before every id of this pass. */
  get prefix(): string {
    return this.#chapter?.prefix ?? '';
  }

  /** Takes in a chapter: its own heading, and what stands in it. */
  chapter(heading: Heading, { headings, listed }: Collected): void {
    this.headings.push(heading, ...headings);
    this.listed.push(...listed);
  }

  /** Opens a section, runs `body` inside it and closes it. A section whose body is blank leaves no trace. */
  section(title: string, isNumbered: boolean, body: () => string): { heading: Heading; body: string } | undefined {
    const before = this.#position();
    const outer = { level: this.#level, isNumbered: this.#isNumbered };
    this.#isNumbered = isNumbered || outer.isNumbered;
    const name = sectionName(title, this.#view.labels);
    const heading = this.heading(title, 0, name);
    this.#level = heading.level;
    const html = body();
    this.#level = outer.level;
    this.#isNumbered = outer.isNumbered;
    if (html.trim() !== '') return { heading, body: html };
    this.#return(before);
    // A reference to it would lead nowhere.
    this.places.delete(`sections.${name}`);
    return undefined;
  }

  /** Takes in a heading `depth` levels below the next one; `name` is what a reference calls it. */
  heading(title: string, depth: number, name?: string): Heading {
    const level = Math.min(6, this.#level + 1 + depth);
    const number = this.#isNumbered ? this.#count(level) : undefined;
    const id = claimId(this.prefix + headingId(title), this.#taken);
    const heading = { id, title, level, ...(number === undefined ? {} : { number }) };
    this.headings.push(heading);
    if (name !== undefined) this.places.set(`sections.${name}`, { id, label: this.#sectionLabel(title, number) });
    return heading;
  }

  /** The label of a table or chart that is placed here: “Tabel 1”. */
  place(kind: 'table' | 'chart', view: TableView | ChartView): string {
    const count = kind === 'table' ? ++this.#tables : ++this.#charts;
    const word = this.#view.labels[kind] ?? kind;
    const label = `${word}\u00a0${this.#numbered(count)}`;
    this.labels.set(view.id, label);
    this.listed.push({ kind, id: view.id, label, title: view.title });
    return label;
  }

  /** Takes in a box of the author's. */
  box(title: string, name?: string): LabelledPlace {
    this.#boxes += 1;
    const label = `${this.#view.labels.box ?? 'box'}\u00a0${this.#numbered(this.#boxes)}`;
    const id = claimId(`${this.prefix}box-${name ?? this.#boxes}`, this.#taken);
    if (name !== undefined) this.places.set(`boxes.${name}`, { id, label });
    this.listed.push({ kind: 'box', id, label, title });
    return { id, label };
  }

  /** Takes in the sources that the page lists: texts can refer to these. */
  listSources(html: string): void {
    for (const { id, names, citation } of this.#view.sources) {
      if (!html.includes(` id="${id}"`)) continue;
      for (const name of names) this.places.set(referenceName(name), { id, label: citation });
    }
  }

  /** “afsnit 2.1”; by its title where it has no number. */
  #sectionLabel(title: string, number: string | undefined): string {
    const { sectionNumbered = '{number}', sectionNamed = '{title}' } = this.#view.labels;
    const label = number === undefined ? sectionNamed : sectionNumbered;
    return label.replace('{number}', () => number ?? '').replace('{title}', () => title);
  }

  /** “3”, in a chapter “2.3”. */
  #numbered(count: number): string {
    return this.#chapter === undefined ? String(count) : `${this.#chapter.number}.${count}`;
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

/** A layout's sections are called what their labels are, `results`; the author's own by the words of their title. */
function sectionName(title: string, labels: Readonly<Record<string, string>>): string {
  return proseSlots.find((slot) => labels[slot] === title) ?? headingId(title);
}
