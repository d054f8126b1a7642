/** The lines on which open pages hear that something changed (Server-Sent Events). */
import type { ServerResponse } from 'node:http';

/** More open pages than a person has; the browser tries again when one is closed. */
const mostLines = 64;
/** A line on which nothing is said for long may be cut by what lies between. */
const beatMs = 20_000;

export class LiveLines {
  readonly #open = new Set<ServerResponse>();
  readonly #beat = setInterval(() => this.#say(': still here\n\n'), beatMs).unref();

  /** False where there are too many. */
  add(response: ServerResponse, headers: Readonly<Record<string, string>>): boolean {
    if (this.#open.size >= mostLines) return false;
    response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write('retry: 500\n\n');
    this.#open.add(response);
    response.on('close', () => this.#open.delete(response));
    return true;
  }

  tellChange(): void {
    this.#say('event: change\ndata:\n\n');
  }

  close(): void {
    clearInterval(this.#beat);
    for (const response of this.#open) response.end();
  }

  #say(text: string): void {
    for (const response of this.#open) response.write(text);
  }
}
