/** Templates: what is refused before they run, and that the shipped ones name only what a view has. */
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import { type Problem, UserError } from '../../src/problem/problem.ts';
import { renderNote } from '../../src/render/page.ts';
import { prepareTemplates } from '../../src/render/templates.ts';
import { noteTexts, noteView } from '../fixtures/view.ts';
import { labels, proseFrom, templateFiles, theme } from './shipped-templates.ts';

function problemsOf(
  text: string,
  run?: (files: ReadonlyMap<string, { path: string; text: string }>) => unknown,
): readonly Problem[] {
  const files = new Map([...templateFiles, ['parts/sources.hbs', { path: 'own/parts/sources.hbs', text }]]);
  try {
    (run ?? prepareTemplates)(files);
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}

test.each([
  ['{{{title}}}', 'template-unsafe', 1],
  ['a {{&title}}', 'template-unsafe', 3],
  ['<p class={{id}}>', 'template-unsafe', 10],
  ['<script>x</script>', 'template-unsafe', 1],
  ['<td rowspan="2">x</td>', 'not-supported', 1],
  ['{{#*inline "a"}}{{/inline}}', 'template-unsafe', 1],
  ['{{> (lookup . "x")}}', 'template-unsafe', 1],
  ['{{> parts/tabel}}', 'template-unknown', 1],
  ['{{tabel tables.x}}', 'template-unknown', 3],
  ['{{#iff a}}{{/iff}}', 'template-unknown', 4],
])('%s is refused with its place', (text, code, column) => {
  const place = { line: 1, column, source: { path: 'own/parts/sources.hbs' } };
  expect(problemsOf(text)[0]).toMatchObject({ code, place });
});

test('a block that is not closed is told with file and line', () => {
  const [problem] = problemsOf('<p>\n{{#if a}}\n</p>\n');
  expect(problem).toMatchObject({ code: 'template-syntax', place: { source: { path: 'own/parts/sources.hbs' } } });
});

test('braces that are not closed are told with their line', () => {
  expect(problemsOf('<p>\n{{title</p>\n')[0]).toMatchObject({ code: 'template-syntax', place: { line: 2 } });
});

test('a name that the view does not have is told with file, line and column', () => {
  const found = problemsOf('<p>\n  {{titel}}</p>', (files) =>
    renderNote(noteView(labels), proseFrom(noteTexts), prepareTemplates(files), theme),
  );
  const place = { line: 2, column: 5, length: 5, source: { path: 'own/parts/sources.hbs' } };
  expect(found).toMatchObject([{ code: 'template-unknown', place }]);
});

/** Names a template may use, wherever it stands: those of the view, of its parts, and what the helpers hand on. */
const viewNames = new Set(
  `language layout title subtitle issued issuedIso publisher recalculation priceLevel keywords abstract labels isUnitCost sentences has
  headlines sections tables charts notPriced assumptions equations sources kind cover appendix pdfHref ogLocale grids layoutStyle
  changes paragraphs overview comparisons editions
  name addressLines phone email web webHref authorUnit isbn licence download mark statement
  label figure slot what value why id text href read unit svg data notes columns rows head cells numeric span
  isWide isDense isCrowded hasLongWord style isLong isProse hasLongValues isGroup isTotal isSubtotal isFull isLong number level isSub pad rest entries
  scenario result shares comparison sensitivity discounting chapterId chapterNumber chapterList`.split(/\s+/),
);
const tableNames =
  `assumptions inputs equations notPriced perYear lines distribution byPayer payerYear perUnit comparator discounting
  budget sensitivity alternatives grid thresholds probability probabilityInputs tornado comparison changesSince changeCauses history`.split(
    /\s+/,
  );

describe.each([...templateFiles].filter(([path]) => path.endsWith('.hbs')))('%s', (_path, source) => {
  const paths: string[] = [];
  class Names extends Handlebars.Visitor {
    override PartialStatement(partial: hbs.AST.PartialStatement): void {
      this.acceptArray(partial.params);
      for (const pair of partial.hash?.pairs ?? []) this.accept(pair.value);
    }
    override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
      if (mustache.params.length === 0 && mustache.hash === undefined) this.accept(mustache.path);
      this.acceptArray(mustache.params);
    }
    override BlockStatement(block: hbs.AST.BlockStatement): void {
      this.acceptArray(block.params);
      this.accept(block.program);
      if (block.inverse) this.accept(block.inverse);
    }
    override PathExpression(path: hbs.AST.PathExpression): void {
      if (path.data && path.parts[0] !== 'root') return;
      const parts = path.data ? path.parts.slice(1) : path.parts;
      if (parts.length > 0) paths.push(parts.join('.'));
    }
  }
  new Names().accept(Handlebars.parse(source.text));

  test('names nothing that a view does not have', () => {
    const simple = new Set(['logo', 'themeStyle', 'unplaced', 'structuredData', 'endnotes', 'chapters']);
    for (const path of paths) {
      const [first = '', second = ''] = path.split('.');
      if (simple.has(first)) continue;
      expect(viewNames, path).toContain(first);
      if (first === 'labels') expect(Object.keys(labels), path).toContain(second);
      if (['tables', 'charts', 'appendix'].includes(first)) expect(tableNames, path).toContain(second);
    }
  });
});
