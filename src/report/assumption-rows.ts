/** Every assumption with its basis: the author's figures with what else decides them, and the amounts of analyses that came from other prices. */
import type { AnalysisAmounts } from '../prices/analyses/analysis-indexing.ts';
import { indexedAmount } from '../prices/indexation/chain.ts';
import type { Provenance } from '../scenario/schema/provenance.ts';
import { inUnit, type ReportContext, say, text } from './context.ts';
import { indexedWith } from './indexation.ts';
import { withNarrowed } from './narrowed-rows.ts';
import { basisOf, type InputRow, inputRows, upperFirst, withoutStop } from './provenance.ts';
import { distributionText, drawnName } from './tables/probability.ts';
import { variedName } from './tables/varied-names.ts';

/** In the order of the scenario; amounts of analyses only where they are not in the prices that they were written in. */
export function assumptionRows(context: ReportContext): readonly InputRow[] {
  return [
    ...withNarrowed(context, inputRows(context)),
    ...context.assessment.priced.analysisAmounts.map((amounts) => rowOf(context, amounts)),
  ];
}

function rowOf(context: ReportContext, amounts: AnalysisAmounts): InputRow {
  const { path, chain } = amounts;
  const { source, assumption, name } = analysisOf(context, amounts);
  const owner = path[0] === 'grids' && name === undefined ? 'gridUnnamed' : String(path[0]);
  const indexed = indexedWith(context, chain);
  const hasReason = source !== undefined || assumption !== undefined;
  const basis = hasReason
    ? `${withoutStop(basisOf(context, { source, assumption }))}; ${indexed}`
    : upperFirst(indexed);
  return {
    path: ['sensitivity', ...path].join('.'),
    owner: say(context, text(context.language.indexation, owner), { name: name ?? '' }),
    what: upperFirst(whatOf(context, amounts)),
    value: printedValue(context, amounts),
    basis,
    short: basis,
    isAssumption: source === undefined,
    chain,
  };
}

interface Named extends Provenance {
  readonly name?: string | undefined;
}

/** The analysis that the amounts stand in: what it is called, and the reason for its values. */
function analysisOf(context: ReportContext, { path }: AnalysisAmounts): Named {
  const [kind, at, key] = path.map(String);
  const { oneWay, alternatives, grids, thresholds, probabilistic } = context.scenario.sensitivity ?? {};
  const id = at ?? '';
  switch (kind) {
    case 'oneWay':
      return oneWay?.[Number(id)] ?? {};
    case 'alternatives':
      return alternatives?.[id] ?? {};
    case 'grids':
      return grids?.[id] ?? {};
    case 'thresholds':
      return thresholds?.[id] ?? {};
    default:
      return probabilistic?.inputs[key ?? ''] ?? {};
  }
}

function whatOf(context: ReportContext, { path, figures }: AnalysisAmounts): string {
  const input = drawnInput(context, path);
  if (input !== undefined) return drawnName(context, input);
  const { indexation } = context.language;
  if (figures.length === 0) return say(context, text(indexation, path[0] === 'probabilistic' ? 'limit' : 'target'));
  const what = variedName(context, figures);
  return path.at(-1) === 'within' ? say(context, text(indexation, 'within'), { what }) : what;
}

/** The amounts as they are in the note. */
function printedValue(context: ReportContext, { path, unit, chain }: AnalysisAmounts): string {
  const input = drawnInput(context, path);
  if (input !== undefined) return distributionText(context, input);
  const texts = chain.amounts.map((amount) => inUnit(context, indexedAmount(amount, chain), unit));
  const [low = '', high = ''] = texts;
  if (path.at(-1) === 'by' && texts.length === 1) return `±${low}`;
  const isSpan = path[0] === 'oneWay' || path.at(-1) === 'within';
  return isSpan ? say(context, context.language.words.fromTo, { low, high }) : texts.join(', ');
}

function drawnInput({ assessment }: ReportContext, [kind, part, pattern]: AnalysisAmounts['path']) {
  if (kind !== 'probabilistic' || part !== 'inputs') return undefined;
  return assessment.analyses.probabilistic?.inputs.find((input) => input.pattern === pattern);
}
