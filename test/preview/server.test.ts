/** The preview's server, asked over the wire as a browser, and as somebody who is up to no good. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Contents } from '../../src/preview/contents.ts';
import { type PreviewServer, startServer } from '../../src/preview/preview-server.ts';
import { UserError } from '../../src/problem/problem.ts';
import type { NoteState, WatchState } from '../../src/watch/note-state.ts';

const secret = 'not for anybody';
let folder: string;
let server: PreviewServer;
let port: number;

const note = (name: string): NoteState => ({ file: { name }, title: name, status: 'ready', problems: [] });
const state: WatchState = { notes: [note('one'), note('led astray'), note('a folder')], problems: [] };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omkost-preview-'));
  await mkdir(join(folder, 'output'));
  await writeFile(join(folder, 'secret.txt'), secret);
  await writeFile(join(folder, 'output', 'one.html'), '<p>the note</p>');
  await writeFile(join(folder, 'output', 'one.pdf'), '%PDF-1.7');
  await symlink(join(folder, 'secret.txt'), join(folder, 'output', 'led astray.html'));
  await mkdir(join(folder, 'output', 'a folder.html'));
  const reading = () => ({ workingFolder: folder, standardInput: process.stdin, issued: '2026-11-22' });
  const contents = new Contents(join(folder, 'output'), reading);
  server = await startServer({
    contents,
    state: () => state,
    onFault: (error) => {
      throw error;
    },
  });
  port = Number(new URL(server.address).port);
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Heard {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Writes the request as it is given: `fetch` would tidy it up. */
async function ask(target: string, { method = 'GET', host = `127.0.0.1:${port}`, more = '' } = {}): Promise<Heard> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${method} ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more}\r\n`);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  const [head = '', ...body] = text.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), head, body: body.join('\r\n\r\n') };
}

test('pages, contents and what pages need are there', async () => {
  expect(server.address).toBe(`http://127.0.0.1:${port}/`);
  expect((await ask('/')).body).toContain('href="/notes/led%20astray/side"');
  expect((await ask('/notes/one/web')).body).toContain('<iframe title="Web page: one"');
  expect((await ask('/notes/one/content/web.html')).body).toBe('<p>the note</p>');
  expect(await ask('/notes/one/content/one.pdf')).toMatchObject({ status: 200, body: '%PDF-1.7' });
  expect((await ask('/notes/one/')).head).toContain('Location: /notes/one/side');
  expect((await ask('/preview.js')).head).toContain('text/javascript');
  expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
});

test.each([
  '/',
  '/notes/one/side',
  '/notes/one/content/web.html',
  '/notes/one/content/one.pdf',
  '/preview.js',
  '/preview.css',
  '/nowhere',
])('%s says what it may do, and that nobody else may have it', async (target) => {
  const { head } = await ask(target);
  expect(head).toMatch(
    /^Content-Security-Policy: default-src 'none';.*frame-ancestors '(?:none|self)'; base-uri 'none'; form-action 'none'$/im,
  );
  expect(head).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|access-control-allow/i);
  expect(head).toMatch(/^X-Content-Type-Options: nosniff$/im);
  expect(head).toMatch(/^Cross-Origin-Resource-Policy: same-origin$/im);
});

test('a note’s own page may run nothing', async () => {
  const { status, head } = await ask('/notes/one/content/web.html');
  expect([status, head]).toEqual([200, expect.not.stringContaining('script-src')]);
});

test.each([
  '/../secret.txt',
  '/notes/../secret.txt',
  '/notes/one/content/../../secret.txt',
  '/notes/one/content/..%2f..%2fsecret.txt',
  '/notes/one/content/%2e%2e%2f%2e%2e%2fsecret.txt',
  '/notes/one/content/..\\..\\secret.txt',
  '/notes/one/content/..%5c..%5csecret.txt',
  '/notes/one/content/web.html%00',
  '/notes/%2e%2e/content/secret.txt',
  '/notes/led%20astray/content/web.html',
  '/notes/a%20folder/content/web.html',
  '//secret.txt',
])('%s does not lead out of the outputs', async (target) => {
  const { status, body } = await ask(target);
  expect(status).toBe(404);
  expect(body).not.toContain(secret);
});

test('an absolute path on the disk is no address', async () => {
  const { status, body } = await ask(join(folder, 'secret.txt'));
  expect([status, body.includes(secret)]).toEqual([404, false]);
});

describe('who asks', () => {
  test.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('as %s is answered', async (name) => {
    expect((await ask('/', { host: `${name}:${port}` })).status).toBe(200);
  });

  test.each([
    'elsewhere.example',
    'localhost.elsewhere.example',
    '127.0.0.1.elsewhere.example',
    '127.0.0.1:1',
    '127.0.0.1',
    '',
  ])('as “%s”, a name that was made to point here, is not', async (host) => {
    expect(await ask('/', { host })).toMatchObject({ status: 403 });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])(
    'with %s is told that it can only be read',
    async (method) => {
      const { status, head } = await ask('/', { method });
      expect([status, head]).toEqual([405, expect.stringContaining('Allow: GET, HEAD')]);
    },
  );

  test('from a page of another site is refused, unless somebody follows a link from there', async () => {
    const from = (mode: string, dest: string) =>
      `Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: ${mode}\r\nSec-Fetch-Dest: ${dest}\r\n`;
    expect((await ask('/preview.js', { more: from('no-cors', 'script') })).status).toBe(403);
    expect((await ask('/notes/one/content/one.pdf', { more: from('navigate', 'iframe') })).status).toBe(403);
    expect((await ask('/events', { more: from('cors', 'empty') })).status).toBe(403);
    expect((await ask('/', { more: from('navigate', 'document') })).status).toBe(200);
  });

  test('from another machine reaches nobody: only this machine’s own address is listened at', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4');
    // Any address of 127/8 but the one that was taken stands in where a machine has no network.
    const socket = connect(port, outside?.address ?? '127.0.0.2');
    const refused = await new Promise((resolve) => {
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
      socket.once('connect', () => resolve('connected'));
    });
    socket.destroy();
    expect(refused).toBe('ECONNREFUSED');
  });
});

describe('a port', () => {
  let taken: Server;
  let number: number;

  beforeAll(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    number = (taken.address() as AddressInfo).port;
  });

  afterAll(() => new Promise((resolve) => taken.close(resolve)));

  const start = (asked?: number) => {
    const reading = () => ({ workingFolder: folder, standardInput: process.stdin, issued: '2026-11-22' });
    return startServer({ port: asked, contents: new Contents(folder, reading), state: () => state, onFault: () => {} });
  };

  test('that is taken is told, with one that is free', async () => {
    const error = await start(number).catch((reason: unknown) => reason);
    if (!(error instanceof UserError)) throw error;
    expect(error.problems).toMatchObject([
      { code: 'port-taken', message: `port ${number} is taken by another program` },
    ]);
    const offered = Number(/--port (\d+)/.exec(error.problems[0]?.hint ?? '')?.[1]);
    const second = await start(offered);
    expect(second.address).toBe(`http://127.0.0.1:${offered}/`);
    await second.close();
  });

  test('is found where none was asked for, however many previews there are', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(first?.address).not.toBe(second?.address);
    await Promise.all([first?.close(), second?.close()]);
  });
});
