/** Whole pages from the shipped templates: what must hold of every one, and of each kind. */
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/problem/problem.ts';
import { renderNote, renderSummaryPage } from '../../src/render/page.ts';
import { prepareTemplates } from '../../src/render/templates.ts';
import type { NoteView } from '../../src/report/view.types.ts';
import { assessmentTexts, assessmentView, noteTexts, noteView } from '../fixtures/view.ts';
import { labels, proseFrom, templateFiles, templates, theme } from './shipped-templates.ts';

const assessment = assessmentView(labels);
const note = noteView(labels);

function render(view: NoteView, texts: Readonly<Record<string, string>>) {
  return renderNote(view, proseFrom(texts), templates, theme);
}

function web(view: NoteView, texts: Readonly<Record<string, string>>): string {
  return renderSummaryPage(view, proseFrom(texts), templates, theme, 'pn.pdf');
}

/** `[level, text]` of every heading, in order. */
function headings(html: string): [number, string][] {
  return [...html.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/g)].map(([, level, text = '']) => [
    Number(level),
    text.replace(/<[^>]+>/g, ''),
  ]);
}

const pages: readonly [string, string][] = [
  ['the assessment', render(assessment, assessmentTexts).html],
  ['the short note', render(note, noteTexts).html],
  ['the web page of the assessment', web(assessment, assessmentTexts)],
  ['the web page of the short note', web(note, noteTexts)],
];

