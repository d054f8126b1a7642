/** One question over the network: asked again when the line or the server fails, given up when it takes too long or brings too much. */
import pRetry from 'p-retry';
import { UserError } from '../../problem/problem.ts';
import { shown } from '../answers/answer.ts';
import { type Patience, retryAfter } from './patience.ts';

export interface Question {
  readonly url: string;
  /** Sent as JSON with POST; without it GET. */
  readonly body?: unknown;
}

export interface Reply {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** A fault that may pass: the line, the server, too many questions. */
class PassingFault extends Error {
  readonly wait: number | undefined;

  constructor(message: string, options: { cause?: unknown; wait?: number | undefined } = {}) {
    super(message, { cause: options.cause });
    this.wait = options.wait;
  }
}

/**
 * The reply, whatever 2xx or 4xx it is. Throws UserError `statbank-unreachable` when it failed as often as patience allows, and
 * `statbank-refused` for what asking again would not mend: a redirection, an answer that is too large.
 */
export async function ask(question: Question, patience: Patience, signal: AbortSignal): Promise<Reply> {
  let nextWait = patience.firstWait;
  try {
    return await pRetry(() => askOnce(question, patience, signal), {
      retries: patience.retries,
      // The waiting is done below, where `Retry-After` is known and a test can shorten it.
      minTimeout: 0,
      maxTimeout: 0,
      signal,
      shouldRetry: (fault) => fault instanceof PassingFault && (fault.wait ?? 0) <= patience.longestWait,
      onFailedAttempt: async (fault) => {
        if (!(fault instanceof PassingFault) || fault.retriesLeft === 0) return;
        const wait = fault.wait ?? nextWait;
        nextWait *= 2;
        if (wait <= patience.longestWait) await patience.wait(wait, signal);
      },
    });
  } catch (error) {
    if (!(error instanceof PassingFault)) throw error;
    throw unreachable(question, error);
  }
}

async function askOnce(question: Question, patience: Patience, signal: AbortSignal): Promise<Reply> {
  signal.throwIfAborted();
  const giveUp = new AbortController();
  const stop = () => giveUp.abort(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(() => giveUp.abort(new PassingFault(tooSlow(patience))), patience.timeout);
  try {
    return await reply(question, patience, giveUp.signal);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (giveUp.signal.aborted) throw giveUp.signal.reason;
    if (error instanceof UserError || error instanceof PassingFault) throw error;
    // What fetch throws for a fault of the line or of its data: refused, reset, no such name, not unpackable.
    throw new PassingFault(`the connection failed (${reasonOf(error)})`, { cause: error });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

async function reply({ url, body }: Question, patience: Patience, signal: AbortSignal): Promise<Reply> {
  const response = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      accept: 'application/json, text/json, text/csv',
      'user-agent': 'omkost',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: 'manual',
    signal,
  });
  const { status, headers } = response;
  if (status === 429 || status === 408 || status >= 500) {
    await response.body?.cancel();
    const wait = retryAfter(headers.get('retry-after'), Date.now());
    const asked = wait === undefined ? '' : `, and asks to wait ${Math.ceil(wait / 1000)} seconds`;
    throw new PassingFault(`it answers ${status}${asked}`, { wait });
  }
  if (status >= 300 && status < 400) {
    await response.body?.cancel();
    throw redirected(url, headers.get('location') ?? '');
  }
  return { status, contentType: headers.get('content-type') ?? '', text: await textOf(response, patience.mostBytes) };
}

/** Counted as it is unpacked, so that a small answer that unfolds to a huge one is stopped. */
async function textOf(response: Response, mostBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read !== undefined && !read.done; read = await reader?.read()) {
    size += read.value.length;
    if (size > mostBytes) {
      await reader?.cancel();
      throw refused(
        `the answer is larger than ${Math.floor(mostBytes / 1024 / 1024)} MB`,
        'choose one series of the table with `select:`',
      );
    }
    chunks.push(read.value);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function redirected(url: string, location: string): UserError {
  const target = URL.canParse(location, url) ? new URL(location, url).href : location;
  return refused(
    `${new URL(url).host} sends on to ${shown(target, 200)}, which is not followed`,
    'if StatBank has moved for good, name its new address with --statbank',
  );
}

function refused(message: string, hint: string): UserError {
  return new UserError([{ severity: 'error', code: 'statbank-refused', message, hint }]);
}

function tooSlow({ timeout }: Patience): string {
  return `its answer was not there after ${timeout / 1000} seconds`;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return String(cause);
}

function unreachable({ url }: Question, fault: PassingFault): UserError {
  const message = `StatBank (${new URL(url).host}) cannot be reached: ${fault.message}`;
  const hint = 'try again later, or take the answers that were saved the last time: --offline';
  return new UserError([{ severity: 'error', code: 'statbank-unreachable', message, hint }], { cause: fault });
}
