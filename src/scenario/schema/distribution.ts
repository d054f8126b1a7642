/** How an uncertain input is spread in the probabilistic analysis. Each distribution asks for the figures it is known by. */
import { z } from 'zod';
import { quantity } from '../quantity/quantity.ts';
import { readNumber } from '../quantity/read-number.ts';
import { within } from '../quantity/read-unit.ts';
import { provenanceKeys } from './provenance.ts';
import { asTheFigure, pricesOfAnalysis } from './written-value.ts';

const min = asTheFigure('the lowest value there can be');
const max = asTheFigure('the highest value there can be');
const mode = asTheFigure('the likeliest value');
const mean = asTheFigure('the mean');
const sd = asTheFigure('the standard deviation; of a share in procentpoint');

function named<const N extends string>(name: N) {
  return z.literal(name).meta({ description: 'which distribution' });
}

const described = {
  name: z.string().min(1).optional().meta({ description: 'as it is printed. Default: what the figure is called' }),
  ...pricesOfAnalysis,
  ...provenanceKeys,
};

/** Cut off where the author says so. */
const cutOff = {
  min: asTheFigure('values below are not drawn').optional(),
  max: asTheFigure('values above are not drawn').optional(),
};

const byMeanOrInterval = {
  mean: mean.optional(),
  sd: sd.optional(),
  low95: asTheFigure('instead of mean and sd: the lower end of a 95 pct. interval').optional(),
  high95: asTheFigure('instead of mean and sd: the upper end of a 95 pct. interval').optional(),
  ...cutOff,
  ...described,
};

export const distributionSchema = z
  .union([
    z.strictObject({ distribution: named('trekant'), min, mode, max, ...described }),
    z.strictObject({ distribution: named('pert'), min, mode, max, ...described }),
    z.strictObject({ distribution: named('ensartet'), min, max, ...described }),
    z.strictObject({ distribution: named('normal'), ...byMeanOrInterval }),
    z.strictObject({ distribution: named('lognormal'), ...byMeanOrInterval }),
    z.strictObject({ distribution: named('gamma'), mean, sd, ...cutOff, ...described }),
    z.strictObject({
      distribution: named('beta'),
      mean,
      sd,
      min: min.optional(),
      max: max.optional(),
      ...described,
    }),
  ])
  .meta({
    description:
      'distribution: trekant or pert (min, mode, max), ensartet (min, max), normal or lognormal (mean and sd, or low95 and high95; a normal figure that comes within four sd of what it can be needs min or max), gamma (mean, sd), beta (mean, sd; between 0 and 100 pct. unless min and max say otherwise)',
  });
export type DistributionInput = z.infer<typeof distributionSchema>;

/** How closely two inputs follow each other, between -1 and 1. */
export const correlation = quantity(
  'a correlation',
  (text) => {
    const reading = readNumber(text);
    return reading.ok
      ? within(reading.value, text, { name: 'a correlation', low: -1, high: 1, limits: 'between -1 and 1' })
      : reading;
  },
  { description: 'between -1 and 1: “0,5”', examples: ['0,5', '-0,3'] },
);