describe.each(pages)('%s', (_name, html) => {
  test('has one h1 and skips no level', () => {
    const levels = headings(html).map(([level]) => level);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  test('gives every id once and leads every inner link to one', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
  });

  test('gives every column and row head a scope', () => {
    expect(html).not.toMatch(/<th(?![^>]*\sscope=)[\s>]/);
  });

  test('starts its head with the policy that lets nothing in', () => {
    expect(html).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
  });

  test('has no script that runs, no opacity or shadow and leaves no braces', () => {
    expect(html).not.toMatch(/<script(?! type="application\/ld\+json">)|opacity|box-shadow|\{\{|undefined|\[object/);
  });

  test('states its language', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\s*<html lang="da">/);
  });

  test('is the same when it is made again', () => {
    expect(pages.some(([, other]) => other === html)).toBe(true);
    expect([
      render(assessment, assessmentTexts).html,
      render(note, noteTexts).html,
      web(assessment, assessmentTexts),
      web(note, noteTexts),
    ]).toContain(html);
  });
});

describe('an assessment', () => {
  const { html, contents, warnings } = render(assessment, assessmentTexts);

  test('numbers its sections and leaves summary, references and appendix without', () => {
    const titles = headings(html).map(([, text]) => text);
    expect(titles).toEqual(
      expect.arrayContaining(['Sammenfatning', '1 Om indsatsen', '1.1 Baggrund', '1.2 Målgruppe']),
    );
    expect(titles).toEqual(expect.arrayContaining(['6 Følsomhedsanalyser', '7 Forbehold', 'Referencer']));
  });

  test('lists its headings with a place for each page number', () => {
    expect(contents.slice(0, 3)).toEqual(['sammenfatning', 'om-indsatsen', 'baggrund']);
    for (const id of contents) expect(html).toContain(`id="page-of-${id}"`);
  });

  test('numbers tables and figures in the order in which they stand', () => {
    const tables = [...html.matchAll(/class="label">Tabel\u00a0(\d+)/g)].map((match) => Number(match[1]));
    expect(tables).toEqual(tables.map((_, index) => index + 1));
  });

  test('refers forward by number', () => {
    expect(html).toContain('<a class="ref" href="#figur-tornado">Figur\u00a04</a>');
  });

  test('places what no section names in the appendix', () => {
    expect(html.indexOf('id="tabel-staffing"')).toBeGreaterThan(html.indexOf('id="oevrige-tabeller-og-figurer"'));
  });

  test('has no warnings when every text has a place', () => {
    expect(warnings).toEqual([]);
  });

  test('leaves no trace of a section without anything in it, and numbers on', () => {
    const { intervention: _, targetGroup: __, ...texts } = assessmentTexts;
    const titles = headings(render(assessment, texts).html).map(([, text]) => text);
    expect(titles).toContain('1 Scenarie og datagrundlag');
    expect(titles.join()).not.toContain('Om indsatsen');
  });

  test('shows what a recalculation is, and nothing where there is none', () => {
    const { recalculation: _, ...original } = assessment;
    expect(html).toContain('class="cover-mark">Efterberegning');
    expect(render(original, assessmentTexts).html).not.toContain('class="cover-mark"');
  });

  test('warns of a text that the layout has no place for', () => {
    const { warnings: found } = render(assessment, { ...assessmentTexts, sumary: 'Tekst' });
    expect(found).toMatchObject([{ severity: 'warning', code: 'unused', place: { source: { path: 'sumary.md' } } }]);
  });
});

describe('a short note', () => {
  test('has the author’s sections and the appendix in its contents', () => {
    expect(render(note, noteTexts).contents).toEqual([
      'indledning',
      'ressourcer-til-forberedelse',
      'ressourcer-til-afholdelse-af-moederne',
      'omkostninger',
      'aendringer-siden-sidste-udgave',
      'bilag-forudsaetninger-og-kilder',
    ]);
  });

  test('brings the author’s fourth-level subheads to the third', () => {
    expect(render(note, noteTexts).html).toContain('<h3 id="opfoelgning-paa-moedet">Opfølgning på mødet:</h3>');
  });
});

describe('the web page', () => {
  const html = web(assessment, assessmentTexts);

  test('leads to the publication, the main part and the figures behind the chart', () => {
    expect(html).toContain('href="pn.pdf"');
    expect(html).toContain('<a class="skip" href="#content">');
    expect(html).toContain('<details>');
  });

  test('names a table of the note without leading to where it is not', () => {
    const texts = { ...assessmentTexts, intervention: 'Se {{ref tables.sensitivity}}.' };
    expect(web(assessment, texts)).toContain('Se Tabel\u00a07.');
  });
});

test('a reference to a table that stands nowhere is placed in the author’s text', () => {
  const texts = { ...noteTexts, introduction: 'Se {{ref tables.spare}}.' };
  const spare = { ...assessment.tables.perUnit, id: 'tabel-spare' };
  const view = { ...note, tables: { ...note.tables, spare } } as NoteView;
  expect(problemsOf(() => render(view, texts))).toMatchObject([{ code: 'template-unknown', place: { column: 4 } }]);
});

test('an unknown layout is told with the layouts there are', () => {
  const [problem] = problemsOf(() => render({ ...note, layout: 'notad' }, noteTexts));
  expect(problem).toMatchObject({ code: 'template-unknown', hint: 'did you mean “notat”?' });
});

test('a link that is not to the web or to mail is refused wherever it comes from', () => {
  const sources = [{ id: 'source-1', names: [], citation: 'Kilde', text: 'Kilde', href: 'javascript:alert(1)' }];
  expect(problemsOf(() => render({ ...note, sources }, noteTexts))).toMatchObject([{ code: 'template-unsafe' }]);
});

test('text of the view is escaped', () => {
  const { html } = render({ ...note, title: 'A <b>& "B"' }, noteTexts);
  expect(html).toContain('<h1>A &lt;b&gt;&amp; &quot;B&quot;</h1>');
});

test('one template can be replaced without touching the others', () => {
  const own = { path: 'own/parts/contents-entry.hbs', text: '<li id="page-of-{{id}}">{{title}}</li>' };
  const files = new Map([...templateFiles, ['parts/contents-entry.hbs', own]]);
  const { html } = renderNote(note, proseFrom(noteTexts), prepareTemplates(files), theme);
  expect(html).toContain('<li id="page-of-indledning">Indledning</li>');
});

function problemsOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}
