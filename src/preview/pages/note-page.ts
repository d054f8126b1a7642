/** The page of one note: what is wrong with it, and under that the note as it was last built, in one view or two side by side. */
import { escapeHtml } from '../../render/escape.ts';
import { hasErrors, type NoteState, type WatchState } from '../../watch/note-state.ts';
import { type Content, contentPath, pagePath, type View } from '../routes.ts';
import { statusOf } from './index-page.ts';
import { framed, livePart } from './page-frame.ts';
import { problemList } from './problem-list.ts';

/** Content by its version, a word that changes with it; without one there is none yet. */
export type Versions = Readonly<Partial<Record<Content, string>>>;

const viewNames: Readonly<Record<View, string>> = {
  side: 'Note and PDF',
  note: 'Note as printed',
  web: 'Web page',
  pdf: 'PDF',
};

/** What each view shows, from left to right. */
export const shownIn: Readonly<Record<View, readonly Content[]>> = {
  side: ['note', 'pdf'],
  note: ['note'],
  web: ['web'],
  pdf: ['pdf'],
};

export function notePage(note: NoteState, view: View, versions: Versions, { problems }: WatchState): string {
  const { name } = note.file;
  const title = note.title ?? name;
  const tabs = Object.entries(viewNames).map(([key, text]) => tabOf(name, key as View, text, view));
  const panes = shownIn[view].map((content) => paneOf(note, content, versions));
  const aside = hasErrors(note.problems) ? 'Below stands the note as it was built last.' : '';
  return framed({
    kind: 'note',
    title: `${title} – omkost preview`,
    header: `<a href="/">All notes</a><h1 id="title" data-live>${escapeHtml(title)}</h1>${livePart('status', escapeHtml(statusOf(note)), ` class="status" role="status" data-state="${note.status}"`)}<nav aria-label="Views"><ul>${tabs.join('')}</ul></nav>`,
    main: `${livePart('problems', problemList([...problems, ...note.problems], aside), ' class="problems"')}<div class="panes">${panes.join('')}</div>`,
  });
}

function tabOf(name: string, key: View, text: string, current: View): string {
  return `<li><a href="${pagePath(name, key)}"${key === current ? ' aria-current="page"' : ''}>${escapeHtml(text)}</a></li>`;
}

const contentNames: Readonly<Record<Content, string>> = { note: 'Note as printed', web: 'Web page', pdf: 'PDF' };

function paneOf({ file, status }: NoteState, content: Content, versions: Versions): string {
  const { name } = file;
  const heading = contentNames[content];
  const version = versions[content];
  const open =
    version === undefined
      ? ''
      : `<a href="${contentPath(name, content)}" target="_blank">open alone<span class="unseen">: ${heading}, in a new tab</span></a>`;
  const shown =
    version === undefined
      ? `<p class="none">${escapeHtml(whyNone(content, status))}</p>`
      : frameOf(name, content, version);
  return `<section aria-labelledby="${content}-heading"><div class="pane-head"><h2 id="${content}-heading">${heading}</h2>${open}</div><div class="pane" id="pane-${content}" data-version="${version ?? ''}">${shown}</div></section>`;
}

/** The note may open links in tabs of their own and nothing else; a browser shows no PDF in a sandbox. */
function frameOf(name: string, content: Content, version: string): string {
  const title = escapeHtml(`${contentNames[content]}: ${name}`);
  const address = `${contentPath(name, content)}?${version}`;
  if (content === 'pdf') return pdfFrame(title, address);
  return `<iframe title="${title}" src="${address}" sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}

/** The page’s width, and no thumbnails beside it, as the viewers of Chromium and of Firefox are told. */
const pdfView = '#navpanes=0&amp;view=FitH&amp;pagemode=none&amp;zoom=page-width';

/** A browser without a viewer would save the file at each change: the frame is filled by the script, where there is one. */
function pdfFrame(title: string, address: string): string {
  const link = `<a href="${address}" target="_blank">Open the PDF<span class="unseen">, in a new tab</span></a>`;
  return `<p class="none">This browser shows no PDF inside a page. ${link}</p><iframe title="${title}" data-src="${address}${pdfView}" hidden></iframe>`;
}

function whyNone(content: Content, status: NoteState['status']): string {
  if (status === 'waiting' || (status === 'printing' && content === 'pdf')) return 'It is on its way.';
  if (content === 'note') return 'It has not been built since the preview was started.';
  return 'It has not been built yet.';
}
