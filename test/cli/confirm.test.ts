/** The question before a price table is written, over streams of our own. */
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { confirmOn } from '../../src/cli/confirm.ts';

/** Types `keys` once the question stands there. */
async function answered(keys: string): Promise<{ said: boolean; seen: string }> {
  const input = new PassThrough();
  const output = new PassThrough();
  let seen = '';
  output.on('data', (chunk: Buffer) => {
    if (!seen.includes('Write x?') && String(chunk).includes('Write x?')) setImmediate(() => input.write(keys));
    seen += String(chunk);
  });
  const said = await confirmOn({ input, output, signal: new AbortController().signal })('Write x?');
  return { said, seen };
}

test.each([
  ['y\r', true],
  ['n\r', false],
  ['\r', false],
  ['\u0003', false],
])('the keys %j', async (keys, expected) => {
  const { said, seen } = await answered(keys);
  expect(said).toBe(expected);
  expect(seen).toContain('Write x?');
});

test('an interrupted run leaves the question', async () => {
  const abort = new AbortController();
  const terminal = { input: new PassThrough(), output: new PassThrough(), signal: abort.signal };
  const asked = confirmOn(terminal)('Write x?');
  abort.abort();
  await expect(asked).rejects.toThrow();
});
