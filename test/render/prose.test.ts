/** The author’s texts: figures by name, what is refused and where, and the Markdown that is allowed. */
import { describe, expect, test } from 'vitest';
import { type Problem, UserError } from '../../src/problem/problem.ts';
import { escapeForMarkdown } from '../../src/render/escape.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { fillProse } from '../../src/render/prose.ts';
import { assessmentView, figure } from '../fixtures/view.ts';
import { proseFrom } from './shipped-templates.ts';

const view = {
  ...assessmentView({}),
  figures: { ...assessmentView({}).figures, hostile: figure('1. *a* | _b_ <i> {{total}} [x](y) `c` # &') },
};

function html(markdown: string): string {
  const filled = fillProse(proseFrom({ text: markdown }), view).get('text');
  return renderMarkdown(filled?.markdown ?? '', {
    insert: (index) => `[${filled?.insertions[index]?.kind}]`,
    heading: (title, depth) => ({ id: title.toLowerCase(), level: 3 + depth }),
    box: () => ({ id: 'box-1', label: 'Boks 1' }),
    notesBefore: 0,
    prefix: '',
    note: () => undefined,
    typography: view.typography,
  })
    .trim()
    .replaceAll('\u00a0', ' ');
}

function problems(texts: Readonly<Record<string, string>>): readonly Problem[] {
  try {
    fillProse(proseFrom(texts), view);
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}

describe('figures', () => {
  test('are filled in by name, in the form that is asked for', () => {
    expect(html('{{total}}; {{total.plain}}; {{total.exact}}')).toBe(
      '<p>ca. 3,5 mio. kr.; 3,5 mio. kr.; 3.493.900 kr.</p>',
    );
    expect(html('{{costs.meetings.perDriver.near}}')).toBe('<p>godt 4.100 kr.</p>');
  });

  test('mean nothing to Markdown or HTML', () => {
    const inert = '1. *a* | _b_ &lt;i&gt; {{total}} [x](y) `c` # &amp;';
    expect(html('{{hostile}}')).toBe(`<p>${inert}</p>`);
    expect(html('- {{hostile}}')).toContain(`<li>${inert}</li>`);
    expect(html('**{{hostile}}**')).toBe(`<p><strong>${inert}</strong></p>`);
  });

  test('keep letters, digits and single spaces readable in the filled Markdown', () => {
    expect(escapeForMarkdown('76 tusind kroner')).toBe('76 tusind kroner');
    expect(escapeForMarkdown(' a  b ')).toBe('&#32;a&#32;&#32;b&#32;');
  });
});

describe('tables, charts and references', () => {
  test('stand where the author puts them, even in the middle of a paragraph', () => {
    expect(html('Før\n{{tables.perUnit}}\nefter {{ref charts.perYear}}')).toBe('<p>Før</p>\n[table]<p>efter [ref]</p>');
  });

  test('are refused inside a line', () => {
    expect(problems({ a: 'Se {{tables.perUnit}} her' })).toMatchObject([
      { code: 'template-syntax', place: { column: 4 } },
    ]);
  });

  test('are placed once in all texts together', () => {
    const found = problems({ a: '{{tables.perUnit}}', b: '{{tables.perUnit}}' });
    expect(found).toMatchObject([{ code: 'template-syntax', place: { source: { path: 'b.md' } } }]);
  });

  test('cannot be forged with private-use letters', () => {
    expect(html('{\ue0000\ue001')).not.toContain('[undefined]');
  });
});

describe('a wrong name', () => {
  test('is shown at its own place with the name that was meant', () => {
    const [problem] = problems({ a: 'Linje\nkoster {{ costs.meetings.perDriber }}.' });
    expect(problem).toMatchObject({ code: 'figure-unknown', hint: 'did you mean “costs.meetings.perDriver”?' });
    expect(problem?.place).toMatchObject({ line: 2, column: 11, length: 'costs.meetings.perDriber'.length });
  });

  test('of a group lists the figures in it', () => {
    expect(problems({ a: '{{shares}}' })[0]?.hint).toBe('choose one of: shares.operation');
  });

  test.each([
    '{{constructor}}',
    '{{total.constructor}}',
    '{{tables.toString}}',
    '{{__proto__}}',
    '{{total.text.length}}',
  ])('is not found on the prototype: %s', (text) => {
    expect(problems({ a: text })).toMatchObject([{ code: 'figure-unknown' }]);
  });

  test('does not hide the others: every problem of every text is told', () => {
    const found = problems({ a: '{{nix}} {{{total}}} {{#if x}}', b: '![x](y.png) {{total' });
    expect(found.map(({ code }) => code)).toEqual([
      'figure-unknown',
      'template-unsafe',
      'template-unsafe',
      'template-syntax',
      'image-refused',
    ]);
  });
});

test.each([
  ['{{{total}}}', 'template-unsafe'],
  ['{{&total}}', 'template-unsafe'],
  ['{{#each x}}', 'template-unsafe'],
  ['{{> part}}', 'template-unsafe'],
  ['{{!-- note --}}', 'template-unsafe'],
  ['{{~total~}}', 'template-syntax'],
  ['{{../total}}', 'template-syntax'],
  ['{{@root.total}}', 'template-syntax'],
  ['{{this.total}}', 'template-syntax'],
  ['{{"total"}}', 'template-syntax'],
  ['{{total 1}}', 'template-syntax'],
  ['{{ref total}}', 'template-syntax'],
  ['{{total form="exact"}}', 'template-syntax'],
  ['{{}}', 'template-syntax'],
  ['{{total', 'template-syntax'],
  ['{{total\n}}', 'template-syntax'],
])('%j is refused', (text, code) => {
  expect(problems({ a: text })).toMatchObject([{ code, place: { line: 1, column: 1 } }]);
});

describe('what would be lost without a word', () => {
  test.each([
    ['::: boks Åben\nTekst\n\nmere', 'template-syntax', 1, 1],
    ['Før.\n\n::: boks Åben\n- punkt\n', 'template-syntax', 3, 1],
    ['::: boks A {#a}\nx\n:::\n\n::: boks B {#a}\ny\n:::', 'name-taken', 5, 12],
    ['### A {#a}\n\nx\n\n### B {#a}\n\ny', 'name-taken', 5, 7],
    ['### A {#to ord}\n\nx', 'name-invalid', 1, 7],
    ['::: boks A {#Æble}\nx\n:::', 'name-invalid', 1, 12],
    ['Ord.[^a]\n\n[^a]: En.\n[^a]: To.', 'name-taken', 4, 1],
  ])('%j is refused at its place', (text, code, line, column) => {
    expect(problems({ a: text })).toMatchObject([{ code, place: { line, column } }]);
  });

  test('is a name in another text too, but not a box and a section of one name, nor notes of two texts', () => {
    const box = '::: boks A {#a}\nx\n:::';
    expect(problems({ a: box, b: box })).toMatchObject([{ code: 'name-taken', place: { source: { path: 'b.md' } } }]);
    expect(problems({ a: `${box}\n\n### A {#a}\n\nx` })).toEqual([]);
    expect(problems({ a: 'x[^a]\n\n[^a]: En.', b: 'x[^a]\n\n[^a]: To.' })).toEqual([]);
  });

  test('is no box that is closed: at the end, in a quotation, with a list or more colons', () => {
    const closed = [
      '::: boks A\nx\n:::',
      '> ::: boks A\n> x\n> :::',
      '::: boks A\n- x\n:::\n\ny',
      ':::: boks A\nx\n::::  ',
    ];
    expect(problems({ a: closed.join('\n\n') })).toEqual([]);
  });
});

test('escaped braces are printed', () => {
  expect(html('\\{{total}}')).toBe('<p>{{total}}</p>');
});

describe('Markdown', () => {
  test('prints HTML as text', () => {
    expect(html('<b>x</b>')).toBe('<p>&lt;b&gt;x&lt;/b&gt;</p>');
  });

  test('lets links lead to the web and to mail', () => {
    expect(html('[a](https://a.dk) <mailto:b@c.dk>')).toContain('<a href="https://a.dk">a</a>');
  });

  test.each([
    '[a](javascript:alert(1))',
    '[a](file:///etc)',
    '[a](data:text/html,x)',
    '[a](b.html)',
    '[a](#b)',
    '[a](//b.dk)',
  ])('refuses %s where it is written', (text) => {
    expect(problems({ a: `Tekst\n\nSe ${text}` })).toMatchObject([
      { code: 'template-unsafe', place: { line: 3, column: 8 } },
    ]);
  });

  test('nests headings without gaps, whatever marks the author used', () => {
    expect(html('## A\n\n#### B\n\n## C')).toBe('<h3 id="a">A</h3>\n<h4 id="b">B</h4>\n<h3 id="c">C</h3>');
  });

  test('takes an indented paragraph as a paragraph', () => {
    expect(html('    Tekst')).toBe('<p>Tekst</p>');
  });
});
