/** The JSON Schemas that editors are given, by the kind of file. */
import { priceTableSchema } from '../prices/schema.ts';
import { csvMappingSchema } from '../prices/update/csv-mapping.ts';
import { anthologySchema } from '../scenario/anthology/schema.ts';
import { editorSchema, scenarioJsonSchema } from '../scenario/json-schema.ts';
import { themeSchema } from './theme-schema.ts';

export const schemaNames = ['scenario', 'prices', 'anthology', 'mapping', 'theme'] as const;
export type SchemaName = (typeof schemaNames)[number];

/** The schema of a kind of file, as it is written. */
export function jsonSchemaOf(name: SchemaName): object {
  switch (name) {
    case 'scenario':
      return scenarioJsonSchema();
    case 'prices':
      return editorSchema(priceTableSchema);
    case 'anthology':
      return editorSchema(anthologySchema);
    case 'mapping':
      return editorSchema(csvMappingSchema);
    case 'theme':
      return editorSchema(themeSchema);
    default:
      return name satisfies never;
  }
}
