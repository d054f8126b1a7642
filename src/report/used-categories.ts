/** The cost categories that a note has anything in. */
import { type CostCategory, costCategories } from '../scenario/schema/words.ts';
import { figure, type ReportContext } from './context.ts';

/** Categories with a cost, in the method's order. */
export function usedCategories(context: ReportContext): readonly CostCategory[] {
  const { byCategory } = context.assessment.model.totals;
  return costCategories.filter((category) => figure(context, byCategory[category]) !== 0);
}
