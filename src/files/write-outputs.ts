/** Writes a note's files: to a temporary name, then renamed, so that a reader never sees half a file. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { UserError } from '../problem/problem.ts';
import { sha256 } from './digest.ts';

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
  try {
    await mkdir(folder, { recursive: true });
    const written: WrittenFile[] = [];
    for (const { name, content } of files) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      await writeFileAtomic(join(folder, name), Buffer.from(bytes));
      written.push({ name, path: join(shownFolder, name), bytes: bytes.length, sha256: sha256(bytes) });
    }
    return written;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const [message, hint] = whyUnwritable[code] ?? [
      `cannot be written to (${code})`,
      'choose another folder with --out, or check who may write there',
    ];
    const problem = {
      severity: 'error',
      code: 'output-unwritable',
      message: `${shownFolder} ${message}`,
      hint,
    } as const;
    throw new UserError([problem], { cause: error });
  }
}

const notAFolder = ['is a file, not a folder', 'choose another folder with --out, or move the file'] as const;
const notAllowed = [
  'may not be written to',
  'choose another folder with --out, or ask for leave to write there',
] as const;

/** What the system's error codes mean to a user. */
const whyUnwritable: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  EEXIST: notAFolder,
  ENOTDIR: notAFolder,
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: notAllowed,
  ENOSPC: ['has no room left', 'make room on the disk, or choose another folder with --out'],
};
