/** Says which browser would print, without starting it: what another browser printed has other bytes. */
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { FoundBrowser } from '../printer.types.ts';
import { embeddedVersion } from './embedded-browser.ts';
import { type FindOptions, findBrowser } from './find-browser.ts';

/** Changes when the browser does. Throws UserError `browser-missing`. */
export async function identifyBrowser(options: FindOptions): Promise<string> {
  const isNamed = options.browserPath !== undefined || (options.environment.PUPPETEER_EXECUTABLE_PATH ?? '') !== '';
  const embedded = isNamed ? undefined : await embeddedVersion();
  if (embedded !== undefined) return `embedded ${embedded}`;
  const found = await findBrowser(options);
  const fonts = found.fontFolder === undefined ? `fonts of ${process.platform}` : '';
  return `${await versionOf(found)} ${fonts}`;
}

/** As it says itself; where it cannot be asked without opening a window, the file as it stands on the disk. */
async function versionOf({ executablePath, environment }: FoundBrowser): Promise<string> {
  const { size, mtimeMs } = await stat(executablePath);
  const file = `${executablePath} ${size} ${mtimeMs}`;
  if (process.platform === 'win32') return file;
  const given = { timeout: 10_000, env: { ...process.env, ...environment } };
  const said = await promisify(execFile)(executablePath, ['--version'], given).catch(() => undefined);
  return `${file} ${said?.stdout.trim() ?? ''}`;
}
