/** What is no user's fault: exit code 70, the trace, and a word on whose it is. In process, with outsides that fail. */
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import type { Outside } from '../../src/cli/outside.ts';
import { run } from '../../src/cli/run.ts';
import { root } from './program.ts';

function outside(parts: Partial<Outside>): { readonly outside: Outside; readonly said: () => string } {
  let said = '';
  const base: Outside = {
    workingFolder: root,
    environment: {},
    standardInput: Readable.from([]),
    out: () => {},
    err: (text) => {
      said += text;
    },
    isTerminal: false,
    now: new Date('2026-11-22T12:00:00Z'),
    signal: new AbortController().signal,
  };
  return { outside: { ...base, ...parts }, said: () => said };
}

test('an error that is no UserError is ours: exit code 70 and the trace', async () => {
  const broken = outside({
    out: () => {
      throw new TypeError('half a thought');
    },
  });
  expect(await run(['schema'], broken.outside)).toBe(70);
  expect(broken.said()).toMatch(/^This is a bug in omkost/);
  expect(broken.said()).toMatch(/TypeError: half a thought\n\s+at /);
});

test('what is thrown without being an error is said as well', async () => {
  const broken = outside({
    out: () => {
      throw 'a word';
    },
  });
  expect(await run(['schema'], broken.outside)).toBe(70);
  expect(broken.said()).toContain('a word');
});

test('a bug in one note of a build is not taken for a problem of its scenario', async () => {
  const standardInput = new Readable({
    read() {
      this.destroy(new RangeError('the stream is broken'));
    },
  });
  const broken = outside({ standardInput });
  expect(await run(['build', '-', '--format', 'json'], broken.outside)).toBe(70);
  expect(broken.said()).toContain('RangeError');
});

test('a run that was interrupted says so, whatever it ended with', async () => {
  const abort = new AbortController();
  const stopped = outside({
    signal: abort.signal,
    out: () => {
      abort.abort();
      throw new Error('cut off');
    },
  });
  expect(await run(['schema'], stopped.outside)).toBe(1);
  expect(stopped.said()).toBe('stopped; what was built before stays\n');
});

test('the version of a run comes from the package, and nothing else is said', async () => {
  const lines: string[] = [];
  const asked = outside({ out: (text) => void lines.push(text) });
  expect(await run(['--version'], asked.outside)).toBe(0);
  expect(lines.join('')).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(asked.said()).toBe('');
});
