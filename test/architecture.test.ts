/** Keeps the house as it is drawn: imports go one way, pure rooms stay pure, figures are rounded in one place. Reads the files as text. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** From the first to the last: a room imports only from itself and from those before it. */
const rooms = [
  'problem',
  'units',
  'csv',
  'yaml',
  'scenario',
  'prices',
  'model',
  'changes',
  'report',
  'render',
  'note',
  'anthology',
];
const roomsWithEffects = [
  'archive',
  'carried',
  'files',
  'statbank',
  'publish',
  'build',
  'watch',
  'preview',
  'verify',
  'diff',
  'cli',
  'index',
];
const order = [...rooms, ...roomsWithEffects];

/** Packages that only compute. A pure room that wants another one puts it here, on purpose. */
const purePackages = [
  'zod',
  'yaml',
  'handlebars',
  'markdown-it',
  'markdown-it-container',
  'markdown-it-footnote',
  'd3-array',
  'd3-scale',
  'd3-shape',
  'fastest-levenshtein',
  'hyphen',
  'pure-rand',
  'cephes',
  'csv-parse',
  'csv-stringify',
];

const generated = new Set(['.git', 'node_modules', 'dist', 'dist-bench', 'output', 'coverage']);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    // In a second working tree `.git` is a file.
    if (generated.has(entry.name)) return [];
    if (entry.isDirectory()) return filesBelow(join(folder, entry.name));
    return entry.isFile() ? [join(folder, entry.name)] : [];
  });
}

interface TextFile {
  /** From the root, with `/` on every system. */
  readonly path: string;
  readonly text: string;
}

function textFiles(folder: string): TextFile[] {
  return filesBelow(join(root, folder))
    .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
}

const all = textFiles('.');
const source = all.filter(({ path }) => path.startsWith('src/') && path.endsWith('.ts'));
const typescript = all.filter(({ path }) => /^(?:src|test|bench)\/.*\.ts$/.test(path));
const pure = source.filter(({ path }) => rooms.includes(roomOf(path)));

/** `src/model/lines/costs.ts` → `model`, `src/note.ts` → `note` */
function roomOf(path: string): string {
  return (path.split('/')[1] ?? '').replace(/\.ts$/, '');
}

interface Import {
  readonly from: string;
  readonly module: string;
}

/** Static, dynamic and type imports, and what is exported onwards. */
function importsOf({ path, text }: TextFile): Import[] {
  const code = withoutComments(text);
  const found = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g)];
  return found.map(([, , module]) => ({ from: path, module: module ?? '' }));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

const imports = source.flatMap(importsOf);

/** `node:fs` and `@scope/name/part` → `node:fs`, `@scope/name` */
function packageOf(module: string): string {
  return module.startsWith('@') ? module.split('/').slice(0, 2).join('/') : (module.split('/')[0] ?? module);
}

function targetOf({ from, module }: Import): string {
  return relative(root, join(root, dirname(from), module))
    .split(sep)
    .join('/');
}

test('the reader of imports sees every kind', () => {
  const text = [
    "import a from 'a';",
    "import type { B } from './b.ts';",
    "import 'c';",
    "export { d } from '../d.ts';",
    "const e = await import(\n  'e'\n);",
    "// import f from 'f';",
  ].join('\n');
  expect(importsOf({ path: 'x.ts', text }).map(({ module }) => module)).toEqual(['a', './b.ts', 'c', '../d.ts', 'e']);
});

test('every file in src/ stands in a room that the order knows', () => {
  expect(source.length).toBeGreaterThan(100);
  expect(source.map(({ path }) => path).filter((path) => !order.includes(roomOf(path)))).toEqual([]);
});

test('a room imports only from rooms before it', () => {
  const wrong = imports
    .filter(({ module }) => module.startsWith('.'))
    .filter((one) => order.indexOf(roomOf(targetOf(one))) > order.indexOf(roomOf(one.from)))
    .map(({ from, module }) => `${from} imports ${module}`);
  expect(wrong).toEqual([]);
});

test('imports of our own files end in .ts and lead to a file', () => {
  const known = new Set(source.map(({ path }) => path));
  const wrong = imports.filter(({ module }) => module.startsWith('.')).filter((one) => !known.has(targetOf(one)));
  expect(wrong).toEqual([]);
});

test('a pure room imports nothing from Node and only packages that compute', () => {
  const wrong = pure
    .flatMap(importsOf)
    .filter(({ module }) => !module.startsWith('.') && !purePackages.includes(packageOf(module)))
    .map(({ from, module }) => `${from} imports ${module}`);
  expect(wrong).toEqual([]);
});

test('the finishing of a PDF is pure: of Node it has what computes, and only its worker and the pool of workers know more', () => {
  const allowed = ['src/archive/archivist.ts', 'src/archive/worker.ts'];
  const wrong = imports.filter(({ from, module }) => roomOf(from) === 'archive' && module.startsWith('node:'));
  expect(wrong.filter(({ from, module }) => !allowed.includes(from) && module !== 'node:zlib')).toEqual([]);
});

test('the reading of StatBank’s answers is pure', () => {
  const answers = source.filter(({ path }) => path.startsWith('src/statbank/answers/'));
  expect(answers.length).toBeGreaterThan(3);
  const wrong = answers
    .flatMap(importsOf)
    .filter(({ module }) => !module.startsWith('.') && !purePackages.includes(packageOf(module)));
  expect(wrong.map(({ from, module }) => `${from} imports ${module}`)).toEqual([]);
});

