/** The comparator (basisalternativ): what is done instead, on the same teams and participants. */
import { z } from 'zod';
import { costLineSchema } from './costs.ts';
import { idSchema } from './provenance.ts';

export const comparatorSchema = z.strictObject({
  name: z
    .string()
    .min(1)
    .meta({ description: 'what the intervention is compared with, as it is printed', examples: ['Sædvanlig indsats'] }),
  costs: z.record(idSchema, costLineSchema).meta({
    description:
      'cost lines of the comparator, as under `costs`; they follow the same teams, courses and participants as the intervention',
  }),
});
export type ComparatorInput = z.infer<typeof comparatorSchema>;
