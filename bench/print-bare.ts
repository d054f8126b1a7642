/** A program of its own: prints the pages in a folder with bare Chromium, so that its whole life can be timed like that of omkost. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printBare } from './bare-chromium.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('which folder?');
const names = (await readdir(folder)).filter((name) => name.endsWith('.html')).sort();
const pages = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
const { pdfs, startMs, milliseconds } = await printBare(pages);
await Promise.all(names.map((name, place) => writeFile(join(folder, `${name}.pdf`), pdfs[place] ?? '')));
console.log(JSON.stringify({ startMs, milliseconds }));
