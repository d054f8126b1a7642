/** The changes that have come and are not dealt with yet, gathered until they have settled. */
import { setTimeout as pause } from 'node:timers/promises';

/** Files that are saved together (a whole checkout, say) make one round [ms]. */
const quietMs = 30;
/** However much goes on, a round begins after this time [ms]. */
const longestMs = 500;

export class Changes {
  #first: number | undefined;
  #last = 0;
  #wake = () => {};
  #failure: { readonly error: unknown } | undefined;

  mark(): void {
    this.#last = performance.now();
    this.#first ??= this.#last;
    this.#wake();
  }

  /** Whoever waits or asks next is told. */
  fail(error: unknown): void {
    this.#failure ??= { error };
    this.#wake();
  }

  get areWaiting(): boolean {
    return this.#first !== undefined || this.#failure !== undefined;
  }

  /** Takes them once they have settled: when the first of them came, or undefined where there are none. Throws what failed. */
  async take(signal: AbortSignal): Promise<number | undefined> {
    if (this.#failure !== undefined) throw this.#failure.error;
    const first = this.#first;
    if (first === undefined) return undefined;
    for (;;) {
      const now = performance.now();
      const left = Math.min(this.#last + quietMs, first + longestMs) - now;
      if (left <= 0) break;
      await pause(left, undefined, { signal });
    }
    this.#first = undefined;
    return first;
  }

  /** Comes back when there are some. */
  async wait(signal: AbortSignal): Promise<void> {
    if (this.areWaiting) return;
    signal.throwIfAborted();
    const stop = () => this.#wake();
    signal.addEventListener('abort', stop, { once: true });
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    signal.removeEventListener('abort', stop);
    signal.throwIfAborted();
  }
}
