/** Takes a port on this machine's own address, which nobody else can reach. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Problem, UserError } from '../problem/problem.ts';

/** Taken where none is asked for, so that a bookmark holds; another free one where it is not to be had. */
export const usualPort = 4600;

export interface Listening {
  readonly server: Server;
  readonly port: number;
}

/** Throws UserError `port-taken` where the port that was asked for cannot be had. */
export async function listen(onRequest: RequestListener, asked: number | undefined): Promise<Listening> {
  try {
    return await listenAt(onRequest, asked ?? usualPort);
  } catch (error) {
    if (asked === undefined) return listenAt(onRequest, 0);
    throw new UserError([await portProblem(asked, error)], { cause: error });
  }
}

async function listenAt(onRequest: RequestListener, port: number): Promise<Listening> {
  const server = createServer(onRequest);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}

async function portProblem(port: number, error: unknown): Promise<Problem> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: 'is taken by another program',
    EACCES: 'may only be used by the machine’s administrator',
  };
  const free = await freePort();
  return {
    severity: 'error',
    code: 'port-taken',
    message: `port ${port} ${reasons[code] ?? `cannot be used (${code})`}`,
    hint: `use a free one: --port ${free}, or leave --port out`,
  };
}

async function freePort(): Promise<number> {
  const { server, port } = await listenAt(() => {}, 0);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
