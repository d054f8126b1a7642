/** How long StatBank is waited for, how often it is asked again, and how much it may answer. */
import { setTimeout as after } from 'node:timers/promises';

export interface Patience {
  /** How often it is asked again after the first time. */
  readonly retries: number;
  /** Before it is asked again [ms]; doubled each time. */
  readonly firstWait: number;
  /** The longest wait that StatBank may ask for itself [ms]. */
  readonly longestWait: number;
  /** For one answer, to its last byte [ms]. */
  readonly timeout: number;
  /** The largest answer, unpacked. */
  readonly mostBytes: number;
  /** Waits; handed in by tests. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export const usualPatience: Patience = {
  retries: 3,
  firstWait: 1_000,
  longestWait: 60_000,
  timeout: 30_000,
  mostBytes: 16 * 1024 * 1024,
  wait: async (milliseconds, signal) => void (await after(milliseconds, undefined, { signal })),
};

/** What `Retry-After` asks for [ms], in seconds or as a date; undefined where it says nothing that can be read. */
export function retryAfter(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header.trim()) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
