/** The printer with the real embedded browser: one browser for the whole file. */
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { withPrinter } from '../../src/publish/printer.ts';
import { chapters, job, page } from './pages.ts';
import { printerForAll } from './printer-for-all.ts';
import { problemsOf } from './problems-of.ts';

const printer = printerForAll();

test('a page with two headings is printed with the page numbers of its contents list', async () => {
  const printed = await printer.print(job(chapters(['indsats', 'resultat']), { contents: ['indsats', 'resultat'] }));
  expect(Object.fromEntries(printed.pages)).toEqual({ indsats: 2, resultat: 3 });
  expect(printed.pageCount).toBe(3);
  expect(printed.passes).toBe(2);
});

test('numbers remembered from another note save a pass and change nothing in the file', async () => {
  const contents = ['et', 'to', 'tre'];
  const first = await printer.print(job(chapters(contents), { contents }));
  const second = await printer.print(job(chapters(contents), { contents }));
  expect([first.passes, second.passes]).toEqual([2, 1]);
  expect(pictures(second.pdf)).toEqual(pictures(first.pdf));
});

test('remembered numbers that no longer hold are found out and printed anew', async () => {
  const contents = ['a', 'b'];
  await printer.print(job(chapters(contents), { contents }));
  const longer = chapters(contents).replace('Tekst om a.', 'Tekst om a.<div style="break-before: page">mere</div>');
  const printed = await printer.print(job(longer, { contents }));
  expect(Object.fromEntries(printed.pages)).toEqual({ a: 2, b: 4 });
});

test('numbers of an earlier print of the note save a pass in a run of its own; those of another note save none', async () => {
  const contents = ['tidlig', 'sen'];
  const html = chapters(contents);
  const before = { pagesBefore: new Map(contents.map((id, index) => [id, index + 2])) };
  const printed = await printer.print({ ...job(html, { contents }), ...before });
  expect([printed.passes, ...printed.pages.values()]).toEqual([1, 2, 3]);
  const others = ['helt', 'andre'];
  expect((await printer.print({ ...job(chapters(others), { contents: others }), ...before })).passes).toBe(2);
});

test('numbers that could move a line are not taken from another note', async () => {
  const contents = ['x', 'y'];
  const body = chapters(contents, 'display: inline').replaceAll('>0</span>', '>000</span>');
  await printer.print(job(body, { contents }));
  expect((await printer.print(job(body, { contents }))).passes).toBe(2);
});

test('a contents list of thirty chapters is numbered through a nested page tree', async () => {
  const contents = Array.from({ length: 30 }, (_, index) => `kapitel-${index + 1}`);
  const printed = await printer.print(job(chapters(contents), { contents }));
  expect([...printed.pages.values()]).toEqual(contents.map((_, index) => index + 2));
});

test('a heading that no link leads to fails the note by its name', async () => {
  const problems = await problemsOf(printer.print(job(chapters(['a']), { contents: ['a', 'glemt'] })));
  expect(problems).toMatchObject([{ code: 'page-failed', message: expect.stringContaining('#glemt') }]);
});

test('the PDF is tagged, in Danish, titled and has an outline', async () => {
  const { pdf } = await printer.print(job(chapters(['a', 'b']), { contents: ['a', 'b'] }));
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const marked = document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'));
  expect(String(marked)).toBe('true');
  expect(String(document.catalog.get(PDFName.of('Lang')))).toBe('(da)');
  expect(document.getTitle()).toBe('Prøve på æ, ø og å');
  expect(document.catalog.lookup(PDFName.of('Outlines'), PDFDict).has(PDFName.of('First'))).toBe(true);
  expect(Buffer.from(pdf).includes('+SourceSans3-Regular')).toBe(true);
});

test.each([
  ['a picture', '<img src="http://example.invalid/a.png" alt="">', '', 'http://example.invalid/a.png'],
  [
    'a style sheet',
    '',
    '<link rel="stylesheet" href="https://example.invalid/b.css">',
    'https://example.invalid/b.css',
  ],
  [
    'a background',
    '<p style="background: url(http://example.invalid/c.png)">x</p>',
    '',
    'http://example.invalid/c.png',
  ],
  ['a frame', '<iframe src="http://example.invalid/d"></iframe>', '', 'http://example.invalid/d'],
  ['a prefetch', '', '<link rel="prefetch" href="http://example.invalid/e">', 'http://example.invalid/e'],
  [
    'a new place',
    '',
    '<meta http-equiv="refresh" content="0;url=http://example.invalid/f">',
    'http://example.invalid/f',
  ],
  ['a local file', '<img src="file:///etc/passwd" alt="">', '', 'file:///etc/passwd'],
])('a page that asks for %s fails with its address', async (_, body, head, address) => {
  const problems = await problemsOf(printer.print(job(`<h1>x</h1>${body}`, { head })));
  expect(problems[0]).toMatchObject({ code: 'page-failed', message: expect.stringContaining(address) });
});

