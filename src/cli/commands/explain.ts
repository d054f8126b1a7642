/** `omkost explain`: how a figure came about, from the note down to hours, wages and their sources. */
import { findScenario } from '../../files/find-scenarios.ts';
import { InputReader } from '../../files/read-inputs.ts';
import { assess } from '../../model/assess.ts';
import { priceScenario } from '../../prices/price.ts';
import { UserError } from '../../problem/problem.ts';
import { suggestion } from '../../problem/suggest.ts';
import { type ReportContext, reportContext } from '../../report/context.ts';
import type { Explanation } from '../../report/explain.ts';
import { explanations } from '../../report/explain-figures.ts';
import { treeOf, treeText } from '../../report/explain-text.ts';
import { type CommonOptions, dateOfBuild, type ExitCode, exitCodes, type Outside } from '../outside.ts';
import { exitCodeOf, problemAsJson, reportProblems } from '../report-problems.ts';

export interface ExplainOptions extends CommonOptions {
  /** How many levels under the figure are printed; all without it. */
  readonly depth?: number;
}

/** Without a figure the headline is explained. */
export async function explain(
  named: string,
  figure: string | undefined,
  options: ExplainOptions,
  outside: Outside,
): Promise<ExitCode> {
  const { workingFolder, standardInput } = outside;
  const reader = new InputReader({ ...options, workingFolder, standardInput, issued: dateOfBuild(outside) });
  try {
    const { scenario, prices, house } = await reader.read(await findScenario(named, workingFolder));
    const context = reportContext(assess(priceScenario(scenario, prices)), house.language);
    outside.out(explained(context, figure, options));
    return exitCodes.ok;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (options.json) outside.out(`${JSON.stringify({ problems: error.problems.map(problemAsJson) }, null, 2)}\n`);
    else await reportProblems(outside, options, error.problems);
    return exitCodeOf(error.problems);
  }
}

function explained(context: ReportContext, figure: string | undefined, { json, depth }: ExplainOptions): string {
  const { name, explanation } = figureNamed(context, figure);
  const levels = depth ?? Number.POSITIVE_INFINITY;
  if (json) return `${JSON.stringify({ figure: name, ...treeOf(explanation, levels) }, null, 2)}\n`;
  const { more, above } = context.language.explain;
  return treeText(explanation, levels, { more, above });
}

interface Named {
  readonly name: string;
  readonly explanation: Explanation;
}

function figureNamed(context: ReportContext, wanted: string | undefined): Named {
  const known = explanations(context);
  const name = wanted ?? (known.has('perCompleted') ? 'perCompleted' : 'total');
  const explanation = known.get(name)?.();
  if (explanation !== undefined) return { name, explanation };
  const below = [...known.keys()].filter((one) => one.startsWith(`${name}.`));
  const message = below.length > 0 ? `“${name}” is a group of figures` : `no figure of the note is called “${name}”`;
  const hint = below.length > 0 ? suggestion('', below) : suggestion(name, known.keys());
  throw new UserError([{ severity: 'error', code: 'figure-unknown', message, hint }]);
}
