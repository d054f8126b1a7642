/** The browser as a process of ours: started with a pipe to talk through, and what it says kept for messages. */
import { spawn } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer-core';

export interface BrowserProcess {
  readonly transport: ConnectionTransport;
  /** Resolves, with how it ended, when the process is gone or could not be started. */
  readonly ended: Promise<string>;
  /** The last lines it wrote to standard error. */
  said(): readonly string[];
  kill(): void;
}

export interface BrowserCommand {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

const keptLines = 40;

/**
 * Puppeteer could start it too, but over a pipe it neither survives a file that is not a program nor tells what a browser said that
 * would not start; and over a port anyone on the machine could read the note. With a pipe the browser also ends when we are killed.
 */
export function startBrowserProcess({ executablePath, args, environment }: BrowserCommand): BrowserProcess {
  const child = spawn(executablePath, [...args, '--remote-debugging-pipe'], {
    env: environment,
    // Commands go in at 3, answers come out at 4: Chromium's fixed numbers.
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // Its own process group: Ctrl-C reaches us alone, and its children can be ended with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const lines: string[] = [];
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lines.push(...text.split('\n').filter((line) => line.trim() !== ''));
    lines.splice(0, lines.length - keptLines);
  });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    // `close` and not `exit`: by then its last words have been read.
    child.once('close', (code, signal) =>
      resolve(signal === null ? `it ended with code ${code}` : `it was ended by ${signal}`),
    );
  });
  return {
    transport: pipeTransport(child.stdio[3], child.stdio[4]),
    ended,
    said: () => lines,
    kill: () => killGroup(child.pid),
  };
}

/** Chromium's protocol over a pipe: JSON texts, each ended by a zero byte. */
function pipeTransport(input: unknown, output: unknown): ConnectionTransport {
  const transport: ConnectionTransport = {
    send: () => undefined,
    close: () => undefined,
  };
  // Where the process could not be started there are no pipes; `ended` tells.
  if (!(input instanceof Writable) || !(output instanceof Readable)) return transport;
  transport.send = (message) => void input.write(`${message}\0`);
  transport.close = () => void input.end();
  // Writing to a browser that just died: the closed output below is what says so.
  input.on('error', () => undefined);
  output.on('error', () => undefined);
  output.on('close', () => transport.onclose?.());
  let pending: Buffer[] = [];
  output.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...pending, chunk.subarray(start, end)]).toString('utf8');
      pending = [];
      start = end + 1;
      // In a turn of its own: an answer's consumer may wait for the next message.
      setImmediate(() => transport.onmessage?.(message));
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  });
  return transport;
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}
