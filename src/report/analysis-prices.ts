/** How amounts inside analyses came from the prices of another year: under their tables and in their explanations. */
import type { AnalysisAmounts } from '../prices/analyses/analysis-indexing.ts';
import type { Path } from '../yaml/parse-yaml.ts';
import { type ReportContext, say, text } from './context.ts';
import { chainTexts, indexedWith } from './indexation.ts';

/** What was done to the amounts of the analyses under a path of `sensitivity`, for the note under their table. */
export function indexedNotes(context: ReportContext, path: Path): readonly string[] {
  // Of several amounts that came along in the same way it is said once.
  const ways = new Set(amountsUnder(context, path).map(({ chain }) => indexedWith(context, chain)));
  return [...ways].map((basis) => say(context, text(context.language.indexation, 'analysisNote'), { basis }));
}

/** “360 kr. (2016) × 117,21 / 100,25” of the amounts under a path; undefined where they are as they were written. */
export function amountsMade(context: ReportContext, path: Path): string | undefined {
  const found = amountsUnder(context, path);
  return found.length === 0 ? undefined : found.flatMap(({ chain }) => chainTexts(context, chain)).join('; ');
}

function amountsUnder(context: ReportContext, path: Path): readonly AnalysisAmounts[] {
  const isUnder = (amounts: AnalysisAmounts) =>
    path.every((step, place) => String(amounts.path[place]) === String(step));
  return context.assessment.priced.analysisAmounts.filter(isUnder);
}
