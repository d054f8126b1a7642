/** What engines of continuous integration are told: GitHub's annotations, JUnit, SARIF. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { create } from 'xmlbuilder2';
import { omkost, projectWith, remove, shippedScenario } from './program.ts';

let good: string;
let folder: string;

beforeAll(async () => {
  good = await shippedScenario();
});

beforeEach(async () => {
  folder = await projectWith({ good });
});

afterEach(() => remove(folder));

const misspelt = () => writeFile(join(folder, 'scenarios', 'bad.yaml'), good.replace('priceYear:', 'priceYeer:'));
const written = (name: string) => readFile(join(folder, name), 'utf8');

test('github: an annotation with file, line, column, code, and the next step, besides the text for people', async () => {
  await misspelt();
  const line = good.split('\n').findIndex((text) => text.startsWith('priceYear:')) + 1;
  const { code, err } = await omkost(['check', '--reporter', 'github'], { folder });
  expect(code).toBe(1);
  const place = `file=scenarios/bad.yaml,line=${line},col=1,endLine=${line},endColumn=10`;
  expect(err).toContain(`::error ${place},title=omkost%3A key-unknown::unknown key “priceYeer”%0Ahint: did you mean`);
  expect(err).toContain(`scenarios/bad.yaml:${line}:1: unknown key “priceYeer” [key-unknown]\n`);
});

test('github: files are named from the root of the repository', async () => {
  await misspelt();
  const environment = { GITHUB_WORKSPACE: folder };
  const { err } = await omkost(['check', '../scenarios/bad.yaml', '--reporter', 'github'], {
    folder: join(folder, 'scenarios'),
    environment,
  });
  expect(err).toContain('::error file=scenarios/bad.yaml,');
});

test('github: text from a scenario cannot end its command or begin another', async () => {
  await writeFile(join(folder, 'scenarios', 'bad.yaml'), '"100 %,:\\n::set-env name=A::b": 1\n');
  const { err } = await omkost(['check', 'bad', '--reporter', 'github'], { folder });
  const commands = err.split('\n').filter((line) => line.includes('::'));
  expect(commands.length).toBeGreaterThan(0);
  expect(err).not.toMatch(/^::set-env/m);
  expect(err).toContain('100 %25');
});

test('junit: a case for each scenario, the bad one with all its errors', async () => {
  await misspelt();
  const { code } = await omkost(['check', '--reporter', 'junit=reports/omkost.xml'], { folder });
  expect(code).toBe(1);
  const report = create(await written('reports/omkost.xml')).end({ format: 'object' }) as never;
  const { testsuites } = report as { testsuites: { testsuite: Record<string, unknown> } };
  expect(testsuites.testsuite).toMatchObject({ '@tests': '2', '@errors': '1', '@failures': '0' });
  const [bad, fine] = testsuites.testsuite.testcase as { error?: Record<string, string> }[];
  expect(bad).toMatchObject({ '@name': 'scenarios/bad.yaml', error: { '@type': expect.any(String) } });
  expect(bad?.error?.['#']).toContain('unknown key “priceYeer”');
  expect(fine).toEqual({ '@classname': 'omkost', '@name': 'scenarios/good.yaml', '@file': 'scenarios/good.yaml' });
});

test('junit: what XML cannot hold does not break the report', async () => {
  await writeFile(join(folder, 'scenarios', 'bad.yaml'), '"]]> <&\\u0001\\ud800": 1\n');
  await omkost(['check', 'bad', '--reporter', 'junit=omkost.xml'], { folder });
  const report = await written('omkost.xml');
  for (const character of ['\u0001', '\ud800']) expect(report).not.toContain(character);
  expect(() => create(report)).not.toThrow();
});

test('sarif: rules, results and regions, and several reporters at once', async () => {
  await misspelt();
  const reporters = ['--reporter', 'sarif=omkost.sarif', '--reporter', 'junit=omkost.xml'];
  await omkost(['build', '--format', 'json', ...reporters, 'bad', 'good'], { folder });
  const { version, runs } = JSON.parse(await written('omkost.sarif')) as Log;
  const [run] = runs;
  expect(version).toBe('2.1.0');
  const found = run?.results?.find(({ ruleId }) => ruleId === 'key-unknown');
  expect(found).toMatchObject({
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'scenarios/bad.yaml' },
          region: { startColumn: 1, endColumn: 10 },
        },
      },
    ],
  });
  expect(run?.tool.driver.rules?.[found?.ruleIndex ?? -1]?.id).toBe('key-unknown');
  expect(await written('omkost.xml')).toContain('<testcase');
});

test('a good run writes reports too: an engine wants to hear that nothing is wrong', async () => {
  const { code } = await omkost(['check', '--reporter', 'sarif=omkost.sarif'], { folder });
  expect(code).toBe(0);
  expect((JSON.parse(await written('omkost.sarif')) as Log).runs[0]?.results).toEqual([]);
});

test('a reporter that is not known, or has no file, is a wrong command line', async () => {
  for (const reporter of ['junit', 'sarif=', 'gitlab']) {
    const { code, err } = await omkost(['check', '--reporter', reporter], { folder });
    expect([code, err]).toEqual([2, expect.stringContaining('Choose of github, junit=FILE and sarif=FILE.')]);
  }
});
