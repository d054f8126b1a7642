/** Drawn inputs: each distribution can be read, falls where its figure can be, and the correlations can hold together. */
import { choleskyOf, correlationMatrix } from '../../scenario/correlation.ts';
import { reachOf, readDistribution, supportOf } from '../../scenario/distribution.ts';
import { impossibleTogether, isWholeOnly, lawfulRange, narrowEnd } from '../../scenario/lawful.ts';
import type { DistributionInput } from '../../scenario/schema/distribution.ts';
import type { ProbabilisticInput } from '../../scenario/schema/sensitivity.ts';
import { commonUnit, figuresNamed, setTo, together } from '../../scenario/variation.ts';
import type { Path } from '../../yaml/parse-yaml.ts';
import type { AnalysisFindings, Target } from './findings.ts';

const fewestDraws = 100;
const mostDraws = 1_000_000;

export function checkProbabilistic(findings: AnalysisFindings): void {
  const analysis = findings.scenario.sensitivity?.probabilistic;
  if (analysis === undefined) return;
  const { draws, inputs } = analysis;
  if (draws !== undefined && (draws < fewestDraws || draws > mostDraws)) {
    const said = {
      message: 'the number of draws is out of bounds',
      hint: 'choose between 100 and 1.000.000, usually 10.000',
    };
    findings.report(['probabilistic', 'draws'], { code: 'value-impossible', ...said });
  }
  if (Object.keys(inputs).length === 0) {
    const said = { message: 'nothing is drawn', hint: 'write a figure by its place and its distribution' };
    findings.report(['probabilistic', 'inputs'], { code: 'value-impossible', ...said }, 'key');
  }
  for (const [pattern, input] of Object.entries(inputs)) {
    checkInput(findings, pattern, input, ['probabilistic', 'inputs', pattern]);
  }
  if (findings.problems.length === 0) checkTogether(findings, analysis);
  checkDrawnOnce(findings, analysis);
  checkCorrelations(findings, analysis);
}

function checkInput(findings: AnalysisFindings, pattern: string, input: DistributionInput, path: Path): void {
  if (input.source === undefined && input.assumption === undefined) {
    const hint = 'add `source:` (a name from `references`) or `assumption:` with the reason for the spread';
    findings.report(
      path,
      { code: 'source-missing', message: `the distribution of “${pattern}” has no source`, hint },
      'key',
    );
  }
  const target = findings.targetOf(pattern, path, 'key');
  if (target === undefined) return;
  if ([...target.figures.keys()].some(isWholeOnly)) {
    const hint = 'compare whole years in `alternatives` or `grids`';
    findings.report(
      path,
      { code: 'value-impossible', message: 'the time horizon is a whole number of years', hint },
      'key',
    );
    return;
  }
  checkDistribution(findings, target, input, path);
}

/** What can be drawn must be lawful: a distribution that reaches further is cut off by the author, in `min` and `max`. */
function checkDistribution(findings: AnalysisFindings, target: Target, input: DistributionInput, path: Path): void {
  const read = readDistribution(target.unit, input);
  if (!read.ok) {
    const isMissing = read.refusal.code === 'key-missing';
    findings.report([...path, read.key], read.refusal, isMissing ? 'key' : 'value');
    return;
  }
  const reach = reachOf(read.value);
  for (const figure of target.figures.keys()) {
    const { low, high } = lawfulRange(findings.scenario, figure, target.unit);
    const isBelow = reach.low < low;
    if (!isBelow && reach.high <= high) continue;
    const key = isBelow ? 'min' : 'max';
    const end = isBelow ? 'below zero' : high === 1 ? 'above 100 pct.' : 'above what it can be';
    const said = {
      message: `“${figure}” could be drawn ${end}`,
      hint: `set \`${key}\`, where the distribution is cut off`,
    };
    findings.report([...path, key], { code: 'value-impossible', ...said }, 'value');
    return;
  }
}

/** Inputs that are possible each alone may meet in a draw in which they are not. */
function checkTogether(findings: AnalysisFindings, { inputs }: ProbabilisticInput): void {
  const ends = Object.entries(inputs).flatMap(([pattern, input]) => {
    const figures = figuresNamed(findings.scenario, pattern);
    const read = readDistribution(commonUnit(figures) ?? 'count', input);
    const value = read.ok ? supportOf(read.value)[narrowEnd(pattern)] : Infinity;
    return Number.isFinite(value) ? [setTo(figures, value)] : [];
  });
  const why = impossibleTogether(findings.scenario, together(ends));
  if (why === undefined) return;
  const hint = 'set `min` and `max` so that they cannot meet';
  findings.report(['probabilistic', 'inputs'], { code: 'value-impossible', message: why, hint }, 'key');
}

/** A figure that two inputs name would get the value of only one of them. */
function checkDrawnOnce(findings: AnalysisFindings, { inputs }: ProbabilisticInput): void {
  const drawn = new Map<string, string>();
  for (const pattern of Object.keys(inputs)) {
    for (const figure of figuresNamed(findings.scenario, pattern).keys()) {
      const earlier = drawn.get(figure);
      drawn.set(figure, pattern);
      if (earlier === undefined) continue;
      const message = `“${figure}” is drawn by “${earlier}” already`;
      const path = ['probabilistic', 'inputs', pattern];
      findings.report(path, { code: 'key-conflict', message, hint: 'keep one of them' }, 'key');
      return;
    }
  }
}

function checkCorrelations(findings: AnalysisFindings, { inputs, correlations = [] }: ProbabilisticInput): void {
  const names = Object.keys(inputs);
  const pairs = correlations.flatMap(({ between, r }, place) => {
    const places = [names.indexOf(between[0]), names.indexOf(between[1])] as const;
    for (const [end, name] of between.entries()) {
      if (names.includes(name)) continue;
      const path = ['probabilistic', 'correlations', place, 'between', end];
      const said = { message: `“${name}” is not one of the inputs`, hint: `choose one of: ${names.join(', ')}` };
      findings.report(path, { code: 'parameter-unknown', ...said });
    }
    return places.includes(-1) ? [] : [{ between: places, r, place }];
  });
  if (pairs.length < correlations.length) return;
  const seen = new Set<string>();
  for (const { between, place } of pairs) {
    const pair = [...between].sort().join(' ');
    if (between[0] !== between[1] && !seen.has(pair)) {
      seen.add(pair);
      continue;
    }
    const path = ['probabilistic', 'correlations', place, 'between'];
    const said = { message: 'a correlation is between two different inputs, given once', hint: 'remove this one' };
    findings.report(path, { code: 'value-impossible', ...said });
    return;
  }
  if (choleskyOf(correlationMatrix(names.length, pairs)) !== undefined) return;
  const said = { message: 'the correlations contradict each other', hint: 'bring them nearer to 0, or leave one out' };
  findings.report(['probabilistic', 'correlations'], { code: 'value-impossible', ...said }, 'key');
}
