/**
 * `npm run build`: the sources to JavaScript in `dist/`, then the files that the program and its threads need joined into a few. Reading
 * four hundred small files, and as many of libraries, took a third of the time of a short command. The library (`dist/index.js`) stays as
 * the compiler wrote it.
 */
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
rmSync(join(root, 'dist'), { recursive: true, force: true });
const compiler = [join(dirname(typescript), 'bin', 'tsc'), '-p', 'tsconfig.build.json'];
const { status } = spawnSync(process.execPath, compiler, { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
const lost = 'placeOfAFileThatWasJoined';
const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['dist/cli/main.js', 'dist/archive/worker.js'],
  outdir: 'dist',
  outbase: 'dist',
  allowOverwrite: true,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20.11',
  format: 'esm',
  // Beside `main.js`, so that what looks for files from where it stands finds them as the compiler's files do.
  chunkNames: 'cli/joined-[hash]',
  // These look for files of their own beside themselves.
  external: ['@puppeteer/browsers', '@sparticuz/chromium', 'cephes', 'tinypool', 'write-file-atomic'],
  define: { __dirname: lost, __filename: lost },
  // Libraries in CommonJS ask for Node's modules this way.
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
  logLevel: 'warning',
  write: false,
});
// A library that does so would look in the wrong place, or fail, only when it is used: it is told here.
const wrong = outputFiles.filter(({ text }) => text.includes(lost));
if (wrong.length > 0) throw new Error(`${wrong[0].path} holds a library that asks where it stands: add it to “external”`);
for (const { path, contents } of outputFiles) writeFileSync(path, contents);
