/** Two figures against each other: every value can be read, and every pair of them is possible. */
import { impossibleTogether } from '../../scenario/lawful.ts';
import type { AxisInput, GridInput } from '../../scenario/schema/sensitivity.ts';
import { type Changes, together } from '../../scenario/variation.ts';
import type { Path } from '../../yaml/parse-yaml.ts';
import { checkValue } from './alternatives.ts';
import type { AnalysisFindings } from './findings.ts';

export function checkGrids(findings: AnalysisFindings): void {
  for (const [id, grid] of Object.entries(findings.scenario.sensitivity?.grids ?? {})) {
    checkGrid(findings, grid, ['grids', id]);
  }
}

function checkGrid(findings: AnalysisFindings, grid: GridInput, path: Path): void {
  const rows = checkAxis(findings, grid.rows, [...path, 'rows']);
  const columns = checkAxis(findings, grid.columns, [...path, 'columns']);
  const [row] = rows;
  const [column] = columns;
  if (row === undefined || column === undefined) return;
  const both = [...row.keys()].find((figure) => column.has(figure));
  if (both !== undefined) {
    const message = `“${both}” differs both by row and by column`;
    findings.report([...path, 'columns', 'vary'], {
      code: 'key-conflict',
      message,
      hint: 'vary another figure in the columns',
    });
    return;
  }
  const pairs = rows.flatMap((one) => columns.map((other) => together([one, other])));
  const why = pairs.map((pair) => impossibleTogether(findings.scenario, pair)).find((found) => found !== undefined);
  if (why === undefined) return;
  const hint = 'leave out the values that cannot meet';
  findings.report([...path, 'rows', 'values'], { code: 'value-impossible', message: why, hint });
}

/** The change that each value makes; empty where something is wrong with one, which is reported. */
function checkAxis(findings: AnalysisFindings, axis: AxisInput, path: Path): readonly Changes[] {
  const target = findings.targetOf(axis.vary, [...path, 'vary']);
  if (target === undefined) return [];
  const changes = axis.values.map((text, place) => checkValue(findings, target, text, [...path, 'values', place]));
  return changes.includes(undefined) ? [] : changes.flatMap((change) => change ?? []);
}
