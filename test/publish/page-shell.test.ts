/** A page and its shell: what many notes share is one text for all of them, and nothing of a note is lost. */
import { expect, test } from 'vitest';
import { partsOf } from '../../src/publish/page-shell.ts';

const policy = "default-src 'none'";
const font = '@font-face { font-family: "A"; src: url("data:font/woff2;base64,AAAA") format("woff2"); }';
const head = `<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="${policy}">`;

function page(style: string): string {
  return `${head}<style>\n${style}</style></head><body><p>x</p></body></html>`;
}

test('fonts that stand first in the first style go into the shell, with the policy', () => {
  const { shell, content } = partsOf(page(`${font}\n${font}\n:root { --a: 1 }`), policy);
  expect(shell.split(font)).toHaveLength(3);
  expect(shell).toContain(`content="${policy}"`);
  expect(content).toBe(page(':root { --a: 1 }'));
});

test('notes that differ in all but fonts and policy have one shell', () => {
  const one = partsOf(page(`${font}\n:root { --a: 1 }`), policy);
  const other = partsOf(page(`${font}\n:root { --a: 2 }`).replace('<p>x', '<h1>y</h1><p>'), policy);
  expect(other.shell).toBe(one.shell);
});

test.each([
  ['a font after another rule', `p { color: red }\n${font}`],
  ['no font at all', 'p { color: red }'],
])('a page with %s is put whole', (_, style) => {
  expect(partsOf(page(style), policy).content).toBe(page(style));
});

test('a page without a style is put whole', () => {
  expect(partsOf(`${head}</head><body></body></html>`, policy).content).toBe(`${head}</head><body></body></html>`);
});
