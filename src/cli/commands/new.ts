/** `omkost new`: a commented scenario to start from, which builds as it is. */
import { access, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { scenarioFolder } from '../../files/find-scenarios.ts';
import { projectFolder } from '../../files/project-folder.ts';
import { writeOutputs } from '../../files/write-outputs.ts';
import { type Problem, UserError } from '../../problem/problem.ts';
import { type CommonOptions, type ExitCode, exitCodes, type Outside } from '../outside.ts';
import { schemaFile, schemaText } from '../schema-file.ts';

export async function newScenario(name: string, options: CommonOptions, outside: Outside): Promise<ExitCode> {
  const plainName = name.replace(/\.ya?ml$/, '');
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(plainName)) {
    throw refused(
      'name-invalid',
      `“${name}” cannot be a file name here`,
      'use letters, digits and hyphens: my-intervention',
    );
  }
  if (plainName.toLowerCase() === 'manifest') {
    throw refused('name-taken', '“manifest” is the list of all that was built', 'choose another name: my-intervention');
  }
  const shownFolder = options.out ?? scenarioFolder;
  const folder = resolve(outside.workingFolder, shownFolder);
  const file = `${plainName}.yaml`;
  if (await exists(join(folder, file))) {
    throw refused(
      'name-taken',
      `${join(shownFolder, file)} exists already`,
      'choose another name; it is not overwritten',
    );
  }
  const template = await readFile(join(projectFolder, 'templates', 'new-scenario.yaml'), 'utf8');
  await writeOutputs(folder, shownFolder, [
    { name: file, content: template },
    { name: schemaFile, content: await schemaText('scenario') },
  ]);
  outside.out(`${join(shownFolder, file)}\n`);
  if (!options.quiet)
    outside.err(
      `Open it in your editor, replace what is marked (UDFYLD), then: omkost build ${shownFolder === scenarioFolder ? plainName : join(shownFolder, file)}\n`,
    );
  return exitCodes.ok;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function refused(code: Problem['code'], message: string, hint: string): UserError {
  return new UserError([{ severity: 'error', code, message, hint }]);
}
