/** The preview's own pages: what stands in a scenario is shown and never becomes part of the page. */
import { expect, test } from 'vitest';
import { indexPage } from '../../src/preview/pages/index-page.ts';
import { notePage } from '../../src/preview/pages/note-page.ts';
import type { Problem } from '../../src/problem/problem.ts';
import { placeAt } from '../../src/problem/source.ts';
import type { NoteState } from '../../src/watch/note-state.ts';

const hostile = `<img src=x onerror="alert(1)">'"&`;
const text = `title: fine\n${hostile}: 1\n`;
const problem: Problem = {
  severity: 'error',
  code: 'key-unknown',
  message: `unknown key “${hostile}”`,
  place: placeAt({ path: `scenarios/${hostile}.yaml`, text }, 12, 20),
  hint: `did you mean ${hostile}?`,
};
const note: NoteState = {
  file: { name: hostile, path: `scenarios/${hostile}.yaml` },
  title: hostile,
  status: 'failed',
  problems: [problem],
};
const pages = [
  indexPage({ notes: [note], problems: [problem] }),
  ...(['side', 'note', 'web', 'pdf'] as const).map((view) =>
    notePage(note, view, { web: 'a', note: 'b', pdf: 'c' }, { notes: [note], problems: [problem] }),
  ),
];

test.each(pages)('nothing from outside becomes a part of the page', (page) => {
  expect(page).not.toContain('<img');
  expect(page).not.toMatch(/\son\w+=/);
  expect(page).not.toMatch(/<script(?! src="\/preview\.js" defer><\/script>)/);
});

test('a problem has its place, its line with a caret, and its next step', () => {
  const page = notePage(note, 'web', {}, { notes: [], problems: [] });
  expect(page).toContain('.yaml:2:1: unknown key');
  expect(page).toMatch(/<pre [^>]*>[^<]*2 \| &#60;img[^<]*\n {2}\| \^{8}<\/pre>/);
  expect(page).toContain('hint: did you mean');
});

test('a note with its last good outputs shows them under what is wrong; one without says so', () => {
  const views = (versions: object) => notePage(note, 'side', versions, { notes: [], problems: [] });
  expect(views({ note: 'n', pdf: 'p' }).match(/<iframe/g)).toHaveLength(2);
  expect(views({})).toContain('It has not been built yet.');
});
