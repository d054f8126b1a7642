/** Names contents by their hash: two files are the same where these are. */
import { createHash } from 'node:crypto';

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Of a value that is only strings, numbers, lists and plain objects; the order of keys counts. */
export function sha256OfValue(value: unknown): string {
  return sha256(JSON.stringify(value) ?? '');
}
