/** Writes a note's files: to a temporary name, then renamed, so that a reader never sees half a file. */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { UserError } from '../problem/problem.ts';

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
    const message = `${shownFolder} cannot be written to (${code})`;
    const hint = 'choose another folder with --out, or make room and check who may write there';
    throw new UserError([{ severity: 'error', code: 'output-unwritable', message, hint }], { cause: error });
  }
}

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
