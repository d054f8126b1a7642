/** Runs the shell steps of a composite action as a GitHub runner would: expressions become environment, outputs are read from a file. */
import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const stepSchema = z.object({
  id: z.string().optional(),
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  shell: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
});

const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  runs: z.object({ using: z.literal('composite'), steps: z.array(stepSchema) }),
});

export type Action = z.infer<typeof actionSchema>;
export type Step = z.infer<typeof stepSchema>;

export async function readAction(path: string): Promise<Action> {
  return actionSchema.parse(parse(await readFile(path, 'utf8')));
}

export interface Runner {
  /** Folder of the checkout, in which steps run. */
  readonly workspace: string;
  /** `inputs.out`, `github.action_path`, `steps.build.outputs.code` … by their names in expressions. */
  readonly values: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
}

export interface StepResult {
  readonly code: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
}

/** Runs one step's script with bash, with the flags of a runner (`bash -e -o pipefail`). */
export async function runStep(step: Step, { workspace, values, environment }: Runner): Promise<StepResult> {
  const script = join(workspace, 'step.sh');
  const outputs = join(workspace, 'step-outputs');
  await writeFile(script, step.run ?? '');
  await writeFile(outputs, '');
  const own = Object.entries(step.env).map(([name, text]) => [name, filledIn(text, values)]);
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: workspace,
    env: { PATH: process.env.PATH, ...environment, ...Object.fromEntries(own), GITHUB_OUTPUT: outputs },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const lines = (await readFile(outputs, 'utf8')).split('\n').filter((line) => line.includes('='));
  const pairs = lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
  return { code, log, outputs: Object.fromEntries(pairs) };
}

/** `${{ name }}` → its value. A name that is not given is a mistake of the action or of the test. */
function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the step uses ${name}, which nobody gives`);
    return value;
  });
}
