/** Sensitivity analyses of the headline figure: one way, named alternatives, grids, thresholds and draws. */
import { z } from 'zod';
import { money, variation, wholeCount } from '../quantity/quantities.ts';
import { correlation, distributionSchema } from './distribution.ts';
import { idSchema } from './provenance.ts';
import { asTheFigure, pricesOfAnalysis } from './written-value.ts';

const pattern = z
  .string()
  .min(3)
  .meta({ description: 'a figure by its place in the scenario: teams.pn.completionRate, or several: costs.*.hours' });

const vary = z
  .union([pattern, z.array(pattern).min(1)])
  .meta({ description: 'which figure or figures are varied together' });

const name = z.string().min(1);
const assumption = z.string().min(3).optional().meta({ description: 'why these values' });

export const oneWaySchema = z.strictObject({
  name: name.meta({ description: 'as it is printed in the table and the tornado' }),
  vary,
  by: variation.optional().meta({ description: '±20 pct. (relative), ±10 procentpoint (of a share), ±2 (of a count)' }),
  low: asTheFigure('instead of `by`: the lowest value').optional(),
  high: asTheFigure('instead of `by`: the highest value').optional(),
  ...pricesOfAnalysis,
  assumption: z.string().min(3).optional().meta({ description: 'why this much' }),
});
export type OneWayInput = z.infer<typeof oneWaySchema>;

const alternativeSchema = z.strictObject({
  name: name.meta({ description: 'as it is printed in the table' }),
  set: z.record(pattern, asTheFigure('the figure’s value in this alternative')).meta({
    description: 'figures by their place, and the value each has: { teams.pn.count: 4, costs.*.hours: 3 timer }',
  }),
  ...pricesOfAnalysis,
  assumption,
});
export type AlternativeInput = z.infer<typeof alternativeSchema>;

const axisSchema = z.strictObject({
  name: name.optional().meta({ description: 'as it is printed. Default: what the figure is called' }),
  vary,
  values: z
    .array(asTheFigure('a value'))
    .min(2)
    .max(12)
    .meta({ description: 'the values, each written as the figure' }),
  ...pricesOfAnalysis,
});
export type AxisInput = z.infer<typeof axisSchema>;

const gridSchema = z.strictObject({
  name: name.optional().meta({ description: 'title of the table. Default: made from the names of the two figures' }),
  rows: axisSchema.meta({ description: 'the figure that differs from row to row' }),
  columns: axisSchema.meta({ description: 'the figure that differs from column to column' }),
  assumption,
});
export type GridInput = z.infer<typeof gridSchema>;

const thresholdSchema = z.strictObject({
  name: name.meta({ description: 'as it is printed in the table' }),
  vary,
  target: money.meta({ description: 'the cost per completed participant that is to be met' }),
  within: asTheFigure(
    'where the value is looked for: “50 pct. til 100 pct.” (default: from 0 to a hundred times it)',
  ).optional(),
  ...pricesOfAnalysis,
  assumption,
});
export type ThresholdInput = z.infer<typeof thresholdSchema>;

const correlationSchema = z.strictObject({
  between: z.tuple([pattern, pattern]).meta({ description: 'two of the inputs, as they are written there' }),
  r: correlation.meta({ description: 'from -1 (one is high when the other is low) to 1 (both high): 0,5' }),
  assumption,
});

const probabilisticSchema = z.strictObject({
  seed: wholeCount.optional().meta({ description: 'the same seed gives the same draws, on every machine; default 1' }),
  draws: wholeCount.optional().meta({ description: 'how many times the inputs are drawn, default 10.000' }),
  target: money.optional().meta({ description: 'the share of draws at or under this cost is printed' }),
  ...pricesOfAnalysis,
  inputs: z
    .record(pattern, distributionSchema)
    .meta({ description: 'figures by their place, each with its distribution; several that match are drawn as one' }),
  correlations: z.array(correlationSchema).min(1).optional().meta({ description: 'which inputs follow each other' }),
});
export type ProbabilisticInput = z.infer<typeof probabilisticSchema>;

export const sensitivitySchema = z.strictObject({
  oneWay: z
    .array(oneWaySchema)
    .min(1)
    .optional()
    .meta({ description: 'one figure at a time, low and high: table and tornado' }),
  alternatives: z
    .record(idSchema, alternativeSchema)
    .optional()
    .meta({ description: 'named alternatives, in which several figures are changed together' }),
  grids: z.record(idSchema, gridSchema).optional().meta({ description: 'two figures against each other in a table' }),
  thresholds: z
    .record(idSchema, thresholdSchema)
    .optional()
    .meta({ description: 'the value of one figure at which the cost per completed participant meets a target' }),
  probabilistic: probabilisticSchema
    .optional()
    .meta({ description: 'all uncertain figures drawn together from their distributions, many times' }),
});
export type SensitivityInput = z.infer<typeof sensitivitySchema>;
