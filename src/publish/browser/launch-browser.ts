/** Starts a found browser: a profile of its own, the sandbox where it works, and plain words where it does not start. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Browser, connect, default as puppeteer } from 'puppeteer-core';
import { UserError } from '../../problem/problem.ts';
import type { Environment, FoundBrowser, SandboxState } from '../printer.types.ts';
import { type BrowserProcess, startBrowserProcess } from './browser-process.ts';

export interface RunningBrowser {
  readonly browser: Browser;
  readonly version: string;
  readonly sandbox: SandboxState;
  /** Resolves, with how, when its process is gone for whatever reason. */
  readonly ended: Promise<string>;
  /** Ends it and removes its profile. Never throws. */
  close(): Promise<void>;
  /** Ends it at once; every call under way fails. */
  kill(): void;
}

export interface LaunchOptions {
  readonly environment: Environment;
  readonly signal?: AbortSignal;
}

const startTimeoutMs = 30_000;
const closeTimeoutMs = 3_000;

/** Throws UserError `browser-failed` with what the browser said. */
export async function launchBrowser(found: FoundBrowser, options: LaunchOptions): Promise<RunningBrowser> {
  try {
    return await launchOnce(found, options);
  } catch (error) {
    // Seen once in our own tests: a sound Chromium that crashed as it started. One that crashes twice does not work here.
    if (!(error instanceof UserError) || !/ended by SIG(?:SEGV|TRAP|ABRT|BUS|ILL)/.test(error.message)) throw error;
    return launchOnce(found, options);
  }
}

async function launchOnce(found: FoundBrowser, options: LaunchOptions): Promise<RunningBrowser> {
  // Chromium refuses its sandbox to root.
  if (process.getuid?.() === 0) return start(found, 'off-as-root', options);
  try {
    return await start(found, 'on', options);
  } catch (error) {
    // Containers and hardened kernels often give no user namespace; the page is locked down without it too.
    if (!(error instanceof UserError) || !/sandbox|namespace/i.test(error.message)) throw error;
    return start(found, 'off-unavailable', options);
  }
}

async function start(found: FoundBrowser, sandbox: SandboxState, options: LaunchOptions): Promise<RunningBrowser> {
  options.signal?.throwIfAborted();
  const profile = await mkdtemp(join(tmpdir(), 'omkost-browser-'));
  const removeProfile = () => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  const child = startBrowserProcess({
    executablePath: found.executablePath,
    args: launchArguments(found, profile, sandbox),
    // What Chromium leaves in the temporary folder when it is killed goes with the profile.
    environment: {
      ...options.environment,
      ...found.environment,
      ...(await fontSettings(found, profile)),
      TMPDIR: profile,
      TZ: 'UTC',
    },
  });
  const abort = () => child.kill();
  options.signal?.addEventListener('abort', abort, { once: true });
  const tidy = async () => {
    options.signal?.removeEventListener('abort', abort);
    child.kill();
    await child.ended;
    await removeProfile();
  };
  try {
    const browser = await connected(child);
    const version = await browser.version();
    return {
      browser,
      version,
      sandbox,
      ended: child.ended,
      kill: () => child.kill(),
      close: () => closeGently(browser, child, tidy),
    };
  } catch (error) {
    await tidy();
    options.signal?.throwIfAborted();
    throw failedToStart(found, child, error);
  }
}

function launchArguments(found: FoundBrowser, profile: string, sandbox: SandboxState): string[] {
  // A headless shell has one mode only; a full Chrome must be told to stay without a window.
  const isShell = found.origin === 'embedded' || /headless.shell/.test(basename(found.executablePath));
  return puppeteer.defaultArgs({
    headless: isShell ? 'shell' : true,
    userDataDir: profile,
    args: [
      // Without it the headless shell and full Chrome give letters other widths, and lines break elsewhere.
      '--font-render-hinting=none',
      '--lang=en-US',
      '--disable-gpu',
      // Nothing has a name to be reached by, whatever the page or the browser itself asks for.
      '--host-resolver-rules=MAP * ~NOTFOUND',
      ...(sandbox === 'on' ? [] : ['--no-sandbox']),
    ],
  });
}

/** Shows the browser the fonts that came with it and no others, so that a machine's own fonts never get into a note. */
export async function fontSettings(found: FoundBrowser, profile: string): Promise<Record<string, string>> {
  if (found.fontFolder === undefined) return {};
  const cache = join(profile, 'fontconfig');
  const file = join(profile, 'fonts.conf');
  await mkdir(cache);
  const folders = `<dir>${inXml(found.fontFolder)}</dir><cachedir>${inXml(cache)}</cachedir>`;
  await writeFile(
    file,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>${folders}</fontconfig>\n`,
  );
  return { FONTCONFIG_FILE: file };
}

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

async function connected(child: BrowserProcess): Promise<Browser> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`it did not answer in ${startTimeoutMs / 1000} seconds`)),
      startTimeoutMs,
    );
  });
  const ended = child.ended.then((how) => Promise.reject(new Error(how)));
  const connecting = connect({ transport: child.transport, defaultViewport: null });
  // When it ends before it answers, how it ended is the reason; the broken connection only follows from it.
  const reason = connecting.catch(() => ended);
  try {
    return await Promise.race([reason, ended, tooLate]);
  } finally {
    clearTimeout(timer);
    ended.catch(() => undefined);
    reason.catch(() => undefined);
  }
}

async function closeGently(browser: Browser, child: BrowserProcess, tidy: () => Promise<void>): Promise<void> {
  const timer = setTimeout(() => child.kill(), closeTimeoutMs);
  await Promise.race([browser.close(), child.ended]).catch(() => child.kill());
  clearTimeout(timer);
  await tidy();
}

function failedToStart(found: FoundBrowser, child: BrowserProcess, cause: unknown): UserError {
  const how = cause instanceof Error ? cause.message : String(cause);
  const said = child.said().join('\n');
  const quoted = said === '' ? '' : `; it said:\n${trimmed(said)}`;
  const message = `the browser ${found.executablePath} does not start: ${how}${quoted}`;
  return new UserError([{ severity: 'error', code: 'browser-failed', message, hint: nextStep(found, said) }], {
    cause,
  });
}

function trimmed(said: string): string {
  const lines = said.split('\n').slice(-6);
  return lines.map((line) => `  ${line.slice(0, 200)}`).join('\n');
}

function nextStep(found: FoundBrowser, said: string): string {
  const library = /(lib[\w.+-]+\.so[\w.]*): cannot open shared object/.exec(said)?.[1];
  if (library !== undefined)
    return `install the system library ${library}, or use the embedded browser (Linux x64, glibc)`;
  if (found.origin === 'option')
    return 'give --browser another Chrome or Chromium, or leave it out to use the embedded one';
  if (found.origin === 'environment') {
    return 'let PUPPETEER_EXECUTABLE_PATH name a Chrome or Chromium, or unset it to use the embedded one';
  }
  return '“omkost doctor” tries each step on its own; another browser can be named with --browser PATH';
}
