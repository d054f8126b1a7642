/** Writes a file whole or not at all: under a temporary name first, which takes the file's place once all of it stands on the disk. */
import { writeFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';

/**
 * Throws the system's error where the disk takes less than all; the file is then as it was.
 * The library asks the system once to write and takes what it did for the whole, but a disk with room for a part writes that part and
 * says nothing: so the temporary file is filled here, piece by piece, and the library puts it in place and clears up.
 */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  await writeFileAtomic(path, '', { tmpfileCreated: (temporary) => writeFile(temporary, content) });
}
