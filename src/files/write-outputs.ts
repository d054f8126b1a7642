/** Writes a note's files: to a temporary name, then renamed, so that a reader never sees half a file. */
import { join, relative } from 'node:path';
import { UserError } from '../problem/problem.ts';
import { sha256 } from './digest.ts';
import { makeFolder } from './make-folder.ts';
import { writeWhole } from './write-whole.ts';

export interface OutputFile {
  /** Name in the output folder: `x.pdf`. */
  readonly name: string;
  readonly content: Uint8Array | string;
}

export interface WrittenFile {
  readonly name: string;
  /** As the user may open it. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes all of them, or says why it could not. `shownFolder` is the folder as the user named it. */
export async function writeOutputs(
  folder: string,
  shownFolder: string,
  files: readonly OutputFile[],
): Promise<readonly WrittenFile[]> {
  let at = folder;
  try {
    await makeFolder(folder);
    const written: WrittenFile[] = [];
    for (const { name, content } of files) {
      at = join(folder, name);
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      await writeWhole(at, bytes);
      written.push({ name, path: join(shownFolder, name), bytes: bytes.length, sha256: sha256(bytes) });
    }
    return written;
  } catch (error) {
    throw unwritable(error, { folder, shownFolder, at });
  }
}

/** Says of the place that stands in the way what is wrong with it: the folder, one above it, or a file in it. */
function unwritable(
  error: unknown,
  { folder, shownFolder, at }: { readonly folder: string; readonly shownFolder: string; readonly at: string },
): UserError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const [message, hint] = whyUnwritable[code] ?? [
    `cannot be written to (${code})`,
    elsewhere('check who may write there'),
  ];
  const obstacle = at === folder && error instanceof Error && 'path' in error ? String(error.path) : at;
  const isWithin = code === 'EISDIR' || at === folder;
  const shown = isWithin ? join(shownFolder, relative(folder, obstacle)) : shownFolder;
  return new UserError([{ severity: 'error', code: 'output-unwritable', message: `${shown} ${message}`, hint }], {
    cause: error,
  });
}

function elsewhere(otherStep: string): string {
  return `choose another folder with --out, or ${otherStep}`;
}

const notAllowed = ['may not be written to', elsewhere('ask for leave to write there')] as const;

/** What the system's error codes mean to a user. */
const whyUnwritable: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  ENOTDIR: ['is a file, not a folder', elsewhere('move the file')],
  // What is there and is no folder is refused before: a link remains.
  EEXIST: ['is a link to a folder that is not there', elsewhere('make the folder it leads to')],
  ELOOP: ['is a link that leads back to itself', elsewhere('remove the link')],
  ENAMETOOLONG: ['has too long a name', 'choose a shorter one'],
  EISDIR: ['is a folder, not a file', elsewhere('move that folder')],
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: notAllowed,
  ENOSPC: ['has no room left', 'make room on the disk, or choose another folder with --out'],
};
