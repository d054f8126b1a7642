/** `omkost verify`: the figures of finished notes computed again from what their PDFs carry. No browser, no network, nothing written. */
import { resolve } from 'node:path';
import { findTheme } from '../../files/find-theme.ts';
import { programVersion } from '../../files/program.ts';
import { houseOfTexts, readHouse } from '../../files/read-house.ts';
import { readBytes } from '../../files/read-source.ts';
import type { House } from '../../note.ts';
import { type Problem, UserError } from '../../problem/problem.ts';
import type { Difference, Verification } from '../../verify/verification.types.ts';
import type { FindHouse } from '../../verify/verify-note.ts';
import { type CommonOptions, type ExitCode, exitCodes, type Outside } from '../outside.ts';
import { problemAsJson, reportProblems } from '../report-problems.ts';

/** A note of 200 pages is a tenth of this. */
const largestBytes = 64 * 1024 * 1024;

/** One after the other; one that cannot be verified does not stop the others. */
export async function verify(named: readonly string[], options: CommonOptions, outside: Outside): Promise<ExitCode> {
  const { verifyNote } = await import('../../verify/verify-note.ts');
  const program = `omkost ${await programVersion()}`;
  const house = housesOf(options, outside);
  const verified: Verification[] = [];
  const problems: Problem[] = [];
  for (const name of new Set(named)) {
    outside.signal.throwIfAborted();
    try {
      const bytes = await readBytes(resolve(outside.workingFolder, name), name, largestBytes);
      verified.push(await verifyNote({ name, bytes, program, house }));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (options.json) {
    const notices = ({ notices: found, ...rest }: Verification) => ({ ...rest, notices: found.map(problemAsJson) });
    const told = { verified: verified.map(notices), problems: problems.map(problemAsJson) };
    outside.out(`${JSON.stringify(told, null, 2)}\n`);
  } else {
    await reportProblems(outside, options, [...problems, ...verified.flatMap(({ notices }) => notices)]);
    for (const one of verified) outside.out(verificationText(one, options));
  }
  return problems.length === 0 && verified.every(({ follows }) => follows) ? exitCodes.ok : exitCodes.problems;
}

/** Read once for each language and house style. */
function housesOf({ theme: given }: CommonOptions, { workingFolder }: Outside): FindHouse {
  const known = new Map<string, Promise<House>>();
  const houseIn = async (language: string, theme: string | undefined): Promise<House> =>
    readHouse({ language, ...(theme !== undefined && { theme: await findTheme(theme, workingFolder) }) });
  return (language, shipped, texts) => {
    if (given === undefined && shipped === undefined && texts !== undefined) return houseOfTexts(texts, language);
    const key = `${language} ${shipped ?? ''}`;
    const house = known.get(key) ?? houseIn(language, given ?? shipped);
    known.set(key, house);
    return house;
  };
}

function verificationText(verification: Verification, { quiet }: CommonOptions): string {
  const { file, figures, textFigures, differences, files, changedInputs, wording, follows } = verification;
  const changed = files.filter(({ state }) => state === 'changed' || state === 'missing');
  const added = files.filter(({ state }) => state === 'added');
  const compared = `${figures.length} named figures, ${textFigures} words with a figure in the text`;
  if (follows && quiet) return '';
  const lines = [
    follows ? `${file}: every printed figure follows (${compared})` : `${file}: does NOT follow (${compared})`,
    ...changed.map(
      ({ name, state }) =>
        `  ${name} inside is ${state === 'missing' ? 'missing' : 'not as it was when the note was built'}`,
    ),
    ...changedInputs.map((input) => `  changed input ${input}`),
    ...differences.map(differenceText),
    ...(differences.length === 0 || changed.length > 0
      ? []
      : ['  the inputs inside are as they were: look at who changed the PDF']),
    ...(wording.length === 0
      ? []
      : [`  note: ${wording.length} stretches of text without a figure differ, the first: ${wordingText(wording[0])}`]),
    ...(added.length === 0 ? [] : [`  note: carries besides ${added.map(({ name }) => `“${name}”`).join(', ')}`]),
  ];
  return `${lines.join('\n')}\n`;
}

const places: Record<Difference['where'], string> = {
  text: 'in the text',
  results: 'in the results',
  csv: 'in the table of results',
};

function differenceText({ figure, where, printed, recomputed, page, context, because }: Difference): string {
  const place = page === undefined ? places[where] : `${places[where]}, page ${page}`;
  const lines = [
    `  ${figure ?? 'a figure'} ${place}: printed ${quoted(printed)}, follows ${quoted(recomputed)}`,
    ...(context === undefined ? [] : [`      in “… ${context} …”`]),
    ...because.map((input) => `      because ${input}`),
  ];
  return lines.join('\n');
}

function wordingText(difference: Difference | undefined): string {
  return difference === undefined ? '' : `${quoted(difference.printed)} instead of ${quoted(difference.recomputed)}`;
}

function quoted(text: string): string {
  return text === '' ? 'nothing' : `“${text}”`;
}
