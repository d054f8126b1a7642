/**
 * What a template may print: text, yes-or-no, and rows of them. No numbers: every figure is already formatted.
 * `report/` fills it, `render/` and `templates/` arrange it.
 */

import type { Typography } from './typography.ts';

/** A figure as it may stand in the text. In a template `{{total}}` prints `text`; the other forms are asked for by name. */
export interface FigureText {
  /** As it usually stands: “ca. 76.000 kr.”, “87 pct.”, “46”. */
  readonly text: string;
  /** Rounded, without the word: “76.000 kr.”. */
  readonly plain: string;
  /** Unrounded in whole kroner or with the decimals the unit has: “75.985 kr.”. */
  readonly exact: string;
  /** Rounded, with the word for the side it lies on: “knap 3.900 kr.”, “godt 4.000 kr.”; no word where it is exact. */
  readonly near: string;
}

/** Figures by name, nested at the dots: `costs.meetings.perDriver` is `figures.costs.meetings.perDriver`. */
export interface FigureTree {
  readonly [name: string]: FigureText | FigureTree;
}

export interface TableColumn {
  readonly label: string;
  /** True where the cells are figures: aligned right, in tabular digits. */
  readonly numeric: boolean;
}

/** What a cell is among the others of its table: the main scenario’s, or in the lower, middle or upper third of the span. */
export type CellMark = 'base' | 'low' | 'mid' | 'high';

export interface TableRow {
  readonly kind: 'body' | 'total' | 'subtotal' | 'group';
  /** The row's head (a TH with scope row). A `group` row has only this. */
  readonly head: string;
  readonly cells: readonly string[];
  /** One for each cell, in tables whose cells are compared: a name for the style. The text says it too. */
  readonly marks?: readonly CellMark[];
}

/** A table of the note; it is numbered where it is placed. `columns[0]` is the column of row heads. */
export interface TableView {
  /** ASCII, unique in the note; becomes the id in HTML. */
  readonly id: string;
  readonly title: string;
  readonly unit?: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  /** “Anm.:” lines and “Kilde:” lines, without those words. */
  readonly notes: readonly string[];
  readonly sources: readonly string[];
  /** True for one that no layout places: it stands where an author asks for it, or nowhere. */
  readonly onRequest?: true;
}

/** A chart; `svg` and what `webSvg` gives are finished SVG text made by `report/charts/`, already escaped. */
export interface ChartView {
  readonly id: string;
  readonly title: string;
  readonly unit?: string;
  readonly svg: string;
  /** The same for the web page, whose colours follow the reader's light or dark screen. */
  readonly webSvg: () => string;
  /** States the finding, not the kind of drawing. */
  readonly alternative: string;
  readonly notes: readonly string[];
  readonly sources: readonly string[];
  /** The same figures as a table, for readers who do not see the drawing. */
  readonly data: TableView;
  /** True for one that no layout places: it stands where an author asks for it, or nowhere. */
  readonly onRequest?: true;
}

export interface PublisherView {
  readonly name: string;
  readonly addressLines: readonly string[];
  readonly phone?: string;
  readonly email?: string;
  readonly web?: string;
  readonly webHref?: string;
  readonly authorUnit?: string;
  readonly isbn?: string;
  /** The sentence on quoting. */
  readonly licence?: string;
  readonly download?: string;
}

/** One entry of a list of sources: text, and where it leads. */
export interface SourceView {
  readonly id: string;
  /** What the scenario calls it, so that texts can refer to it: `references.<name>`. */
  readonly names: readonly string[];
  /** As it is named in texts and tables: “Socialstyrelsen (2018a)”. */
  readonly citation: string;
  readonly text: string;
  readonly href?: string;
  /** “Læst 22. november 2026” */
  readonly read?: string;
}

/** A stretch of the author's Markdown, not yet rendered; `slot` is its name in the scenario (`summary`, `intervention`). */
export interface ProseView {
  readonly slot: string;
  readonly title?: string;
}

export interface NotPricedView {
  readonly name: string;
  readonly reason: string;
}

/** What changed in one note. */
export interface ChangedNoteView {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly comparisons: readonly TableView[];
}

/** What a change note tells. */
export interface ChangesView {
  /** True of one that needs a contents list. */
  readonly isLong: boolean;
  readonly paragraphs: readonly string[];
  readonly overview: readonly TableView[];
  readonly notes: readonly ChangedNoteView[];
}

export interface NoteView {
  readonly language: string;
  /** The same with its country: “da-DK”. */
  readonly locale: string;
  /** Folder name under `templates/layouts/`. */
  readonly layout: string;
  readonly title: string;
  readonly subtitle?: string;
  /** “November 2026”, as printed on the cover. */
  readonly issued: string;
  /** ISO form of the same date, for metadata: `2026-11` or `2026-11-22`. */
  readonly issuedIso: string;
  readonly publisher: PublisherView;
  /** Present where the note recalculates a published assessment: the mark “Efterberegning” and what it means. */
  readonly recalculation?: { readonly mark: string; readonly statement: string };
  /** “2016-priser” */
  readonly priceLevel: string;
  readonly keywords: readonly string[];
  /** One sentence: the web page's abstract and the PDF's subject. */
  readonly abstract: string;
  /** Fixed words of the templates, by name, in the note's language (`templates/<language>/words.yaml`, key `labels`). */
  readonly labels: Readonly<Record<string, string>>;
  /** How the note's language is set in type; no template prints it. */
  readonly typography: Typography;
  /** Whether the author wants lists of tables, figures and boxes; where nothing is said, a long note has them. */
  readonly lists?: boolean;
  /** What one costs, in one year: then charts by year and category have a single bar. */
  readonly isUnitCost: boolean;
  /** Sentences made from the figures, by name: `result`, `shares`, `sensitivity`, `scenario` … */
  readonly sentences: Readonly<Record<string, string>>;
  readonly figures: FigureTree;
  /** Texts that the prose takes by name, `{{row.<name>}}`: plain text, not figures. */
  readonly row?: Readonly<Record<string, string>>;
  /** The headline figures of the summary, in order: label and printed figure. */
  readonly headlines: readonly { readonly label: string; readonly figure: string }[];
  /** Sections of the author's own, in order (layout `notat`). */
  readonly sections: readonly ProseView[];
  /** Which prose slots the scenario fills: `{{#if has.targetGroup}}`. */
  readonly has: Readonly<Record<string, boolean>>;
  readonly tables: Readonly<Record<string, TableView>>;
  readonly charts: Readonly<Record<string, ChartView>>;
  /** What is said of the editions before, a paragraph each; empty of a note that has none. */
  readonly editions: readonly string[];
  readonly notPriced: readonly NotPricedView[];
  /** The main assumptions in brief, for the web page; all of them stand in `tables.inputs`. */
  readonly assumptions: readonly { readonly what: string; readonly value: string }[];
  readonly sources: readonly SourceView[];
  /** Of a change note only. */
  readonly changes?: ChangesView;
}
