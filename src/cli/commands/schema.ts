/** `omkost schema`: JSON Schema for editors. */
import type { SchemaName } from '../../render/json-schema.ts';
import { type ExitCode, exitCodes, type Outside } from '../outside.ts';
import { schemaText } from '../schema-file.ts';

export async function schema(name: SchemaName, outside: Outside): Promise<ExitCode> {
  outside.out(await schemaText(name));
  return exitCodes.ok;
}
