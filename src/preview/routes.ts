/** Which address of the preview means what. An address never becomes a path on the disk: it only chooses among the notes there are. */

/** What stands on a note's page: the web page, the note as it is printed, or that beside its PDF. */
export const views = ['side', 'note', 'web', 'pdf'] as const;
export type View = (typeof views)[number];

export type Route =
  | { readonly kind: 'index' | 'events' | 'style' | 'script' | 'missing' }
  | { readonly kind: 'move'; readonly to: string }
  | { readonly kind: 'note'; readonly name: string; readonly view: View }
  | { readonly kind: 'content'; readonly name: string; readonly content: Content };

export type Content = 'web' | 'note' | 'pdf';

const fixed: Readonly<Record<string, 'index' | 'events' | 'style' | 'script'>> = {
  '/': 'index',
  '/events': 'events',
  '/preview.css': 'style',
  '/preview.js': 'script',
};

/** `target` as it stands in the request line; `names` are those of the notes. */
export function routeOf(target: string, names: ReadonlySet<string>): Route {
  const path = target.split('?', 1)[0] ?? '';
  const kind = Object.hasOwn(fixed, path) ? fixed[path] : undefined;
  if (kind !== undefined) return { kind };
  const [root, notes, written, ...rest] = path.split('/');
  const name = decoded(written ?? '');
  if (root !== '' || notes !== 'notes' || name === undefined || !names.has(name)) return { kind: 'missing' };
  const [first = '', second, ...more] = rest;
  if (more.length > 0) return { kind: 'missing' };
  if (second === undefined && first === '') return { kind: 'move', to: pagePath(name, 'side') };
  const view = views.find((one) => one === first);
  if (second === undefined) return view === undefined ? { kind: 'missing' } : { kind: 'note', name, view };
  const content = first === 'content' ? contentOf(decoded(second), name) : undefined;
  return content === undefined ? { kind: 'missing' } : { kind: 'content', name, content };
}

/** The PDF has its own name, since the web page links to it by that. */
function contentOf(file: string | undefined, name: string): Content | undefined {
  if (file === 'web.html') return 'web';
  if (file === 'note.html') return 'note';
  return file === `${name}.pdf` ? 'pdf' : undefined;
}

export function pagePath(name: string, view: View): string {
  return `/notes/${encodeURIComponent(name)}/${view}`;
}

export function contentPath(name: string, content: Content): string {
  const file = content === 'pdf' ? `${name}.pdf` : `${content}.html`;
  return `/notes/${encodeURIComponent(name)}/content/${encodeURIComponent(file)}`;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
