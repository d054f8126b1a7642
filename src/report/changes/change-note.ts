/** Two builds → the change note: which printed figures changed, and why, as a view in a layout of its own. The door of this folder. */
import type { BuildChanges, NoteChanges } from '../../changes/changes.types.ts';
import { defaultLanguage } from '../../scenario/schema/scenario.ts';
import type { Language } from '../language.ts';
import { listed } from '../language.ts';
import { upperFirst } from '../provenance.ts';
import { column } from '../tables/table-words.ts';
import type { ChangedNoteView, ChangesView, NoteView, PublisherView, TableView } from '../view.types.ts';
import { changeTable, figureRow, noteTables } from './change-tables.ts';
import { type ChangeWords, changeWords } from './change-words.ts';

export interface ChangeNoteInputs {
  readonly language: Language;
  readonly languageName?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly publisher: PublisherView;
  readonly issued: string;
}

/** More notes than these are found by a contents list. */
const fewNotes = 2;

export function viewChanges(changes: BuildChanges, inputs: ChangeNoteInputs): NoteView {
  const { language, labels, publisher, issued } = inputs;
  const words = changeWords(language);
  const told = changes.notes.filter(({ status }) => status !== 'same');
  const [first] = told.length > 0 ? told : changes.notes;
  const isOne = changes.notes.length === 1 && first !== undefined;
  const count = String(changes.notes.length);
  return {
    language: inputs.languageName ?? defaultLanguage,
    locale: language.locale,
    layout: 'aendringsnotat',
    title: isOne
      ? words.say('titleOne', { title: first.title })
      : words.say(first === undefined ? 'titleNone' : 'titleMany', { count }),
    issued: upperFirst(words.numbers.date(issued)),
    issuedIso: issued,
    publisher,
    priceLevel: priceLevels(words, changes.notes),
    keywords: [words.say('keyword')],
    abstract: words.say('abstract'),
    labels,
    typography: language.typography,
    sentences: {},
    figures: {},
    headlines: [],
    sections: [],
    has: {},
    isUnitCost: false,
    tables: {},
    charts: {},
    editions: [],
    notPriced: [],
    assumptions: [],
    sources: [],
    changes: changesView(words, changes, told),
  };
}

function changesView(words: ChangeWords, { notes }: BuildChanges, told: readonly NoteChanges[]): ChangesView {
  const { say } = words;
  const changed = told.filter(({ status }) => status === 'changed');
  const named = (status: NoteChanges['status'], name: 'added' | 'removed') => {
    const titles = told.filter((note) => note.status === status).map(({ title }) => `”${title}”`);
    return titles.length === 0 ? [] : [say(name, { names: listed(words.language, titles) })];
  };
  const figures = changed.reduce((sum, note) => sum + note.figures.length, 0);
  const counts = { changed: String(changed.length), all: String(notes.length), figures: String(figures) };
  const hasCauses = changed.some(({ causes }) => causes.length > 0);
  return {
    isLong: changed.length > fewNotes,
    paragraphs: [
      told.length === 0 ? say('nothing') : say('counted', counts),
      ...named('added', 'added'),
      ...named('removed', 'removed'),
      ...(hasCauses ? [say('method')] : []),
    ],
    overview: overviewTables(words, told),
    notes: told.map((note, place) => noteView(words, note, place + 1)),
  };
}

function noteView(words: ChangeWords, note: NoteChanges, number: number): ChangedNoteView {
  return {
    title: note.title,
    paragraphs: paragraphsOf(words, note),
    comparisons: noteTables(words, note, `note-${number}`),
  };
}

function paragraphsOf(
  { say }: ChangeWords,
  { status, figures, explained, priceYears }: NoteChanges,
): readonly string[] {
  if (status === 'added') return [say('addedNote')];
  if (status === 'removed') return [say('removedNote')];
  const { before, after } = priceYears;
  return [
    ...(figures.length === 0 ? [say('noFigure')] : []),
    ...(before === after ? [] : [say('priceYears', { before: String(before), after: String(after) })]),
    ...(explained === 'no-inputs' ? [say('noInputs')] : []),
    ...(explained === 'not-computable' ? [say('notComputable')] : []),
  ];
}

/** The headline of each note; of one note alone it stands in its own table. */
function overviewTables(words: ChangeWords, told: readonly NoteChanges[]): readonly TableView[] {
  if (told.length < 2) return [];
  const { say } = words;
  const rows = told.flatMap((note) => {
    const headline = [...note.figures, ...note.unseen].find(({ name }) => name === note.headline);
    return headline === undefined ? [] : [{ ...figureRow(words, note, headline), head: note.title }];
  });
  const columns = [say('before'), say('after'), say('change')].map((label) => column(label, true));
  return changeTable(words, {
    id: 'overview',
    name: 'overview',
    columns: [column(say('overviewWhat')), ...columns],
    rows,
    note: 'exactNote',
  });
}

function priceLevels({ language }: ChangeWords, notes: readonly NoteChanges[]): string {
  const years = new Set(notes.flatMap(({ priceYears }) => [priceYears.before, priceYears.after]));
  const known = [...years].filter((year) => year !== undefined).sort((one, other) => one - other);
  return listed(
    language,
    known.map((year) => language.fill(language.words.priceLevel, { year: String(year) })),
  );
}
