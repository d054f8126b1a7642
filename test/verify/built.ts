/** Notes as the library builds them, and their verification without a browser. */

import { findTheme } from '../../src/files/find-theme.ts';
import { programVersion } from '../../src/files/program.ts';
import { houseOfTexts, readHouse } from '../../src/files/read-house.ts';
import { type BuildNoteOptions, buildNote, withPress } from '../../src/index.ts';
import type { Verification } from '../../src/verify/verification.types.ts';
import { verifyNote } from '../../src/verify/verify-note.ts';

export const issued = '2026-11-22';

export async function builtNotes(options: readonly Omit<BuildNoteOptions, 'press'>[]): Promise<Uint8Array[]> {
  return withPress({}, async (press) => {
    const notes = await Promise.all(options.map((each) => buildNote({ issued, ...each, press })));
    return notes.map(({ pdf }) => pdf);
  });
}

export async function verified(bytes: Uint8Array, program?: string): Promise<Verification> {
  return verifyNote({
    name: 'note.pdf',
    bytes,
    program: program ?? `omkost ${await programVersion()}`,
    house: async (language, theme, texts) =>
      theme === undefined && texts !== undefined
        ? houseOfTexts(texts, language)
        : readHouse({ language, ...(theme !== undefined && { theme: await findTheme(theme, '') }) }),
  });
}

/** Code of the first problem of a file that cannot be verified. */
export async function refused(bytes: Uint8Array): Promise<{ readonly code: string; readonly message: string }> {
  const { UserError } = await import('../../src/problem/problem.ts');
  try {
    await verified(bytes);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { code: error.problems[0]?.code ?? '', message: error.problems[0]?.message ?? '' };
  }
  throw new Error('it was verified');
}
