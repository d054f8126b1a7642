/** Work that something may end: its result, or the end, and nothing kept of either. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { unlessEnded } from '../../src/publish/unless-ended.ts';

const never = new Promise<never>(() => undefined);

test('what comes first counts: the result, the fault of the work, or the end', async () => {
  const endless = new Promise<string>(() => undefined);
  await expect(unlessEnded(Promise.resolve('printed'), never)).resolves.toBe('printed');
  await expect(unlessEnded(Promise.reject(new Error('fault')), never)).rejects.toThrow('fault');
  await expect(unlessEnded(endless, Promise.reject(new Error('crash')))).rejects.toThrow('crash');
});

test('a result is not kept while the end is waited for further', async () => {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  const kept = await (async () => new WeakRef(await unlessEnded(Promise.resolve({ pdf: new Uint8Array(8) }), never)))();
  // A weak reference holds until the turn in which it was made is over.
  await new Promise((resolve) => setImmediate(resolve));
  if (typeof collect === 'function') collect();
  expect(kept.deref()).toBeUndefined();
});
