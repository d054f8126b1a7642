/** The names of the interventions in a folder of scenarios: one of them in another's text was copied along with it. */
import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** A file that cannot be read or names no intervention is no neighbour; its own check says what is wrong with it. */
export async function interventionsIn(folder: string): Promise<readonly string[]> {
  const files = (await readdir(folder).catch(() => [])).filter((name) => ['.yaml', '.yml'].includes(extname(name)));
  const names = await Promise.all(files.map(async (name) => interventionOf(await readText(join(folder, name)))));
  return [...new Set(names.flatMap((name) => name ?? []))].sort();
}

async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

function interventionOf(text: string): string | undefined {
  const written = /^intervention:[ \t]+(.+?)[ \t]*(?:[ \t]#.*)?\r?$/m.exec(text)?.[1];
  return written?.replace(/^(["'])(.*)\1$/, '$2');
}
