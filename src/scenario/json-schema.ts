/** JSON Schema for editors, exported from the same schema that checks a scenario. */
import { z } from 'zod';
import { scenarioSchema } from './schema/scenario.ts';

export const schemaNames = ['scenario', 'prices'] as const;
export type SchemaName = (typeof schemaNames)[number];

/** The schema of a scenario or of a price table, as it is written: figures are texts or numbers. */
export async function jsonSchemaOf(name: SchemaName): Promise<object> {
  const schema = name === 'scenario' ? scenarioSchema : (await import('../prices/schema.ts')).priceTableSchema;
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    override: ({ jsonSchema }) => showExamples(jsonSchema),
  });
}

/** A figure may be written in several ways; editors offer the examples that stand at the key itself. */
function showExamples(schema: z.core.JSONSchema.BaseSchema): void {
  const [first] = schema.anyOf ?? [];
  if (first?.examples !== undefined) schema.examples ??= first.examples;
}
