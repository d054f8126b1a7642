/** Texts that a person has accepted: compared, or written again with ACCEPT=1. CI never writes. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

const isAccepting = process.env.ACCEPT === '1' && process.env.CI === undefined;

/** Expects `text` to be what stands in the file. */
export function expectAccepted(file: string, text: string): void {
  if (isAccepting) writeFileSync(file, text);
  expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : 'a text that is accepted with ACCEPT=1');
}
