/** Writes the change note that `--pdf` asks for. */
import { basename, dirname, resolve } from 'node:path';
import type { BuildChanges } from '../../../changes/changes.types.ts';
import { findTheme } from '../../../files/find-theme.ts';
import { programVersion } from '../../../files/program.ts';
import { readHouse } from '../../../files/read-house.ts';
import { writeOutputs } from '../../../files/write-outputs.ts';
import { type CommonOptions, dateOfBuild, type Outside } from '../../outside.ts';
import { describeEvent } from '../../printer-events.ts';

export interface ChangeNoteArguments extends CommonOptions {
  readonly pdf?: string;
  readonly language?: string;
  readonly publisher?: string;
}

/** What the notes themselves say of language and publisher, where the command line does not. */
export interface NotesSay {
  readonly language?: string | undefined;
  readonly publisher?: string | undefined;
}

/** Throws UserError: no publisher, no such language or theme, no browser, a folder that cannot be written to. */
export async function writeChangeNote(
  changes: BuildChanges,
  options: ChangeNoteArguments & { readonly pdf: string },
  notes: NotesSay,
  outside: Outside,
): Promise<void> {
  const { workingFolder, signal, environment } = outside;
  const language = options.language ?? notes.language ?? 'da';
  const theme = options.theme === undefined ? undefined : await findTheme(options.theme, workingFolder);
  const house = await readHouse({ language, ...(theme && { theme }) });
  const [{ publishChangeNote }, { withPress }] = await Promise.all([
    import('../../../diff/change-note.ts'),
    import('../../../build/press.ts'),
  ]);
  const printer = {
    ...(options.browser !== undefined && { browserPath: options.browser }),
    environment,
    signal,
    onEvent: (event: Parameters<typeof describeEvent>[0]) => {
      if (options.quiet !== true) outside.err(`${describeEvent(event)}\n`);
    },
  };
  const given = {
    house,
    language,
    publisher: options.publisher ?? notes.publisher,
    issued: dateOfBuild(outside),
    program: `omkost ${await programVersion()}`,
  };
  const { pdf } = await withPress(printer, (press) => publishChangeNote(changes, given, press));
  const path = resolve(workingFolder, options.pdf);
  await writeOutputs(dirname(path), dirname(options.pdf), [{ name: basename(path), content: pdf }]);
  if (options.quiet !== true) outside.err(`${options.pdf}\n`);
}
