/** The notes that a command line means: scenarios, or the rows of a table for one of them; all, or one shard. */
import { type FoundScenarios, findScenario, findScenarios } from '../files/find-scenarios.ts';
import { readNamePattern } from '../files/note-name.ts';
import { inShard } from '../files/shard.ts';
import type { CommonOptions } from './outside.ts';

/** Throws UserError where nothing is found at all. */
export async function findNotes(
  named: readonly string[],
  options: Pick<CommonOptions, 'rows' | 'name' | 'shard'>,
  workingFolder: string,
): Promise<FoundScenarios> {
  const { files, problems } = await findAll(named, options, workingFolder);
  return { files: inShard(files, options.shard), problems };
}

async function findAll(
  named: readonly string[],
  { rows, name }: Pick<CommonOptions, 'rows' | 'name'>,
  workingFolder: string,
): Promise<FoundScenarios> {
  const [first = ''] = named;
  if (rows === undefined) return findScenarios(named, workingFolder);
  const { path = '', ...scenario } = await findScenario(first, workingFolder);
  const { findRows } = await import('../files/find-rows.ts');
  const pattern = name === undefined ? undefined : readNamePattern(name);
  return findRows({ ...scenario, path }, { rows, name: pattern }, workingFolder);
}
