/** Problems as a JUnit report: a test case for each scenario that was looked at, and for each other file that something is wrong in. */
import { create } from 'xmlbuilder2';
import { describeProblem } from '../../problem/excerpt.ts';
import type { Problem } from '../../problem/problem.ts';
import type { Findings, NameFile } from './write-reports.ts';

/** What has no place in a file is wrong with the run as a whole. */
const wholeRun = 'the run';

export function junitReport({ scenarios, problems }: Findings, nameFile: NameFile): string {
  const byFile = new Map<string, Problem[]>(scenarios.map((path) => [nameFile(path), []]));
  for (const problem of problems) {
    const file = problem.place === undefined ? wholeRun : nameFile(problem.place.source.path);
    byFile.set(file, [...(byFile.get(file) ?? []), problem]);
  }
  const cases = [...byFile].map(([file, found]) => testCase(file, found));
  const errors = cases.filter((one) => 'error' in one).length;
  const totals = { '@tests': cases.length, '@failures': 0, '@errors': errors };
  const suite = { '@name': 'omkost', ...totals, '@skipped': 0, testcase: cases };
  return `${create({ version: '1.0', encoding: 'UTF-8' }, { testsuites: { ...totals, testsuite: suite } }).end({ prettyPrint: true })}\n`;
}

/** A case fails once: its message is the first error, its text all of them. Warnings are what it printed. */
function testCase(file: string, found: readonly Problem[]) {
  const errors = found.filter(({ severity }) => severity === 'error');
  const warnings = found.filter(({ severity }) => severity === 'warning');
  const [first] = errors;
  return {
    '@classname': 'omkost',
    '@name': xmlText(file),
    ...(file !== wholeRun && { '@file': xmlText(file) }),
    ...(first && { error: { '@message': xmlText(first.message), '@type': first.code, '#': texts(errors) } }),
    ...(warnings.length > 0 && { 'system-out': texts(warnings) }),
  };
}

function texts(problems: readonly Problem[]): string {
  return problems.map((problem) => xmlText(describeProblem(problem))).join('\n\n');
}

/** XML 1.0 knows neither control characters, but for three, nor halves of characters. */
function xmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');
}
