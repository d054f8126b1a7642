/** The door of `publish/`: finished HTML in, PDF bytes out. Nothing outside this room imports Puppeteer. */

export type BrowserOrigin = 'option' | 'environment' | 'embedded' | 'puppeteer-cache' | 'installed';

/** Environment variables as `process.env` has them; handed in, so that a test can bring its own. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A browser that was found: not started yet. */
export interface FoundBrowser {
  readonly origin: BrowserOrigin;
  readonly executablePath: string;
  /** Environment the process needs (library path), added to ours. */
  readonly environment: Readonly<Record<string, string>>;
  /** The only system fonts it may see. Without it the browser uses what the machine has. */
  readonly fontFolder?: string;
}

/** Whether Chromium's own sandbox is round the page; where it is off, the reason. */
export type SandboxState = 'on' | 'off-as-root' | 'off-unavailable';

/** What takes time or is out of the ordinary, for progress and notices. The wording is the command line's. */
export type PrinterEvent =
  | { readonly kind: 'unpacking'; readonly folder: string }
  | { readonly kind: 'unpacked'; readonly folder: string; readonly milliseconds: number }
  | { readonly kind: 'cache-unusable'; readonly folder: string; readonly reason: string }
  | { readonly kind: 'sandbox-unavailable' }
  | { readonly kind: 'browser-crashed'; readonly name: string };

export interface PrinterOptions {
  /** `--browser PATH`; else the environment, the embedded browser, Puppeteer's cache, an installed Chrome. */
  readonly browserPath?: string;
  /** Pages at once; 2 by default (more gains nothing, see the bench). */
  readonly pages?: number;
  /** For one print, in milliseconds; 60 seconds by default. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** `process.env` by default. */
  readonly environment?: Environment;
  readonly onEvent?: (event: PrinterEvent) => void;
}

/** A page to print. `contents` are the ids whose page numbers are wanted, and where in the page each number stands. */
export interface PrintJob {
  readonly html: string;
  /** Names the note in messages. */
  readonly name: string;
  /**
   * ids of headings in the contents list, in order; the number of `id` is written into the element `#page-of-<id>`. Empty: no contents list.
   * Each id needs a link to it, or Chromium writes no destination for it. Give the numbers a fixed width: then remembered numbers save a pass.
   */
  readonly contents: readonly string[];
  /** Page numbers of an earlier print of this note: where they hold, one print is enough. */
  readonly pagesBefore?: ReadonlyMap<string, number>;
}

export interface PrintedNote {
  readonly pdf: Uint8Array;
  /** Page number by contents id, as printed. */
  readonly pages: ReadonlyMap<string, number>;
  readonly pageCount: number;
  /** How many times Chromium printed it: 1 where the remembered numbers held, else 2 (3 when numbers moved a line). */
  readonly passes: number;
}

export interface Printer {
  /** Prints one note; waits for a free page. Throws UserError (`page-failed`, `print-timeout`) naming the note. */
  print(job: PrintJob): Promise<PrintedNote>;
  readonly version: string;
  readonly sandbox: SandboxState;
  readonly found: FoundBrowser;
}
