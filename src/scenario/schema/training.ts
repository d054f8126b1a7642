/** Training of employees, and how it is renewed when they leave. */
import { z } from 'zod';
import { count, duration, hours, money, rate, share, yearList } from '../quantity/quantities.ts';
import { choice } from './choice.ts';
import { payerSharesSchema } from './payers.ts';
import { idSchema, provenanceKeys, reason } from './provenance.ts';
import { single, span } from './quantity.ts';
import { timingWords } from './words.ts';

const renewalSchema = z
  .union([
    z.strictObject({ every: span(duration, 'all are trained again every so many years, inside the horizon') }),
    z.strictObject({
      replacement: single(share, 'share', 'share of the employees replaced and trained each year after the first'),
    }),
    z.strictObject({
      spreadOver: span(duration, 'one training is spread over so many years'),
      interest: single(rate, 'share', 'yearly interest; 0 pct. spreads in equal parts'),
      timing: choice(timingWords, 'when in the year the yearly amount falls').optional(),
    }),
  ])
  .meta({
    description:
      'how training is renewed: { every: 3 år }, { replacement: 20 pct. } or { spreadOver: 3 år, interest: 4 pct., timing: årets start }',
  });

export const trainingSchema = z.strictObject({
  name: z.string().min(1).max(200).meta({ description: 'as it is printed in tables' }),
  staff: z.union([idSchema, z.array(idSchema).min(1)]).meta({ description: 'the role or roles that are trained' }),
  people: single(
    count,
    'count',
    'how many are trained at the start. Default: all in these roles in the teams',
  ).optional(),
  hours: single(hours, 'hours', 'hours each employee spends on the training').optional(),
  fee: single(money, 'kr', 'course fee for each employee').optional(),
  payers: payerSharesSchema.optional(),
  feePayers: payerSharesSchema
    .optional()
    .meta({ description: 'who pays the fee, where it is not the payer of the hours' }),
  years: yearList
    .optional()
    .meta({ description: 'the year of the first training, where it is not the year the team starts' }),
  renewal: renewalSchema.optional(),
  memo: reason('the training is shown but not counted; why').optional(),
  ...provenanceKeys,
});
export type TrainingInput = z.infer<typeof trainingSchema>;
