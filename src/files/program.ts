/** Which omkost this is: its version, as its package says, and the code itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256OfValue } from './digest.ts';
import { projectFolder } from './project-folder.ts';

export async function programVersion(): Promise<string> {
  const parsed: unknown = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed && typeof parsed.version === 'string')
    return parsed.version;
  throw new Error('package.json has no version');
}

/**
 * Changes with any line of the program, the versions of the libraries it is built on, or Node, whose tables spell numbers and
 * dates: what was kept by another program is not used. Two hundred small files, read in some ten milliseconds.
 */
export function programDigest(): string {
  const code = fileURLToPath(new URL('..', import.meta.url));
  const all = readdirSync(code, { recursive: true, encoding: 'utf8' });
  // The files joined for the program say nothing that those they were joined from, and package.json, do not say.
  const files = all.filter((name) => /(?<!\.d)\.[jt]s$/.test(name) && !basename(name).startsWith('joined-'));
  const texts = files.sort().map((name) => [name.replaceAll('\\', '/'), readFileSync(join(code, name), 'utf8')]);
  return sha256OfValue([process.version, readFileSync(join(projectFolder, 'package.json'), 'utf8'), texts]);
}
