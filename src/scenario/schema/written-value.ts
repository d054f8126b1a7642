/** A value that an analysis gives a figure: its unit is known only once the figure is found. */
import { z } from 'zod';
import { year } from '../quantity/quantities.ts';
import { idSchema } from './provenance.ts';

export interface WrittenValue {
  /** As the author wrote it; read as the figure itself would be. */
  readonly text: string;
  /** Of an amount in the prices of another year: what it is multiplied with to be in those of the note. */
  readonly factor?: number;
}

export function asTheFigure(description: string) {
  return z
    .string()
    .min(1)
    .meta({ type: ['string', 'number'] })
    .transform((text): WrittenValue => ({ text }))
    .meta({ description: `${description}, written as the figure itself` });
}

/** Beside amounts of an analysis: which prices they are in, where they do not follow the figure that they are for. */
export const pricesOfAnalysis = {
  priceYear: year.optional().meta({
    description:
      'of amounts in kroner here: the year of their prices. Default: the year of the figure they are for; of a target that of the scenario',
  }),
  index: idSchema.optional().meta({
    description:
      'of amounts in kroner here: the series that brings them to the price year. Default: as the figure they are for; of a target that of `indexation`',
    examples: ['forbrugerpriser'],
  }),
};

export interface PricesOfAnalysis {
  readonly priceYear?: number | undefined;
  readonly index?: string | undefined;
}
