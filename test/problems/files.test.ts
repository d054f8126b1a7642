/**
 * What is wrong with files, folders and options, and exactly what is printed about it: each case makes its own folder, and
 * `files/<name>.txt` holds what was accepted (ACCEPT=1 writes it).
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectAccepted } from './accepted.ts';
import { printedBy } from './printed.ts';

const good = readFileSync(join(import.meta.dirname, 'line-every-9-years.yaml'), 'utf8');
const withProse = (file: string) => `${good}text:\n  summary: { file: ${file} }\n`;

interface Case {
  readonly args: readonly string[];
  readonly prepare?: (folder: string) => void;
  readonly exitCode?: number;
}

const put = (name: string, content: string | Uint8Array) => (folder: string) => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), content);
};
const all =
  (...steps: readonly ((folder: string) => void)[]) =>
  (folder: string) => {
    for (const step of steps) step(folder);
  };

const cases: Readonly<Record<string, Case>> = {
  'scenario-missing': { args: ['check', 'findes-ikke.yaml'] },
  'scenario-misspelt': { args: ['check', 'proeve'], prepare: put('scenarios/prøve.yaml', good) },
  'no-scenarios': { args: ['check'] },
  'scenario-is-a-folder': { args: ['check', 'mappe'], prepare: (folder) => mkdirSync(join(folder, 'mappe')) },
  'one-missing-of-two': {
    args: ['check', 'a.yaml', 'b.yaml'],
    prepare: put('a.yaml', good.replace('drift', 'driften')),
  },
  'not-utf8': { args: ['check', 'a.yaml'], prepare: put('a.yaml', new Uint8Array([116, 58, 32, 0xe6, 10])) },
  utf16: { args: ['check', 'a.yaml'], prepare: put('a.yaml', Buffer.from(`\ufeff${good}`, 'utf16le')) },
  'of-50-megabytes': {
    args: ['check', 'a.yaml'],
    prepare: all(put('a.yaml', ''), (folder) => truncateSync(join(folder, 'a.yaml'), 50 * 1024 * 1024)),
  },
  'empty-file': { args: ['check', 'a.yaml'], prepare: put('a.yaml', '') },
  'two-of-one-name': {
    args: ['check', 'x/a.yaml', 'y/a.yaml'],
    prepare: all(put('x/a.yaml', good), put('y/a.yaml', good)),
  },
  'two-endings-of-one-name': {
    args: ['check'],
    prepare: all(put('scenarios/a.yaml', good), put('scenarios/a.yml', good)),
  },
  'named-manifest': {
    args: ['build', '--format', 'json', '--quiet'],
    prepare: put('scenarios/manifest.yaml', good),
  },
  'new-named-manifest': { args: ['new', 'Manifest'] },
  'prices-missing': { args: ['check', 'a.yaml', '--prices', 'priser.yaml'], prepare: put('a.yaml', good) },
  'prices-are-a-folder': {
    args: ['check', 'a.yaml', '--prices', 'priser'],
    prepare: all(put('a.yaml', good), (folder) => mkdirSync(join(folder, 'priser'))),
  },
  'prices-are-a-scenario': { args: ['check', 'a.yaml', '--prices', 'a.yaml'], prepare: put('a.yaml', good) },
  'prices-twice': {
    args: ['check', 'a.yaml'],
    prepare: all(
      put('a.yaml', good),
      ...['prices/x.yaml', 'prices/y.yaml'].map((name) =>
        put(
          name,
          'prices:\n  tolk:\n    name: Tolk\n    unit: kr./time\n    values: { 2016: 500 kr./år }\n    assumption: Skøn.\n',
        ),
      ),
    ),
  },
  'theme-missing': { args: ['check', 'a.yaml', '--theme', 'vores-stil'], prepare: put('a.yaml', good) },
  'theme-is-a-file': {
    args: ['check', 'a.yaml', '--theme', 'stil'],
    prepare: all(put('a.yaml', good), put('stil', 'x')),
  },
  'theme-wrong': {
    args: ['check', 'a.yaml', '--theme', 'stil'],
    prepare: all(put('a.yaml', good), put('stil/theme.yaml', 'name: Stil\nfarve: blå\n')),
  },
  'price-year-wrong': { args: ['check', 'a.yaml', '--price-year', '16'], prepare: put('a.yaml', good), exitCode: 2 },
  'prose-symlink-out': {
    args: ['check', 'x/a.yaml'],
    prepare: all(put('x/a.yaml', withProse('tekst.md')), put('hemmelig.md', 'Hemmeligt.'), (folder) =>
      symlinkSync(join(folder, 'hemmelig.md'), join(folder, 'x', 'tekst.md')),
    ),
  },
  'prose-folder-symlink-out': {
    args: ['check', 'x/a.yaml'],
    prepare: all(put('x/a.yaml', withProse('ude/tekst.md')), put('y/tekst.md', 'Hemmeligt.'), (folder) =>
      symlinkSync(join(folder, 'y'), join(folder, 'x', 'ude')),
    ),
  },
  'prose-absolute': { args: ['check', 'a.yaml'], prepare: put('a.yaml', withProse('/etc/motd.md')) },
  'prose-hidden-character': {
    args: ['check', 'a.yaml'],
    prepare: all(put('a.yaml', withProse('t.md')), put('t.md', 'Koster 1\u202e0 kr.\n')),
  },
  'prose-figure-unknown': {
    args: ['check', 'a.yaml'],
    prepare: all(put('a.yaml', withProse('tekst.md')), put('tekst.md', 'Første linje.\n\nDet koster {{totla}}.\n')),
  },
  'output-is-a-file': {
    args: ['build', 'a.yaml', '--format', 'json', '--out', 'ud', '--quiet'],
    prepare: all(put('a.yaml', good), put('ud', 'x')),
  },
  'format-unknown': { args: ['build', 'a.yaml', '--format', 'docx'], prepare: put('a.yaml', good), exitCode: 2 },
  'command-unknown': { args: ['biuld'], exitCode: 2 },
};

describe('omkost prints what was accepted for', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'omkost-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(Object.entries(cases))('%s', async (name, { args, prepare, exitCode = 1 }) => {
    prepare?.(folder);
    const printed = await printedBy(folder, args);
    expect(printed.text).not.toContain(folder);
    expectAccepted(join(import.meta.dirname, 'files', `${name}.txt`), printed.text);
    expect(printed.exitCode).toBe(exitCode);
  });
});
