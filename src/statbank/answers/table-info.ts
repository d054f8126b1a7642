/** Reads what StatBank says of a table (`/v1/tableinfo`), and finds there what is wrong with a selection. */
import { z } from 'zod';
import { suggestion } from '../../problem/suggest.ts';
import { refuseAnswer, shown, type TableSelection } from './answer.ts';

const tableInfoSchema = z.object({
  id: z.string(),
  text: z.string().optional(),
  unit: z.string().optional(),
  variables: z.array(
    z.object({
      id: z.string(),
      text: z.string().optional(),
      time: z.boolean().optional(),
      elimination: z.boolean().optional(),
      values: z.array(z.object({ id: z.string(), text: z.string().optional() })),
    }),
  ),
});

export type TableInfo = z.infer<typeof tableInfoSchema>;

/** Throws UserError `statbank-answer` where it is something else. */
export function readTableInfo(text: string): TableInfo {
  const hint = 'try again later';
  try {
    const result = tableInfoSchema.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')));
    if (result.success) return result.data;
    throw refuseAnswer('what StatBank says of the table has another shape than it had', hint);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw Object.assign(refuseAnswer('what StatBank says of the table is cut off, or is no JSON', hint), { cause });
  }
}

/** What in a selection the table does not have (any more), with what it has; undefined where everything is there. */
export function misfit(
  info: TableInfo,
  { table, select }: TableSelection,
): { message: string; hint: string } | undefined {
  const others = info.variables.filter(({ time, id }) => time !== true && !/^tid$/i.test(id));
  const spelt = (id: string, text?: string) => shown(text === undefined ? id : `${id} (${text})`);
  for (const [code, value] of Object.entries(select)) {
    const variable = others.find(({ id }) => id.toUpperCase() === code.toUpperCase());
    if (variable === undefined) {
      const has = others.map(({ id, text }) => spelt(id, text)).join(', ') || 'none but time';
      const hint = `${suggestion(
        code,
        others.map(({ id }) => shown(id)),
      )} Its variables: ${has}`;
      return { message: `table ${table} has no variable “${code}”`, hint };
    }
    if (variable.values.some(({ id }) => id === value)) continue;
    const has = variable.values.slice(0, 8).map(({ id, text }) => spelt(id, text));
    const hint = `it has: ${has.join(', ')}${variable.values.length > 8 ? ' …' : ''}`;
    return { message: `variable ${variable.id} of table ${table} has no value “${value}”`, hint };
  }
  const chosen = new Set(Object.keys(select).map((code) => code.toUpperCase()));
  const lacking = others.filter(({ id, elimination }) => elimination !== true && !chosen.has(id.toUpperCase()));
  if (lacking.length === 0) return undefined;
  const names = lacking.map(({ id, text }) => spelt(id, text)).join(', ');
  return { message: `table ${table} asks for a choice of ${names}`, hint: 'add it to `select:`' };
}
