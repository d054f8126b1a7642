/** The JSON Schema that lies beside scenarios, so that the editor line `$schema=./scenario.schema.json` finds it. */
import { jsonSchemaOf, type SchemaName } from '../render/json-schema.ts';

export const schemaFile = 'scenario.schema.json';

export async function schemaText(name: SchemaName): Promise<string> {
  return `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`;
}
