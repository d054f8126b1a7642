/** Which browser prints: the one that is named, else the embedded one, else what the machine has. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, delimiter, join, resolve } from 'node:path';
import { UserError } from '../../problem/problem.ts';
import type { Environment, FoundBrowser, PrinterEvent } from '../printer.types.ts';
import { provideEmbeddedBrowser } from './embedded-browser.ts';

export interface FindOptions {
  readonly browserPath?: string;
  readonly environment: Environment;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: PrinterEvent) => void;
}

/** Names under which package managers install Chrome and Chromium. */
const usualNames = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable'];

/**
 * A browser that somebody named is used or is an error, never passed over in silence: with another browser the same note has other bytes.
 * `CHROME_PATH` is not such a name: images set it for other tools, so it only says where an installed one is.
 */
export async function findBrowser(options: FindOptions): Promise<FoundBrowser> {
  const { browserPath, environment } = options;
  if (browserPath !== undefined) {
    return {
      origin: 'option',
      executablePath: await namedBrowser('--browser', browserPath, environment),
      environment: {},
    };
  }
  const fromEnvironment = environment.PUPPETEER_EXECUTABLE_PATH;
  if (fromEnvironment !== undefined && fromEnvironment !== '') {
    const executablePath = await namedBrowser('PUPPETEER_EXECUTABLE_PATH', fromEnvironment, environment);
    return { origin: 'environment', executablePath, environment: {} };
  }
  const found =
    (await provideEmbeddedBrowser(options)) ?? (await cachedByPuppeteer(environment)) ?? (await installed(environment));
  if (found === undefined) throw browserMissing();
  return found;
}

/** The path of a named browser; a bare word like `chromium` is looked up on PATH. */
async function namedBrowser(namedBy: string, name: string, environment: Environment): Promise<string> {
  const onPath = basename(name) === name ? await firstOnPath([name], environment) : undefined;
  const path = onPath ?? resolve(name);
  const fault = await whyUnusable(path);
  if (fault === undefined) return path;
  throw new UserError([
    {
      severity: 'error',
      code: 'browser-missing',
      message: `${namedBy} names “${name}”, which ${fault}`,
      hint: path.endsWith('.app')
        ? `name the program inside the app: “${join(name, 'Contents', 'MacOS', basename(name, '.app'))}”`
        : `name the program file of a Chrome or Chromium, or leave ${namedBy} out to use the embedded browser`,
    },
  ]);
}

async function cachedByPuppeteer(environment: Environment): Promise<FoundBrowser | undefined> {
  const { Browser, detectBrowserPlatform, getInstalledBrowsers, getVersionComparator } = await import(
    '@puppeteer/browsers'
  );
  const cacheDir = environment.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer');
  if ((await whatIs(cacheDir)) !== 'folder') return undefined;
  const platform = detectBrowserPlatform();
  const browsers = (await getInstalledBrowsers({ cacheDir })).filter((browser) => browser.platform === platform);
  // The headless shell first: it is the same kind of browser as the embedded one. Then the newest.
  for (const kind of [Browser.CHROMEHEADLESSSHELL, Browser.CHROME]) {
    const compare = getVersionComparator(kind);
    const newestFirst = browsers
      .filter(({ browser }) => browser === kind)
      .sort((a, b) => compare(b.buildId, a.buildId));
    for (const { executablePath } of newestFirst) {
      if ((await whyUnusable(executablePath)) === undefined) {
        return { origin: 'puppeteer-cache', executablePath, environment: {} };
      }
    }
  }
  return undefined;
}

async function installed(environment: Environment): Promise<FoundBrowser | undefined> {
  const hinted = environment.CHROME_PATH;
  const candidates = [hinted, ...(await usualPlaces()), await firstOnPath(usualNames, environment)];
  for (const executablePath of candidates) {
    if (executablePath !== undefined && (await whyUnusable(executablePath)) === undefined) {
      return { origin: 'installed', executablePath, environment: {} };
    }
  }
  return undefined;
}

/** Where Chrome's own installers put it on this platform. */
async function usualPlaces(): Promise<string[]> {
  const { Browser, ChromeReleaseChannel, computeSystemExecutablePath } = await import('@puppeteer/browsers');
  try {
    return [computeSystemExecutablePath({ browser: Browser.CHROME, channel: ChromeReleaseChannel.STABLE })];
  } catch {
    // It throws where there is none, which is an answer here and not a fault.
    return [];
  }
}

async function firstOnPath(names: readonly string[], environment: Environment): Promise<string | undefined> {
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name + suffix);
      if ((await whyUnusable(path)) === undefined) return path;
    }
  }
  return undefined;
}

/** Completes “… which ”; undefined for a file that may be run. */
async function whyUnusable(path: string): Promise<string | undefined> {
  const kind = await whatIs(path);
  if (kind === 'nothing') return 'does not exist';
  if (kind === 'folder') return 'is a folder';
  try {
    await access(path, constants.X_OK);
    return undefined;
  } catch {
    return 'is not a program that may be run';
  }
}

async function whatIs(path: string): Promise<'nothing' | 'folder' | 'file'> {
  const stats = await stat(path).catch(() => undefined);
  if (stats === undefined) return 'nothing';
  return stats.isDirectory() ? 'folder' : 'file';
}

function browserMissing(): UserError {
  const named = 'name one with --browser PATH or the variable PUPPETEER_EXECUTABLE_PATH';
  const hints: Partial<Record<NodeJS.Platform, string>> = {
    linux:
      process.arch === 'x64'
        ? `run “npm install” again so that the embedded browser is there (it needs glibc: on Alpine run “apk add chromium”), or ${named}`
        : `there is no embedded browser for ${process.arch}: install one (Debian, Ubuntu: “apt-get install chromium”), or ${named}`,
    darwin: `install Google Chrome (“brew install --cask google-chrome”), or ${named}`,
    win32: `install Google Chrome or Microsoft Edge, or ${named}`,
  };
  const message = `there is no browser to print with on this machine (${process.platform} ${process.arch})`;
  const hint = hints[process.platform] ?? `install Chrome or Chromium, or ${named}`;
  return new UserError([{ severity: 'error', code: 'browser-missing', message, hint }]);
}
