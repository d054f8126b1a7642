/** Answers the browser: pages of the preview, what they show of the notes, and the line on which changes are told. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NoteState, WatchState } from '../watch/note-state.ts';
import type { Contents } from './contents.ts';
import { listen } from './listen.ts';
import { LiveLines } from './live-line.ts';
import { followPreview } from './pages/client.ts';
import { indexPage } from './pages/index-page.ts';
import { missingPage } from './pages/missing-page.ts';
import { notePage, shownIn, type Versions } from './pages/note-page.ts';
import { style } from './pages/style.ts';
import { headersFor, type Kind, refusalOf } from './protection.ts';
import { type Content, type Route, routeOf, type View } from './routes.ts';

export interface ServerOptions {
  /** The one that was asked for; any free one without. */
  readonly port?: number | undefined;
  readonly contents: Contents;
  readonly state: () => WatchState;
  /** A fault of ours: the request fails, and this is told. */
  readonly onFault: (error: unknown) => void;
}

export interface PreviewServer {
  readonly address: string;
  /** Tells all open pages. */
  tellChange(): void;
  close(): Promise<void>;
}

interface Answer {
  readonly status?: number;
  readonly kind: Kind;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Throws UserError `port-taken`. */
export async function startServer(options: ServerOptions): Promise<PreviewServer> {
  const lines = new LiveLines();
  let ownPort = 0;
  const { server, port } = await listen((request, response) => {
    respond(request, response, { options, lines, port: ownPort }).catch((error: unknown) => {
      options.onFault(error);
      response.destroy();
    });
  }, options.port).catch((error: unknown) => {
    lines.close();
    throw error;
  });
  ownPort = port;
  return {
    address: `http://127.0.0.1:${port}/`,
    tellChange: () => lines.tellChange(),
    close: async () => {
      lines.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Serving {
  readonly options: ServerOptions;
  readonly lines: LiveLines;
  readonly port: number;
}

async function respond(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const { options, lines, port } = serving;
  const refusal = refusalOf(request, port);
  if (refusal !== undefined) {
    const { status, reason, headers = {} } = refusal;
    return send(request, response, { status, headers, kind: 'page', type: 'text/plain', body: `${reason}\n` });
  }
  const state = options.state();
  const route = routeOf(request.url ?? '/', new Set(state.notes.map(({ file }) => file.name)));
  if (route.kind === 'events' && request.method === 'GET') {
    if (lines.add(response, headersFor('page'))) return;
    return send(request, response, { status: 503, kind: 'page', type: 'text/plain', body: 'too many open pages\n' });
  }
  send(request, response, await answerTo(route, state, options.contents));
}

async function answerTo(route: Route, state: WatchState, contents: Contents): Promise<Answer> {
  switch (route.kind) {
    case 'index':
      return html(indexPage(state));
    case 'style':
      return { kind: 'page', type: 'text/css', body: style };
    case 'script':
      return { kind: 'page', type: 'text/javascript', body: `(${followPreview.toString()})();\n` };
    case 'events':
      return { kind: 'page', type: 'text/event-stream', body: '' };
    case 'move':
      return { status: 302, headers: { Location: route.to }, kind: 'page', type: 'text/plain', body: '' };
    case 'missing':
      return missing();
    default: {
      const note = state.notes.find(({ file }) => file.name === route.name);
      if (note === undefined) return missing();
      if (route.kind === 'content') return contentAnswer(note, route.content, contents);
      return html(notePage(note, route.view, await versionsFor(note, route.view, contents), state));
    }
  }
}

async function versionsFor(note: NoteState, view: View, contents: Contents): Promise<Versions> {
  const versions: Partial<Record<Content, string>> = {};
  for (const content of shownIn[view]) {
    const version = await contents.versionOf(note, content);
    if (version !== undefined) versions[content] = version;
  }
  return versions;
}

async function contentAnswer(note: NoteState, content: Content, contents: Contents): Promise<Answer> {
  const body = await contents.read(note, content);
  if (body === undefined) return missing();
  if (content === 'pdf') return { kind: 'pdf', type: 'application/pdf', body };
  return { kind: 'note', type: 'text/html', body };
}

function html(body: string): Answer {
  return { kind: 'page', type: 'text/html', body };
}

function missing(): Answer {
  return { ...html(missingPage()), status: 404 };
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status = 200, kind, type, body, headers }: Answer,
): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    ...headersFor(kind),
    ...headers,
    'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'Content-Length': bytes.length,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
