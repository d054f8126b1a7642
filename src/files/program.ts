/** The program's own version, as its package says. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from './project-folder.ts';

export async function programVersion(): Promise<string> {
  const parsed: unknown = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  if (typeof parsed === 'object' && parsed !== null && 'version' in parsed && typeof parsed.version === 'string')
    return parsed.version;
  throw new Error('package.json has no version');
}
