/** What an anthology's PDF says of itself, and the files it carries: those of every chapter, and the comparison. */
import type { Anthology } from '../anthology.ts';
import type { DocumentFacts } from '../archive/facts.ts';
import type { AnthologyFacts } from '../carried/build-facts-schema.ts';
import type { NoteInputs } from '../note.ts';
import { buildFacts, type CarriedFile } from './build-facts.ts';
import { attachmentOf, carried, carriedFiles, factsFile, json, viewFacts, withOwnNames } from './document-facts.ts';

/** `inputs` are those of the chapters, in their order; `program` finishes the file. */
export function anthologyDocumentFacts(
  anthology: Anthology,
  inputs: readonly NoteInputs[],
  program: string,
): DocumentFacts {
  const { view, name, results, chapters } = anthology;
  const { labels } = view;
  const byChapter = chapters.map((note, index) => withOwnNames(filesOf(note, inputs[index], index + 1)));
  const facts: AnthologyFacts = {
    schemaVersion: 1,
    program,
    anthology: { name, title: view.title, publisher: view.publisher.name },
    chapters: chapters.flatMap((note, index) => {
      const input = inputs[index];
      return input === undefined ? [] : [buildFacts(note, input, { program, files: byChapter[index] ?? [] })];
    }),
  };
  const own = [
    carried('results', `${name}.json`, undefined, 'application/json', json(results), labels.attachedComparison),
    factsFile(json(facts), labels.attachedFacts),
  ];
  return viewFacts(view, program, [...byChapter.flat(), ...own].map(attachmentOf));
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
