/** What the finished PDF says of itself, and the files it carries: everything its figures were made from. */
import type { Attachment, DocumentFacts } from '../archive/facts.ts';
import { buildFactsName, type FileRole } from '../carried/build-facts-schema.ts';
import { carriedEdition } from '../changes/carried-edition.ts';
import type { Note, NoteInputs } from '../note.ts';
import { extractTables, usedRows } from '../prices/extract.ts';
import type { Source } from '../problem/source.ts';
import { resultsCsv } from '../report/results-csv.ts';
import { rowFileOf } from '../scenario/rows/row-file.ts';
import { buildFacts, type CarriedFile } from './build-facts.ts';

/** Facts of a note that `program` (“omkost 1.0.0”) finishes. */
export function documentFacts(note: Note, inputs: NoteInputs, program: string): DocumentFacts {
  return viewFacts(note.view, program, attachmentsOf(note, inputs, program));
}

type TitledView = Pick<
  Note['view'],
  'title' | 'language' | 'abstract' | 'keywords' | 'publisher' | 'issuedIso' | 'labels'
>;

/** What any publication says of itself: a note, an anthology, a change note. */
export function viewFacts(view: TitledView, program: string, attachments: DocumentFacts['attachments']): DocumentFacts {
  return {
    title: view.title,
    language: view.language,
    subject: view.abstract,
    keywords: view.keywords,
    author: view.publisher.name,
    producer: program,
    issued: dayOf(view.issuedIso),
    attachments,
    labels: linkLabels(view.labels),
  };
}

/** What links are for, in the document's words. */
function linkLabels(labels: Readonly<Record<string, string>>): DocumentFacts['labels'] {
  return {
    linkTo: labels.linkTo ?? '{target}',
    linkToNote: labels.linkToNote ?? '{number}',
    linkBack: labels.linkBack ?? '{number}',
  };
}

/** A note that gives only a month is dated its first day. */
function dayOf(iso: string): string {
  return iso.length === 7 ? `${iso}-01` : iso;
}

/**
 * The scenario, its prose files, the rows of price tables it uses, the results, and how it was built: what the figures can be computed from
 * again. Of a house style of the organisation's own its texts are inside too: they decide which words stand where. Fonts stay out: they
 * would outweigh all else.
 */
function attachmentsOf(note: Note, inputs: NoteInputs, program: string): readonly Attachment[] {
  const files = withOwnNames(carriedFiles(note, inputs));
  const facts = json(buildFacts(note, inputs, { program, files }));
  return [...files, factsFile(facts, note.view.labels.attachedFacts)].map(attachmentOf);
}

/** All that one note is computed from and results in; two of them may still have one name. */
export function carriedFiles(note: Note, inputs: NoteInputs): readonly CarriedFile[] {
  const { name, results, view } = note;
  const { labels } = view;
  const { row } = inputs.scenario;
  return [
    yaml('scenario', `${name}.yaml`, inputs.scenario.located.source, labels.attachedScenario),
    ...(row === undefined || row.values.length === 0
      ? []
      : [carried('row', `${name}-row.csv`, row.source.path, 'text/csv', rowFileOf(row), labels.attachedRow)]),
    ...[...inputs.prose].map(([file, { text }]) =>
      carried('prose', flat(file), file, 'text/markdown', text, labels.attachedProse),
    ),
    ...extractTables(inputs.prices, usedRows(note.assessment.priced)).map((source) =>
      yaml('prices', `prices-${flat(source.path)}`, source, labels.attachedPrices),
    ),
    ...(inputs.previous === undefined
      ? []
      : [
          carried(
            'edition',
            'previous-edition.json',
            undefined,
            'application/json',
            json(carriedEdition(inputs.previous)),
            labels.attachedEdition,
          ),
        ]),
    ...[...(inputs.house.ownTexts ?? [])].map(([path, { text }]) =>
      carried('house', `house-${flat(path)}`, path, mimeOf(path), text, labels.attachedHouse),
    ),
    carried('results', `${name}.json`, undefined, 'application/json', json(results), labels.attachedResults),
    carried('csv', `${name}.csv`, undefined, 'text/csv', resultsCsv(results), labels.attachedCsv),
  ];
}

/** How the PDF was built, as a file inside it. */
export function factsFile(facts: string, description: string | undefined): CarriedFile {
  return carried('facts', buildFactsName, undefined, 'application/json', facts, description);
}

export function attachmentOf({ name, mime, role, description, text }: CarriedFile): Attachment {
  return { name, mime, relationship: relationships[role], description, bytes: new TextEncoder().encode(text) };
}

/** Templates and styles are text of their own kinds. */
function mimeOf(path: string): string {
  if (path.endsWith('.yaml')) return 'application/yaml';
  return path.endsWith('.svg') ? 'image/svg+xml' : 'text/plain';
}

/** What the file is to the note (ISO 19005-3, 6.8). */
const relationships = {
  anthology: 'Source',
  scenario: 'Source',
  row: 'Source',
  prose: 'Source',
  edition: 'Source',
  prices: 'Source',
  house: 'Supplement',
  results: 'Data',
  csv: 'Data',
  facts: 'Supplement',
} as const satisfies Record<FileRole, Attachment['relationship']>;

export function yaml(
  role: FileRole,
  name: string,
  { path, text }: Source,
  description: string | undefined,
): CarriedFile {
  return carried(role, name, path, 'application/yaml', text, description);
}

export function carried(
  role: FileRole,
  name: string,
  path: string | undefined,
  mime: string,
  text: string,
  description = '',
): CarriedFile {
  return { role, name, ...(path !== undefined && { path: path.replaceAll('\\', '/') }), mime, text, description };
}

/** As all JSON of omkost's is written. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Two files may be called the same once their folders are gone: the later ones are numbered. */
export function withOwnNames(files: readonly CarriedFile[]): readonly CarriedFile[] {
  const taken = new Set<string>([buildFactsName]);
  return files.map((file) => {
    let name = file.name;
    for (let number = 2; taken.has(name); number += 1) name = file.name.replace(/(\.[^.]*)?$/, `-${number}$1`);
    taken.add(name);
    return { ...file, name };
  });
}

/** Attachments have no folders; a path from outside has parts that say nothing. */
export function flat(path: string): string {
  const parts = path.split(/[\\/]+/).filter((part) => !['', '.', '..'].includes(part) && !part.endsWith(':'));
  return (parts.length > 1 && ['scenarios', 'prices'].includes(parts[0] ?? '') ? parts.slice(-1) : parts).join('-');
}
