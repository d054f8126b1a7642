/** Named alternatives: every value can be read in its figure's unit, and all of them are possible together. */
import { impossible, impossibleTogether } from '../../scenario/lawful.ts';
import type { AlternativeInput } from '../../scenario/schema/sensitivity.ts';
import type { WrittenValue } from '../../scenario/schema/written-value.ts';
import { type Changes, readIn, setTo, together } from '../../scenario/variation.ts';
import type { Path } from '../../yaml/parse-yaml.ts';
import type { AnalysisFindings, Target } from './findings.ts';

export function checkAlternatives(findings: AnalysisFindings): void {
  for (const [id, alternative] of Object.entries(findings.scenario.sensitivity?.alternatives ?? {})) {
    checkAlternative(findings, alternative, ['alternatives', id]);
  }
}

function checkAlternative(findings: AnalysisFindings, alternative: AlternativeInput, path: Path): void {
  const given = Object.entries(alternative.set);
  if (given.length === 0) {
    const hint = 'write a figure by its place and its value: { teams.pn.count: 4 }';
    findings.report(
      [...path, 'set'],
      { code: 'value-impossible', message: 'the alternative changes nothing', hint },
      'key',
    );
    return;
  }
  const changes = given.map(([pattern, text]) => {
    const at = [...path, 'set', pattern];
    const target = findings.targetOf(pattern, at, 'key');
    return target === undefined ? undefined : checkValue(findings, target, text, at);
  });
  if (changes.includes(undefined)) return;
  const why = impossibleTogether(findings.scenario, together(changes.flatMap((change) => change ?? [])));
  if (why === undefined) return;
  const hint = 'change both figures, or choose other values';
  findings.report([...path, 'set'], { code: 'value-impossible', message: why, hint }, 'key');
}

/** The change that a written value makes; undefined where it cannot be, which is reported. */
export function checkValue(
  findings: AnalysisFindings,
  target: Target,
  written: WrittenValue,
  path: Path,
): Changes | undefined {
  const reading = readIn(target.unit, written);
  if (!reading.ok) {
    findings.report(path, reading);
    return undefined;
  }
  const changes = setTo(target.figures, reading.value);
  for (const [figure, values] of changes) {
    const why = impossible(findings.scenario, figure, values);
    if (why === undefined) continue;
    findings.report(path, { code: 'value-impossible', message: why, hint: 'write a value that the figure can have' });
    return undefined;
  }
  return changes;
}
