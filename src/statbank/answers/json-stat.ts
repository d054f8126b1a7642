/** Reads JSON-stat as StatBank writes it: the 1.x shape, everything under `dataset`, with `id`, `size` and `role` inside `dimension`. */
import { z } from 'zod';
import { type Answer, type Category, type Observation, refuseAnswer, shown } from './answer.ts';
import { readDecimal } from './read-decimal.ts';

const unitSchema = z.record(z.string(), z.unknown());

const dimensionSchema = z.object({
  label: z.string().optional(),
  category: z.object({
    index: z.union([z.array(z.string()), z.record(z.string(), z.number().int().nonnegative())]).optional(),
    label: z.record(z.string(), z.string()).optional(),
    unit: z.record(z.string(), z.union([z.string(), unitSchema])).optional(),
  }),
});
type Dimension = z.infer<typeof dimensionSchema>;

const headSchema = z.object({
  id: z.array(z.string()).min(1).max(20),
  size: z.array(z.number().int().nonnegative()),
  role: z.object({ time: z.array(z.string()).optional() }).optional(),
});

const datasetSchema = z.object({
  dataset: z.object({
    dimension: z.record(z.string(), z.unknown()),
    label: z.string().optional(),
    value: z.union([z.array(z.unknown()), z.record(z.string().regex(/^\d+$/), z.unknown())]),
  }),
});

/** More figures than one series of any table has. */
const mostFigures = 1_000_000;

const again = 'try again; if it stays so, the table has changed its shape: tell who keeps omkost';

/** Throws UserError `statbank-answer` where the text is cut off or has another shape. */
export function readJsonStat(text: string): Answer {
  const { dimension, label, value } = datasetOf(text);
  const { id, size, role } = shaped(headSchema, dimension, '`id` and `size` of its dimensions');
  const dimensions = id.map((code) =>
    shaped(dimensionSchema, Object.hasOwn(dimension, code) ? dimension[code] : undefined, `dimension “${shown(code)}”`),
  );
  const time = role?.time?.[0] ?? id.find((code) => /^(?:tid|time)$/i.test(code));
  if (time === undefined || !id.includes(time)) throw refuseAnswer('the answer has no dimension of time', again);
  const count = size.reduce((product, one) => product * one, 1);
  if (size.length !== id.length || count > mostFigures || (Array.isArray(value) && value.length !== count)) {
    const figures = Array.isArray(value) ? value.length : count;
    throw refuseAnswer(`the answer has ${figures} figures where its dimensions make ${count}`, again);
  }
  const categories = dimensions.map((one, at) => categoriesOf(one, size[at] ?? 0, id[at] ?? ''));
  const observations = Array.from({ length: count }, (_, at) =>
    observationAt(at, { id, size, categories, time, written: Array.isArray(value) ? value[at] : value[String(at)] }),
  );
  return { title: label ?? '', observations, units: dimensions.flatMap(unitsOf) };
}

function datasetOf(text: string): z.infer<typeof datasetSchema>['dataset'] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw Object.assign(refuseAnswer('the answer is cut off, or is no JSON', 'try again later'), { cause });
  }
  return shaped(datasetSchema, parsed, '`dataset`').dataset;
}

function shaped<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw refuseAnswer(`the answer is not the JSON-stat that StatBank writes: ${what} is not as it should be`, again);
}

/** In the order of the index, which may be an object or a list, and is left out where there is one category. */
function categoriesOf({ category: { index, label } }: Dimension, size: number, dimension: string): Category[] {
  const codes = Array.isArray(index)
    ? index
    : index === undefined
      ? Object.keys(label ?? {})
      : Object.keys(index).sort((one, other) => (index[one] ?? 0) - (index[other] ?? 0));
  if (codes.length !== size)
    throw refuseAnswer(
      `dimension “${shown(dimension)}” of the answer names ${codes.length} values, not ${size}`,
      again,
    );
  return codes.map((code) => ({
    code,
    label: label !== undefined && Object.hasOwn(label, code) ? (label[code] ?? code) : code,
  }));
}

interface Cube {
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly categories: readonly (readonly Category[])[];
  readonly time: string;
  readonly written: unknown;
}

/** Figures stand in row-major order: the last dimension runs fastest. */
function observationAt(index: number, { id, size, categories, time, written }: Cube): Observation {
  const at = new Map<string, Category>();
  let rest = index;
  let period = '';
  for (let dimension = id.length - 1; dimension >= 0; dimension -= 1) {
    const category = categories[dimension]?.[rest % (size[dimension] ?? 1)] ?? { label: '' };
    rest = Math.floor(rest / (size[dimension] ?? 1));
    const code = id[dimension] ?? '';
    if (code === time) period = category.code ?? category.label;
    else at.set(code, category);
  }
  const value = readDecimal(written);
  if (value !== 'unreadable') return { period, at, value };
  throw refuseAnswer(`“${shown(String(written))}” of ${shown(period)} in the answer is not a figure`, again);
}

function unitsOf({ category: { unit } }: Dimension): string[] {
  return Object.values(unit ?? {}).flatMap((one) =>
    typeof one === 'string' ? [one] : Object.values(one).filter((part): part is string => typeof part === 'string'),
  );
}
