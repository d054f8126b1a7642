/** A server on this machine that nobody should ever ask for anything, and a file that nobody should read. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bait } from './ways-out.ts';

export const secret = 'HEMMELIGHED-4711';

export interface Trap extends Bait {
  /** What was asked for since last looked at. */
  visitors(): readonly string[];
  close(): Promise<void>;
}

export async function setTrap(): Promise<Trap> {
  const folder = await mkdtemp(join(tmpdir(), 'omkost-safety-'));
  const path = join(folder, 'secret.svg');
  await writeFile(
    path,
    `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="20"><text y="15">${secret}</text></svg>`,
  );
  let seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(request.url ?? '?');
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('x');
  });
  // A connection without a request (preconnect, a socket) is a visit too.
  server.on('connection', () => seen.push('a connection'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    server: `http://127.0.0.1:${port}`,
    file: pathToFileURL(path).href,
    visitors: () => {
      const visitors = seen;
      seen = [];
      return visitors;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}
