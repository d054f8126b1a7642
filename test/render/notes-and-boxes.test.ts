/** Notes, boxes, references by name, and lists, through the shipped templates. */
import { describe, expect, test } from 'vitest';
import { type Problem, UserError } from '../../src/problem/problem.ts';
import { renderNote, renderSummaryPage } from '../../src/render/page.ts';
import { assessmentTexts, assessmentView, noteView, table } from '../fixtures/view.ts';
import { labels, proseFrom, templates, theme } from './shipped-templates.ts';

const view = assessmentView(labels);
const soft = /\u00ad/g;

function print(texts: Readonly<Record<string, string>>): string {
  return renderNote(view, proseFrom(texts), templates, theme).html.replace(soft, '').replaceAll('\u00a0', ' ');
}

function problems(texts: Readonly<Record<string, string>>): readonly Problem[] {
  try {
    print(texts);
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}

describe('notes', () => {
  const texts = {
    intervention: 'Et ord.[^a] Et andet.[^b] Igen.[^a]\n\n[^b]: Note b, *kursiv*.\n\n[^a]: Note a.',
    limitations: 'Et tredje.[^a]\n\n[^a]: En anden a.',
  };
  const html = print(texts);

  test('are numbered through the whole note and stand at its end, in their order', () => {
    const list = /<ol class="endnotes">([\s\S]*?)<\/ol>/.exec(html)?.[1] ?? '';
    const notes = [...list.matchAll(/<li id="(note-\d)"><p>(.*?) <a/g)].map(([, id, text]) => [id, text]);
    expect(notes).toEqual([
      ['note-1', 'Note a.'],
      ['note-2', 'Note b, <em>kursiv</em>.'],
      ['note-3', 'En anden a.'],
    ]);
    expect(html.indexOf('class="endnotes"')).toBeGreaterThan(html.indexOf('class="appendix"'));
    expect(html).toContain('>Noter</h2>');
  });

  test('lead there and back, each reference to itself', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    const links = [...html.matchAll(/href="#(note-[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(links).toHaveLength(8);
    for (const link of links) expect(ids).toContain(link);
  });

  test('are counted from one on the web page, which shows a part of the texts', () => {
    const page = renderSummaryPage(view, proseFrom({ ...texts }), templates, theme, 'x.pdf');
    expect([...page.matchAll(/<li id="(note-\d)"/g)].map((match) => match[1])).toEqual(['note-1', 'note-2']);
    expect(page).not.toContain('En anden a');
  });

  test('that are not written, or that nothing refers to, are refused where they stand', () => {
    const found = problems({ costs: 'Et ord.[^x]\n\nTo.\n\n[^y]: Ingen ser mig.' });
    expect(found.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([
      ['reference-unknown', 5, 1],
      ['reference-unknown', 1, 8],
    ]);
  });
});

describe('boxes', () => {
  const html = print({
    costs: '::: box Et "eksempel" {#eksempel}\nTekst **fed**.\n:::\n\n::: boks To\n- punkt\n:::',
    results: 'Se {{ref boxes.eksempel}}.',
  });

  test('are numbered, titled and closed', () => {
    expect(html).toContain(
      '<div class="text-box" role="group" aria-labelledby="box-eksempel-title" id="box-eksempel">',
    );
    expect(html).toContain('<span class="label">Boks 1 </span>Et ”eksempel”</p>');
    expect(html).toContain('<span class="label">Boks 2 </span>To</p>');
    expect(html).not.toContain(':::');
  });

  test('are referred to by name', () => {
    expect(html).toContain('Se <a class="ref" href="#box-eksempel">Boks 1</a>.');
  });

  test.each([
    ['::: box\ntekst\n:::', 'template-syntax'],
    ['::: box [x](javascript:alert)\ntekst\n:::', 'template-syntax'],
    ['::: tip Et råd\ntekst\n:::', 'template-syntax'],
    ['{{ref boxes.ingen}}', 'figure-unknown'],
    ['{{boxes.x}}\n\n::: box X {#x}\n:::', 'template-syntax'],
  ])('%j is refused', (costs, code) => {
    expect(problems({ costs })[0]?.code).toBe(code);
  });
});

describe('references to sections', () => {
  test('give the number, the layout’s sections by their slot', () => {
    const html = print({
      ...assessmentTexts,
      costs: '## Løn {#loen}\n\nSe {{ref sections.loen}} og {{ref sections.results}}.',
    });
    expect(html).toMatch(
      /Se <a class="ref" href="#loen">afsnit 3\.1<\/a> og <a class="ref" href="#resultater">afsnit \d<\/a>/,
    );
    expect(html).not.toContain('{#loen}');
  });

  test('give the title where there are no numbers', () => {
    const note = noteView(labels);
    const title = note.sections[0]?.title ?? '';
    const slot = note.sections[0]?.slot ?? '';
    const { html } = renderNote(
      note,
      proseFrom({ [slot]: '### Baggrund {#bag}\n\nSe {{ref sections.bag}}.' }),
      templates,
      theme,
    );
    expect(title).not.toBe('');
    expect(html).toContain('>afsnittet ”Baggrund”</a>');
  });

  test('cannot lead to a section that is not printed', () => {
    expect(problems({ costs: 'Se {{ref sections.limitations}}.' }).map(({ code }) => code)).toEqual([
      'template-unknown',
    ]);
  });
});

describe('lists of tables and figures', () => {
  test('stand in a note with many of them, with a place for each page number', () => {
    const more = Array.from({ length: 20 }, (_, index) =>
      table(`ekstra-${index}`, `Ekstra ${index}`, ['Hvad', 'Kr.'], [['a', '1']]),
    );
    const long = { ...view, tables: { ...view.tables, ...Object.fromEntries(more.map((one) => [one.id, one])) } };
    const { html, contents } = renderNote(long, proseFrom(assessmentTexts), templates, theme);
    expect(html).toContain('<h2 id="list-of-tables">Tabeller</h2>');
    expect(contents).toContain('ekstra-3');
    expect(new Set(contents).size).toBe(contents.length);
  });

  test('are left out of a short one', () => {
    expect(print(assessmentTexts)).not.toContain('list-of-');
  });
});

describe('a source that a text refers to', () => {
  const text = { costs: 'Se {{ref references.loen}}.' };

  test('is named as the tables name it, and leads to its entry in the list', () => {
    const html = print(text);
    expect(html).toContain('Se <a class="ref" href="#source-1">Lokal lønstatistik</a>.');
    expect(html).toContain('<li id="source-1">');
  });

  test('is named without a link on the web page, which has no list', () => {
    const texts = { intervention: 'Se {{ref references.loen}}.' };
    const page = renderSummaryPage(view, proseFrom(texts), templates, theme, 'x.pdf').replaceAll('\u00a0', ' ');
    expect(page).toContain('Se Lokal lønstatistik.');
  });

  test('that nobody knows, or that is not referred to but written as a figure, is refused where it stands', () => {
    expect(problems({ costs: 'Se {{ref references.lon}}.' })).toMatchObject([
      { code: 'figure-unknown', hint: 'did you mean “references.loen”?', place: { line: 1 } },
    ]);
    expect(problems({ costs: 'Se {{references.loen}}.' })).toMatchObject([
      { code: 'template-syntax', hint: 'refer to it with “{{ref references.loen}}”' },
    ]);
  });
});
