/** Reads a text file from outside: mistaken or hostile until it has been looked at. */
import { open } from 'node:fs/promises';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';

/** No scenario, price table or prose that a person wrote is larger. */
const largestBytes = 5 * 1024 * 1024;

/** The file's text. Throws UserError: missing, a folder, unreadable, too large, not UTF-8. `name` is what messages call it. */
export async function readSource(path: string, name = path): Promise<Source> {
  const bytes = await readBytes(path, name, largestBytes);
  try {
    return { path: name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (cause) {
    throw fileError('file-not-utf8', `${name} is not text in UTF-8`, 'save it as UTF-8 in your editor', cause);
  }
}

/** The file's bytes, at most `most` of them. */
export async function readBytes(path: string, name: string, most: number): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const { size, isFile } = await file.stat().then((stat) => ({ size: stat.size, isFile: stat.isFile() }));
      if (!isFile) throw fileError('file-not-a-file', `${name} is a folder or a device, not a file`, 'name a file');
      if (size > most) throw tooLarge(name, size, most);
      const bytes = await file.readFile();
      if (bytes.length > most) throw tooLarge(name, bytes.length, most);
      return bytes;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof UserError ? error : asProblem(error, name);
  }
}

/** Standard input as a source. */
export async function readStandardInput(input: NodeJS.ReadableStream): Promise<Source> {
  const name = 'standard input';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestBytes) throw tooLarge(name, size, largestBytes);
    chunks.push(bytes);
  }
  try {
    return { path: name, text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch (cause) {
    throw fileError('file-not-utf8', `${name} is not text in UTF-8`, 'send it as UTF-8', cause);
  }
}

function tooLarge(name: string, size: number, most: number): UserError {
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
  return fileError(
    'file-too-large',
    `${name} is ${megabytes(size)} MB; at most ${megabytes(most)} MB is read`,
    'check that this is the file you meant',
  );
}

function asProblem(error: unknown, name: string): UserError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return fileError('file-missing', `${name} does not exist`, 'check the name and the folder you are in', error);
  }
  if (code === 'EISDIR') return fileError('file-not-a-file', `${name} is a folder, not a file`, 'name a file', error);
  return fileError(
    'file-unreadable',
    `${name} cannot be read (${String(code ?? error)})`,
    'check who may read the file',
    error,
  );
}

function fileError(code: Problem['code'], message: string, hint: string, cause?: unknown): UserError {
  return new UserError([{ severity: 'error', code, message, hint }], { cause });
}
