/** Sensitivity analyses of the headline figure. */
import { z } from 'zod';
import { variation } from '../quantity/quantities.ts';

const pattern = z
  .string()
  .min(3)
  .meta({ description: 'a figure by its place in the scenario: teams.pn.completionRate, or several: costs.*.hours' });

export const oneWaySchema = z.strictObject({
  name: z.string().min(1).meta({ description: 'as it is printed in the table and the tornado' }),
  vary: z
    .union([pattern, z.array(pattern).min(1)])
    .meta({ description: 'which figure or figures are varied together' }),
  by: variation.optional().meta({ description: '±20 pct. (relative), ±10 procentpoint (of a share), ±2 (of a count)' }),
  low: z.string().optional().meta({ description: 'instead of `by`: the lowest value, written as the figure itself' }),
  high: z.string().optional().meta({ description: 'instead of `by`: the highest value' }),
  assumption: z.string().min(3).optional().meta({ description: 'why this much' }),
});
export type OneWayInput = z.infer<typeof oneWaySchema>;

export const sensitivitySchema = z.strictObject({
  oneWay: z.array(oneWaySchema).min(1).meta({ description: 'one figure at a time, low and high: table and tornado' }),
});
