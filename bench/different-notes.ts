/** Scenarios that differ in title, text and numbers, made from the shipped ones: what a batch of real notes would be like. */
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Document, parseDocument } from 'yaml';

export interface NotesFolder {
  readonly folder: string;
  readonly names: readonly string[];
}

/** A project folder of `count` scenarios in turn of each shipped kind, with the shipped price tables. */
export async function differentNotes(root: string, count: number): Promise<NotesFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'omkost-bench-'));
  await mkdir(join(folder, 'scenarios'));
  await cp(join(root, 'scenarios', 'prices'), join(folder, 'scenarios', 'prices'), { recursive: true });
  const models = await Promise.all(
    ['processuelle-netvaerksmoeder', 'inddragende-netvaerksmoeder'].map((name) =>
      readFile(join(root, 'scenarios', `${name}.yaml`), 'utf8'),
    ),
  );
  const names: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const name = `note-${String(number).padStart(3, '0')}`;
    const text = models[number % models.length] ?? '';
    await writeFile(join(folder, 'scenarios', `${name}.yaml`), variant(text, number));
    names.push(name);
  }
  return { folder, names };
}

/** Other words, other numbers, other lengths: no two notes share a page. */
function variant(text: string, number: number): string {
  const document = parseDocument(text);
  document.set('title', `${String(document.get('title'))} i kommune ${number}`);
  document.set('abstract', `Note ${number}. ${String(document.get('abstract'))}`);
  lengthen(document, number);
  for (const path of [
    ['teams', 'pn', 'count', 'value'],
    ['costs', 'moeder', 'staff', 'fagperson', 'value'],
  ]) {
    if (document.hasIn(path)) document.setIn(path, 2 + (number % 8));
  }
  return document.toString({ lineWidth: 0 });
}

function lengthen(document: Document, number: number): void {
  const path = document.hasIn(['text', 'limitations']) ? ['text', 'limitations'] : ['text', 'sections', 0, 'text'];
  const more = Array.from(
    { length: number % 5 },
    (_, index) => `Afsnit ${index + 1} om kommune ${number}: her står ${number * 37 + index} ting, som kun gælder her.`,
  );
  document.setIn(path, [String(document.getIn(path)).trimEnd(), ...more].join('\n\n'));
}
