/** MD5, as the worker hands it in. */
import { createHash } from 'node:crypto';
import type { Digest } from '../../src/archive/facts.ts';

export const md5: Digest = (bytes) => createHash('md5').update(bytes).digest();
