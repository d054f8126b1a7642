/** The JSON Schemas that editors are given, by the kind of file. */
import { editorSchema, scenarioJsonSchema } from '../scenario/json-schema.ts';
import { priceTableSchema } from './schema.ts';

export const schemaNames = ['scenario', 'prices'] as const;
export type SchemaName = (typeof schemaNames)[number];

/** The schema of a scenario or of a price table, as it is written. */
export function jsonSchemaOf(name: SchemaName): object {
  return name === 'scenario' ? scenarioJsonSchema() : editorSchema(priceTableSchema);
}
