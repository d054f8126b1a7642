/** `omkost prices update`: new values fetched, shown, and after a yes written into the price tables. */
import { replaceTables } from '../../../files/price-tables.ts';
import { applyPlans, type ChangedTable } from '../../../prices/update/apply-plans.ts';
import type { SeriesPlan } from '../../../prices/update/plan-update.ts';
import { type Problem, UserError } from '../../../problem/problem.ts';
import { saveAnswer, savedPath } from '../../../statbank/saved-answers.ts';
import { type ExitCode, exitCodes, type Outside } from '../../outside.ts';
import { exitCodeOf, problemAsJson, reportProblems } from '../../report-problems.ts';
import { changesText, planAsJson } from './changes-text.ts';
import { type Gathered, gatherUpdates, type SourceOptions } from './gather-updates.ts';

export interface UpdateOptions extends SourceOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  /** Also what the source has revised. */
  readonly revised?: boolean;
}

/** A series that cannot be fetched does not keep the others from being written; the exit code tells of it. */
export async function updatePrices(
  names: readonly string[],
  options: UpdateOptions,
  outside: Outside,
): Promise<ExitCode> {
  const revised = options.revised === true;
  try {
    const gathered = await gatherUpdates(names, options, outside);
    const changed = applyPlans(gathered.tables, gathered.plans, { revised });
    if (options.json !== true) await tell(gathered, changed, options, outside);
    const { written, code } = await settle(gathered, changed, options, outside);
    if (options.json === true) outside.out(asJson(gathered, written));
    return code === exitCodes.ok ? exitCodeOf(gathered.problems) : code;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (options.json === true) outside.out(failedAsJson(error.problems));
    else await reportProblems(outside, options, error.problems);
    return exitCodeOf(error.problems);
  }
}

async function tell(
  { plans, problems }: Gathered,
  changed: readonly ChangedTable[],
  options: UpdateOptions,
  outside: Outside,
): Promise<void> {
  await reportProblems(outside, options, problems);
  outside.out(await changesText(plans, { revised: options.revised === true }));
  const isSame = (plan: SeriesPlan) => plan.added.length === 0 && plan.revised.length === 0;
  for (const { update } of options.quiet === true ? [] : plans.filter(isSame))
    outside.err(`${update.name}: nothing new\n`);
  if (changed.length === 0 && plans.length > 0 && options.quiet !== true) outside.err('no price table changes\n');
}

interface Settled {
  readonly written: readonly string[];
  readonly code: ExitCode;
}

/** Writes, or says why it did not. */
async function settle(
  { answers }: Gathered,
  changed: readonly ChangedTable[],
  options: UpdateOptions,
  outside: Outside,
): Promise<Settled> {
  if (options.dryRun === true) return { written: [], code: exitCodes.ok };
  const paths = changed.map(({ after }) => after.path);
  if (changed.length > 0 && options.yes !== true) {
    if (outside.confirm === undefined || options.json === true) {
      outside.err(
        'nothing was written: nobody can be asked here. Run it again with --yes, or with --dry-run to look\n',
      );
      return { written: [], code: exitCodes.wrongCommandLine };
    }
    if (!(await outside.confirm(`Write ${paths.join(' and ')}?`))) {
      outside.err('nothing was written\n');
      return { written: [], code: exitCodes.problems };
    }
  }
  await replaceTables(changed, outside.workingFolder);
  for (const { table, saved } of answers)
    await saveAnswer(savedPath(table, saved.series), saved, outside.workingFolder);
  if (options.json !== true) outside.out(paths.map((path) => `${path}\n`).join(''));
  if (options.quiet !== true && options.json !== true && paths.length > 0)
    outside.err('written; build the notes again with: omkost build\n');
  return { written: paths, code: exitCodes.ok };
}

function asJson({ plans, problems }: Gathered, written: readonly string[]): string {
  const changes = plans.map(planAsJson);
  return `${JSON.stringify({ series: changes, written, problems: problems.map(problemAsJson) }, null, 2)}\n`;
}

function failedAsJson(problems: readonly Problem[]): string {
  return `${JSON.stringify({ series: [], written: [], problems: problems.map(problemAsJson) }, null, 2)}\n`;
}
