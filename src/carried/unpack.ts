/** Unpacks what is packed in a PDF from outside, up to a limit: a few kilobytes can stand for gigabytes. */
import { inflateSync } from 'node:zlib';
import { UserError } from '../problem/problem.ts';

/** No part of a note is larger: of the shipped ones, all parts together are under two megabytes. */
export const largestPart = 32 * 1024 * 1024;
const largestTogether = 256 * 1024 * 1024;

/** The unpacked bytes, `'too-large'` where there are more than `most`, `'damaged'` where they cannot be unpacked. */
export function unpack(packed: Uint8Array, most: number): Uint8Array | 'too-large' | 'damaged' {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'damaged';
  }
}

/**
 * Throws UserError where some packed stream of the file, of whatever kind, would unpack beyond the limits: asked before a library is let
 * at the file, since it unpacks object streams without a limit.
 */
export function refuseBombs(bytes: Uint8Array, name: string): void {
  let together = 0;
  for (const start of packedStreams(bytes)) {
    const unpacked = unpack(bytes.subarray(start), largestPart);
    if (unpacked === 'too-large') throw tooLarge(name, largestPart);
    // What is no stream after all is a part of something that was looked at already.
    together += unpacked === 'damaged' ? 0 : unpacked.length;
    if (together > largestTogether) throw tooLarge(name, largestTogether);
  }
}

/** Where the data of each stream begins that may be packed with zlib. */
function* packedStreams(bytes: Uint8Array): Generator<number> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    let start = at + 6;
    while ([0x0d, 0x0a, 0x20].includes(file[start] ?? 0)) start += 1;
    if (((file[start] ?? 0) & 0x0f) === 8) yield start;
  }
}

function tooLarge(name: string, most: number): UserError {
  const message = `${name} has a part that unpacks to more than ${most / 1024 / 1024} MB`;
  const hint = 'no note is so large: do not open this file elsewhere before you know where it comes from';
  return new UserError([{ severity: 'error', code: 'pdf-invalid', message, hint }]);
}
