/** What the program answers to a command line, before it does any work: help, version, and exit code 2 where it is wrong. */
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ended, omkost, root, start } from './program.ts';

const folder = tmpdir();

test('the help names every command, says what exit codes mean, and ends well', async () => {
  const { code, out, err } = await omkost(['--help'], { folder });
  expect(code).toBe(0);
  expect(err).toBe('');
  for (const command of ['build', 'check', 'calc', 'new', 'schema', 'doctor']) {
    expect(out).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'));
  }
  expect(out).toContain('3 no usable browser');
});

test('every command in the help has a help of its own', async () => {
  const { out: all } = await omkost(['--help'], { folder });
  const list = all.slice(all.indexOf('Commands:'), all.indexOf('Examples:'));
  const commands = [...list.matchAll(/^ {2}([a-z]+)\b/gm)].map(([, name]) => name ?? '');
  expect(commands.length).toBeGreaterThan(5);
  for (const command of commands) {
    const { code, out, err } = await omkost([command, '--help'], { folder });
    expect({ command, code, err }).toEqual({ command, code: 0, err: '' });
    expect(out).toContain(`Usage: omkost ${command}`);
  }
});

test('no line of a help is wider than a terminal can be expected to be', async () => {
  for (const args of [['--help'], ['build', '--help'], ['calc', '--help']]) {
    const { out } = await omkost(args, { folder });
    expect(out.split('\n').filter((line) => line.length > 120)).toEqual([]);
  }
});

test('the version is the package’s', async () => {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(await omkost(['--version'], { folder })).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test.each([
  ['no command', []],
  ['an unknown command', ['biuld']],
  ['an unknown option', ['build', '--colour']],
  ['an option without its value', ['build', '--out']],
  ['a format that does not exist', ['build', '--format', 'pdf,docx']],
  ['no jobs at all', ['build', '--jobs', '0']],
  ['jobs that are no number', ['build', '--jobs', 'two']],
  ['a year that is none', ['build', '--price-year', '16']],
  ['a missing argument', ['calc']],
  ['an argument too many', ['calc', 'a', 'b']],
  ['a schema that does not exist', ['schema', '--of', 'notes']],
])('%s is a wrong command line: exit code 2, said on standard error', async (_, args) => {
  const { code, out, err } = await omkost(args, { folder });
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).not.toMatch(/\n\s+at /);
  expect(err.trim()).not.toBe('');
});

test('a misspelt command is answered with the one that was meant', async () => {
  expect((await omkost(['biuld'], { folder })).err).toContain('Did you mean build?');
});

test('a reader that stops early is no fault', async () => {
  const child = start(['schema'], { folder });
  child.stdout.destroy();
  const { code, err } = await ended(child);
  expect({ code, err }).toEqual({ code: 0, err: '' });
});
