/** The JSON Schemas that editors are given, by the kind of file. */
import { editorSchema, scenarioJsonSchema } from '../scenario/json-schema.ts';
import { priceTableSchema } from './schema.ts';
import { csvMappingSchema } from './update/csv-mapping.ts';

export const schemaNames = ['scenario', 'prices', 'mapping'] as const;
export type SchemaName = (typeof schemaNames)[number];

/** The schema of a scenario, of a price table, or of how a file of figures is read for one, as it is written. */
export function jsonSchemaOf(name: SchemaName): object {
  switch (name) {
    case 'scenario':
      return scenarioJsonSchema();
    case 'prices':
      return editorSchema(priceTableSchema);
    case 'mapping':
      return editorSchema(csvMappingSchema);
    default:
      return name satisfies never;
  }
}
