/** The comparator (basisalternativ): what is done instead, on the same teams and participants. */
import { z } from 'zod';
import { costLineSchema } from './costs.ts';
import { equipmentSchema } from './equipment.ts';
import { grantSchema } from './grants.ts';
import { idSchema } from './provenance.ts';
import { trainingSchema } from './training.ts';

export const comparatorSchema = z.strictObject({
  name: z
    .string()
    .min(1)
    .meta({ description: 'what the intervention is compared with, as it is printed', examples: ['Sædvanlig indsats'] }),
  costs: z.record(idSchema, costLineSchema).optional().meta({
    description:
      'cost lines of the comparator, as under `costs`; they follow the same teams, courses and participants as the intervention',
  }),
  training: z.record(idSchema, trainingSchema).optional().meta({
    description:
      'training that the comparator needs, as under `training`; without `people` it is of the employees of the same teams',
  }),
  equipment: z.record(idSchema, equipmentSchema).optional().meta({
    description: 'equipment that the comparator needs, as under `equipment`',
  }),
  grants: z.record(idSchema, grantSchema).optional().meta({
    description:
      'subsidies that are given to the comparator, as under `grants`: the difference is between what is left of both',
  }),
});
