/**
 * Packs what goes into the file. Not with Node's own zlib: that one's bytes depend on the processor and on the version of Node, and the
 * same note has the same bytes everywhere. Level 4 takes two thirds of the time of the usual 6, for a file three per cent larger.
 */
import { zlibSync } from 'fflate';

export function packed(bytes: Uint8Array): Uint8Array {
  return zlibSync(bytes, { level: 4 });
}
