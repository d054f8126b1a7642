/** JSON Schema for editors, exported from the same schemas that check what authors write. */
import { z } from 'zod';
import { scenarioSchema } from './schema/scenario.ts';

/** The schema of a scenario, as it is written. */
export function scenarioJsonSchema(): object {
  return editorSchema(scenarioSchema);
}

/** A schema on its input side: figures are texts or numbers. */
export function editorSchema(schema: z.ZodType): object {
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
