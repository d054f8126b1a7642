/** A results file that was written before, perhaps by another version: what it printed, and the figures behind it. */
import { z } from 'zod';

const finite = z.number().nullable().optional();

const resultsSchema = z.object({
  schemaVersion: z.literal(1),
  scenario: z.object({ name: z.string().max(4096), title: z.string().max(4096) }),
  priceYear: z.number(),
  total: z.object({ gross: z.number(), subsidies: z.number(), savings: z.number(), net: z.number() }),
  participants: z.object({ started: finite, completed: finite }),
  perStarted: finite,
  perCompleted: finite,
  byCategory: z.record(z.string(), finite),
  shares: z.record(z.string(), finite),
  printed: z.record(z.string(), z.string()),
  figures: z.record(z.string(), z.object({ value: z.number().nullable(), printed: z.string() })).optional(),
});

export interface RecordedResults {
  readonly name: string;
  readonly title: string;
  readonly priceYear: number;
  readonly printed: Readonly<Record<string, string>>;
  /** Full-precision figures by name. */
  readonly values: ReadonlyMap<string, number>;
}

/** Undefined where the value is not what a results file holds. */
export function recordedResults(value: unknown): RecordedResults | undefined {
  const parsed = resultsSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { scenario, priceYear, printed } = parsed.data;
  return { ...scenario, priceYear, printed, values: valuesIn(parsed.data) };
}

/** Files of before 0.3 have no list of figures; the keys of the contract have always been there. */
function valuesIn(results: z.infer<typeof resultsSchema>): ReadonlyMap<string, number> {
  const { total, participants, perStarted, perCompleted, byCategory, shares, figures } = results;
  const named: Record<string, number | null | undefined> = {
    total: total.net,
    gross: total.gross,
    subsidies: total.subsidies,
    savings: total.savings,
    perStarted,
    perCompleted,
    ...participants,
    ...prefixed('byCategory', byCategory),
    ...prefixed('share', shares),
  };
  for (const [name, { value }] of Object.entries(figures ?? {})) named[name] = value;
  return new Map(
    Object.entries(named).flatMap(([name, value]): [string, number][] =>
      typeof value === 'number' ? [[name, value]] : [],
    ),
  );
}

function prefixed<T>(prefix: string, record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [`${prefix}.${name}`, value]));
}