test('a note after one that failed is printed', async () => {
  const refresh = '<meta http-equiv="refresh" content="0;url=http://example.invalid/">';
  await problemsOf(printer.print(job('<p>x</p>', { head: refresh })));
  expect((await printer.print(job('<p>y</p>'))).pageCount).toBe(1);
});

test('a script in a page does not run', async () => {
  const script = '<p>en side</p><script>document.body.innerHTML += "<h2>a</h2><h2>b</h2>"</script>';
  expect((await printer.print(job(script))).pageCount).toBe(1);
});

test('a page without the policy that keeps everything out is refused', async () => {
  for (const policy of [
    "img-src 'none'",
    "default-src 'none'; img-src *",
    "default-src 'none'; script-src 'unsafe-inline'",
  ]) {
    const problems = await problemsOf(printer.print({ html: page({ body: '', policy }), name: 'åben', contents: [] }));
    expect(problems).toMatchObject([{ code: 'page-failed', message: expect.stringContaining('“åben”') }]);
  }
});

test('a second policy is refused: it would hold for the notes after this one too', async () => {
  const head = '<meta http-equiv="Content-Security-Policy" content="img-src data:">';
  const problems = await problemsOf(printer.print(job('<p>x</p>', { head })));
  expect(problems[0]?.message).toContain('<meta> img-src data:');
});

test('a font that does not load fails the note by its name', async () => {
  const head = '<style>@font-face { font-family: Knust; src: url(data:font/woff2;base64,AAAA) }</style>';
  const problems = await problemsOf(printer.print(job('<p>x</p>', { head })));
  expect(problems[0]?.message).toContain('Knust');
});

test('a reused page keeps nothing of the note before', async () => {
  const alone = await printer.print(job('<p>kun dette</p>'));
  const loud = `<style>p { font-size: 40pt; color: red } @page { size: A3 }</style>${chapters(['a', 'b'])}`;
  // More notes than there are pages, so that each page has had the loud one.
  await Promise.all([1, 2, 3, 4].map(() => printer.print(job(loud, { contents: ['a', 'b'] }))));
  for (const printed of await Promise.all([1, 2].map(() => printer.print(job('<p>kun dette</p>'))))) {
    expect(pictures(printed.pdf)).toEqual(pictures(alone.pdf));
  }
});

test('the fonts of one house do not stay for the notes of the next', async () => {
  const face = /@font-face \{[^}]*\}/.exec(page({ body: '' }))?.[0].replace('Note', 'Husets') ?? '';
  const plain = page({ body: '<p style="font-family: Husets, sans-serif">x</p>' });
  const ofHouse = plain.replace('<style>', `<style>${face} `);
  const printed = await Promise.all(
    [ofHouse, ofHouse, plain, plain].map((html) => printer.print({ html, name: 'hus', contents: [] })),
  );
  const hasFace = printed.map(({ pdf }) => Buffer.from(pdf).includes('+SourceSans3-Regular'));
  expect(hasFace).toEqual([true, true, false, false]);
});

test('a print that takes too long is ended and says so', async () => {
  const rows = '<tr><td>1</td><td>2</td></tr>'.repeat(40_000);
  const slow = withPrinter({ timeoutMs: 150 }, (own) => own.print(job(`<table>${rows}</table>`, { name: 'lang' })));
  expect(await problemsOf(slow)).toMatchObject([{ code: 'print-timeout', message: expect.stringContaining('“lang”') }]);
});

test('a font of the machine does not get into a note', async () => {
  const { pdf } = await printer.print(job('<p style="font-family: DejaVu Sans, Liberation Sans, Arial">x</p>'));
  const fonts = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\/BaseFont \/\w+\+(\S+)/g);
  expect([...new Set([...fonts].map(([, name]) => name))]).toEqual(['OpenSans-Regular']);
});

/** What the file draws, page by page: the object numbers of tags and the dates differ between two prints. */
function pictures(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1');
  return [...text.matchAll(/\/Filter \/FlateDecode\n\/Length \d+>> stream\n[\s\S]*?endstream/g)].map(
    ([stream]) => stream,
  );
}