test('the network is asked in one place', () => {
  const asks = source.filter(({ text }) => /\bfetch\(/.test(withoutComments(text))).map(({ path }) => path);
  // A page of the preview asks the preview for itself, in the reader's browser.
  expect(asks.filter((path) => path !== 'src/preview/pages/client.ts')).toEqual(['src/statbank/http/ask.ts']);
});

test('a pure room asks no clock, no chance, no environment, and prints nothing', () => {
  const outside =
    /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|process\.|console\.|fetch\(|setTimeout|globalThis)/;
  expect(pure.filter(({ text }) => outside.test(withoutComments(text))).map(({ path }) => path)).toEqual([]);
});

test('only publish/ knows the browser', () => {
  const browsers = ['puppeteer', 'puppeteer-core', '@puppeteer/browsers', '@sparticuz/chromium'];
  const wrong = imports.filter(
    ({ from, module }) => browsers.includes(packageOf(module)) && roomOf(from) !== 'publish',
  );
  expect(wrong).toEqual([]);
});

test('only cli/ reads the arguments, sets the exit code or prints', () => {
  const printing = /\bprocess\.(?:argv|exit|exitCode|stdout|stderr|stdin)\b|\bconsole\./;
  const wrong = source.filter(({ path, text }) => roomOf(path) !== 'cli' && printing.test(withoutComments(text)));
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('the exit code is set in one place', () => {
  const set = source.filter(({ text }) => /process\.exitCode\s*=|process\.exit\(/.test(withoutComments(text)));
  expect(set.map(({ path }) => path)).toEqual(['src/cli/main.ts']);
});

/** Where something else than a figure is rounded, and what. */
const roundsNoFigure: Readonly<Record<string, string>> = {
  'src/report/charts/parts/svg.ts': 'coordinates of a drawing',
  'src/report/charts/parts/colour.ts': 'parts of a colour',
  'src/render/theme.ts': 'the contrast of two colours, in a message to the author',
};

const rounding = /\bMath\.(?:round|trunc)\b|\.(?:toFixed|toPrecision|toLocaleString)\(|\bIntl\.NumberFormat\b/;

test('figures are rounded and spelt only in report/numbers.ts', () => {
  const withFigures = pure.filter(({ path }) => ['prices', 'model', 'report', 'render', 'note'].includes(roomOf(path)));
  const rounds = withFigures.filter(({ text }) => rounding.test(withoutComments(text))).map(({ path }) => path);
  const allowed = ['src/report/numbers.ts', ...Object.keys(roundsNoFigure)];
  expect(rounds.filter((path) => !allowed.includes(path))).toEqual([]);
  // An exception that is no longer needed goes.
  expect(allowed.filter((path) => !rounds.includes(path))).toEqual([]);
});

test('every file opens with a sentence on what it is for', () => {
  const opening = /^(?:#!.*\n)?(?:\/\*\*?\s|\/\/ )/;
  expect(typescript.filter(({ text }) => !opening.test(text)).map(({ path }) => path)).toEqual([]);
});

test('no file grows past 300 lines', () => {
  const long = typescript.filter(({ text }) => text.split('\n').length > 301);
  // A fixture is read in one piece: it is content, not code.
  expect(long.map(({ path }) => path).filter((path) => !path.startsWith('test/fixtures/'))).toEqual([]);
});

test('no test is left out, singled out or promised', () => {
  const left = /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:only|skip|todo)\b|\bx(?:it|describe)\(/;
  const tests = typescript.filter(({ path }) => path.startsWith('test/'));
  expect(tests.filter(({ text }) => left.test(text)).map(({ path }) => path)).toEqual([]);
});

test('no file names a folder of one machine', () => {
  const machine = /(?<![\w.~-])\/(?:work|root|home\/\w+|Users\/\w+|private\/var)\/|\b[A-Z]:\\Users\\/;
  const wrong = all.filter(({ text }) => machine.test(text)).map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test('the lockfile names no host to fetch from', () => {
  const lockfile = all.find(({ path }) => path === 'package-lock.json')?.text ?? '';
  expect(lockfile).toContain('"integrity"');
  expect(lockfile).not.toMatch(/"resolved": "https?:/);
});

/** Packages of which there is nothing but types: what is compiled needs them no more. */
const typesOnly = ['sarif'];

test('what the program imports is among its dependencies', () => {
  const manifest = readFileSync(join(root, 'package.json'), 'utf8');
  const dependencies = /"dependencies": \{([^}]*)\}/.exec(manifest)?.[1] ?? '';
  const packages = imports.map(({ module }) => packageOf(module)).filter((name) => !/^(?:\.|node:)/.test(name));
  const wanted = new Set(packages.filter((name) => !typesOnly.includes(name)));
  expect([...wanted].filter((name) => !dependencies.includes(`"${name}":`))).toEqual([]);
});

test('versions of dependencies are exact', () => {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const groups = Object.entries(manifest ?? {}).filter(([key]) => /ependencies$/.test(key));
  const versions = groups.flatMap(([, group]) => Object.entries(group ?? {}));
  expect(versions.length).toBeGreaterThan(20);
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
});
