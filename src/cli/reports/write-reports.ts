/** Problems for machines that read them: annotations on GitHub, JUnit and SARIF files for other engines. People get the text besides. */
import { relative, resolve } from 'node:path';
import { writeOutputs } from '../../files/write-outputs.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Outside } from '../outside.ts';
import type { Reporter } from './parse-reporter.ts';

/** What a run looked at, and what it found. */
export interface Findings {
  /** Paths of the scenarios as the user knows them; `-` for standard input. */
  readonly scenarios: readonly string[];
  readonly problems: readonly Problem[];
}

/** How a problem's file is named in a report: from the root of what is checked out, `/` between names on every system. */
export type NameFile = (path: string) => string;

/** Hands the findings to each reporter asked for. Throws UserError `output-unwritable`. */
export async function writeReports(
  reporters: readonly Reporter[],
  findings: Findings,
  outside: Outside,
  version: string,
): Promise<void> {
  const nameFile = fileNamer(outside);
  for (const reporter of reporters) {
    if (reporter.kind === 'github') {
      const { githubAnnotations } = await import('./github.ts');
      outside.err(githubAnnotations(findings.problems, nameFile));
    } else {
      await write(reporter.file, await content(reporter.kind, findings, nameFile, version), outside);
    }
  }
}

async function content(
  kind: 'junit' | 'sarif',
  findings: Findings,
  nameFile: NameFile,
  version: string,
): Promise<string> {
  if (kind === 'junit') return (await import('./junit.ts')).junitReport(findings, nameFile);
  return (await import('./sarif.ts')).sarifReport(findings.problems, nameFile, version);
}

async function write(file: string, text: string, { workingFolder }: Outside): Promise<void> {
  const at = file.lastIndexOf('/');
  const [folder, name] = at === -1 ? ['.', file] : [file.slice(0, at) || '/', file.slice(at + 1)];
  await writeOutputs(resolve(workingFolder, folder), folder, [{ name, content: text }]);
}

/** GitHub wants names from the root of the repository, also where omkost runs in a folder of it. */
function fileNamer({ environment, workingFolder }: Outside): NameFile {
  const { GITHUB_WORKSPACE } = environment;
  return (path) => {
    const inside = GITHUB_WORKSPACE ? relative(GITHUB_WORKSPACE, resolve(workingFolder, path)) : path;
    return (inside.startsWith('..') ? path : inside).replaceAll('\\', '/');
  };
}
