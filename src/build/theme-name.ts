/** What a manifest calls the house style of a note, so that two of one name can be held beside each other. */
import { basename, posix } from 'node:path';
import type { ReadNote } from '../files/read-inputs.ts';
import type { BuildRequest } from './build-request.ts';

/** `agency` of one that is shipped; of one's own `./themes/ours`, seen from where omkost was called, and its last name where that is elsewhere. */
export function themeNameOf({ house, scenario }: ReadNote, { theme }: Pick<BuildRequest['reading'], 'theme'>): string {
  if (house.shippedTheme !== undefined) return house.shippedTheme;
  const inScenario = scenario.scenario.theme ?? '';
  const from = theme === undefined ? posix.dirname(slashed(scenario.located.source.path)) : '.';
  const path = posix.join(from, slashed(theme ?? inScenario));
  const isElsewhere = /^(?:\/|\.\.|[A-Za-z]:)/.test(path) || /^(?:\/|[A-Za-z]:)/.test(slashed(theme ?? inScenario));
  return `./${isElsewhere ? basename(path) : path}`;
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
