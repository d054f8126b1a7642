/** What an anthology's PDF says of itself, and the files it carries: those of every chapter, and the comparison. */
import type { Anthology, OwnFile } from '../anthology/compose-anthology.ts';
import type { DocumentFacts } from '../archive/facts.ts';
import type { AnthologyFacts } from '../carried/build-facts-schema.ts';
import type { NoteInputs } from '../note.ts';
import { buildFacts, type CarriedFile, fileFacts } from './build-facts.ts';
import {
  attachmentOf,
  carried,
  carriedFiles,
  factsFile,
  flat,
  json,
  viewFacts,
  withOwnNames,
  yaml,
} from './document-facts.ts';

/** What an anthology was composed of. */
export interface AnthologyParts {
  readonly file?: OwnFile | undefined;
  /** Those of the chapters, in their order. */
  readonly inputs: readonly NoteInputs[];
}

/** `program` finishes the file. */
export function anthologyDocumentFacts(
  anthology: Anthology,
  { file, inputs }: AnthologyParts,
  program: string,
): DocumentFacts {
  const { view, name, results, chapters } = anthology;
  const { labels } = view;
  const byChapter = chapters.map((note, index) => withOwnNames(filesOf(note, inputs[index], index + 1)));
  const inChapters = byChapter.flat();
  const written = file === undefined ? [] : filesOfItsOwn(name, file, labels);
  const named = withOwnNames([...inChapters, ...written]).slice(inChapters.length);
  const facts: AnthologyFacts = {
    schemaVersion: 1,
    program,
    anthology: {
      name,
      title: view.title,
      publisher: view.publisher.name,
      ...(named.length > 0 && { files: named.map(fileFacts) }),
    },
    chapters: chapters.flatMap((note, index) => {
      const input = inputs[index];
      return input === undefined ? [] : [buildFacts(note, input, { program, files: byChapter[index] ?? [] })];
    }),
  };
  const own = [
    carried('results', `${name}.json`, undefined, 'application/json', json(results), labels.attachedComparison),
    factsFile(json(facts), labels.attachedFacts),
  ];
  return viewFacts(view, program, [...named, ...inChapters, ...own].map(attachmentOf));
}

/** What stands before the chapters, as it was written. */
function filesOfItsOwn(name: string, { checked, prose }: OwnFile, labels: Anthology['view']['labels']): CarriedFile[] {
  return [
    yaml('anthology', `${name}.yaml`, checked.located.source, labels.attachedAnthology),
    ...[...prose].map(([file, { text }]) =>
      carried('prose', flat(file), file, 'text/markdown', text, labels.attachedProse),
    ),
  ];
}

/** With the chapter's number before each name, so that no two chapters' are the same. */
function filesOf(
  note: Anthology['chapters'][number],
  inputs: NoteInputs | undefined,
  number: number,
): readonly CarriedFile[] {
  if (inputs === undefined) return [];
  return carriedFiles(note, inputs).map((file) => ({
    ...file,
    name: `${number}-${file.name}`,
    description: `${number}. ${note.view.title}: ${file.description}`,
  }));
}
