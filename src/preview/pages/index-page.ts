/** The first page of the preview: the notes there are, and where each stands. */
import { escapeHtml } from '../../render/escape.ts';
import type { NoteState, WatchState } from '../../watch/note-state.ts';
import { pagePath, type View } from '../routes.ts';
import { framed, livePart } from './page-frame.ts';
import { countOf, problemList } from './problem-list.ts';

export function indexPage({ notes, problems }: WatchState): string {
  const rows = notes.map(rowOf).join('');
  const head =
    '<tr><th scope="col">Note</th><th scope="col">File</th><th scope="col">Status</th><th scope="col">Shown as</th></tr>';
  const table = `<table><caption>${notes.length} ${notes.length === 1 ? 'note' : 'notes'}</caption><thead>${head}</thead><tbody>${rows}</tbody></table>`;
  return framed({
    kind: 'index',
    title: 'Notes – omkost preview',
    header: '<h1>Notes</h1>',
    main: `${livePart('problems', problemList(problems, ''), ' class="problems"')}${livePart('notes', notes.length === 0 ? '<p>There are no notes.</p>' : table, ' class="scroll" tabindex="0" role="region" aria-label="The notes"')}`,
  });
}

function rowOf(note: NoteState): string {
  const { name, path = '', row } = note.file;
  const file = row === undefined ? path : `${path}, row ${row.number} of ${row.source.path}`;
  const link = (view: View, text: string) =>
    `<a href="${pagePath(name, view)}">${escapeHtml(text)}<span class="unseen"> of ${escapeHtml(name)}</span></a>`;
  const title = `<a href="${pagePath(name, 'side')}">${escapeHtml(note.title ?? name)}</a>`;
  const shown = `${link('note', 'as printed')} ${link('web', 'web page')} ${link('pdf', 'PDF')}`;
  return `<tr><th scope="row">${title}</th><td>${escapeHtml(file)}</td><td class="${note.status}">${escapeHtml(statusOf(note))}</td><td class="links">${shown}</td></tr>`;
}

/** In a few words. */
export function statusOf({ status, problems }: NoteState): string {
  const counted = countOf(problems);
  switch (status) {
    case 'waiting':
      return 'being built';
    case 'printing':
      return counted === '' ? 'PDF on its way' : `PDF on its way, ${counted}`;
    case 'ready':
      return counted === '' ? 'up to date' : `up to date, ${counted}`;
    case 'failed':
      return `${counted}; shown as it was before`;
    default:
      return status satisfies never;
  }
}
