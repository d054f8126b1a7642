/** What the finished PDF says of itself, and the files it carries: everything its figures were made from. */
import type { Attachment, DocumentFacts } from '../archive/facts.ts';
import type { Note, NoteInputs } from '../note.ts';
import { extractTables, usedRows } from '../prices/extract.ts';
import type { Source } from '../problem/source.ts';

/** Facts of a note that `program` (“omkost 1.0.0”) finishes. */
export function documentFacts(note: Note, inputs: NoteInputs, program: string): DocumentFacts {
  const { view } = note;
  return {
    title: view.title,
    language: view.language,
    subject: view.abstract,
    keywords: view.keywords,
    author: view.publisher.name,
    producer: program,
    issued: dayOf(view.issuedIso),
    attachments: attachmentsOf(note, inputs),
    labels: { linkTo: view.labels.linkTo ?? '{target}' },
  };
}

/** A note that gives only a month is dated its first day. */
function dayOf(iso: string): string {
  return iso.length === 7 ? `${iso}-01` : iso;
}

/** The scenario, its prose files, the rows of price tables it uses, and the results: what the figures can be computed from again. */
function attachmentsOf({ name, results, assessment, view }: Note, inputs: NoteInputs): readonly Attachment[] {
  const { labels } = view;
  const tables = extractTables(inputs.prices, usedRows(assessment.priced));
  const yaml = (file: string, source: Source, description: string) =>
    attachment(file, 'application/yaml', 'Source', description, source.text);
  return [
    yaml(`${name}.yaml`, inputs.scenario.located.source, labels.attachedScenario ?? ''),
    ...[...inputs.prose].map(([file, source]) =>
      attachment(flat(file), 'text/markdown', 'Source', labels.attachedProse ?? '', source.text),
    ),
    ...tables.map((source) => yaml(`prices-${lastName(source.path)}`, source, labels.attachedPrices ?? '')),
    attachment(
      `${name}.json`,
      'application/json',
      'Data',
      labels.attachedResults ?? '',
      `${JSON.stringify(results, null, 2)}\n`,
    ),
  ];
}

function attachment(
  name: string,
  mime: string,
  relationship: Attachment['relationship'],
  description: string,
  text: string,
): Attachment {
  return { name, mime, relationship, description, bytes: new TextEncoder().encode(text) };
}

/** Attachments have no folders. */
function flat(path: string): string {
  return path.replace(/[\\/]+/g, '-');
}

function lastName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
