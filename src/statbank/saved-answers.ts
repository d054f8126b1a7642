/**
 * Answers of StatBank kept beside the price tables (`prices/statbank/<series>.json`): what the values were taken from, with the day,
 * and enough to repeat an update without a network.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../files/make-folder.ts';
import { readSource } from '../files/read-source.ts';
import { writeWhole } from '../files/write-whole.ts';
import { UserError } from '../problem/problem.ts';

export interface SavedAnswer {
  readonly series: string;
  readonly table: string;
  /** The day it was fetched, `2026-11-22`; undefined for a file that somebody saved from StatBank by hand. */
  readonly fetched: string | undefined;
  /** As it came. */
  readonly answer: string;
}

const savedSchema = z.object({
  series: z.string(),
  table: z.string(),
  fetched: z.iso.date(),
  answer: z.string(),
});

/** Where the answer of a series is kept: beside the table it belongs to. */
export function savedPath(tablePath: string, series: string): string {
  return join(dirname(tablePath), 'statbank', `${series}.json`);
}

/** An answer that is the same as the one kept is not written anew, so that a day alone changes no file. */
export async function saveAnswer(path: string, saved: SavedAnswer, workingFolder: string): Promise<void> {
  const file = resolve(workingFolder, path);
  const kept = keptIn(await readFile(file, 'utf8').catch(() => ''));
  if (kept?.answer === saved.answer && kept.table === saved.table) return;
  await makeFolder(dirname(file));
  await writeWhole(file, `${JSON.stringify(saved, null, 2)}\n`);
}

/** Of the series, from where it is kept. Throws UserError `saved-missing` where it never was. */
export async function readSavedAnswer(path: string, series: string, workingFolder: string): Promise<SavedAnswer> {
  const { text } = await readSource(resolve(workingFolder, path), path).catch((error: unknown) => {
    if (!(error instanceof UserError) || error.problems[0]?.code !== 'file-missing') throw error;
    const message = `no answer for “${series}” was saved: there is no ${path}`;
    const hint = 'update once with a network, or name a saved file with --saved';
    throw new UserError([{ severity: 'error', code: 'saved-missing', message, hint }], { cause: error });
  });
  return asSaved(text, series);
}

/** A file that the price keeper names: one that was kept, or an answer saved from StatBank as it came. */
export async function readNamedAnswer(path: string, series: string, workingFolder: string): Promise<SavedAnswer> {
  const { text } = await readSource(resolve(workingFolder, path), path);
  return asSaved(text, series);
}

function asSaved(text: string, series: string): SavedAnswer {
  return keptIn(text) ?? { series, table: '', fetched: undefined, answer: text };
}

function keptIn(text: string): SavedAnswer | undefined {
  try {
    return savedSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // CSV, or cut off: the reader of answers says which.
    return undefined;
  }
}
