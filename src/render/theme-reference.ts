/** The reference of house styles, `templates/themes/README.md`: every key of a theme file, from the schema that checks it. */
import { z } from 'zod';
import { keyTables } from '../prices/language-tables.ts';
import { themeSchema } from './theme-schema.ts';

const opening = `# House styles

<!-- Written from the schema by the test test/render/theme-reference.test.ts (ACCEPT=1 writes it); do not edit by hand. -->

A house style is a folder with a \`theme.yaml\`. Copy \`standard\` to make one of your own: its first line tells editors the schema
that lies beside it (\`omkost schema --of theme\` prints it), so that they complete the keys and explain them. Name the folder in the
scenario, \`theme: ./my-house\`, or on the command line, \`--theme ./my-house\`.

| In the folder | |
| --- | --- |
| \`theme.yaml\` | what is described here |
| a logo, an SVG drawing | named by \`logo\`; plain shapes, letters turned into paths |
| fonts | named by \`font.faces\`, unless they come from an npm package |
| \`templates/\` | files that win over those shipped, by the same path: \`parts/cover.hbs\`, \`da/words.yaml\` |
| \`templates/styles/theme.css\` | added after the print style |

Every text is tried on its ground, on paper and on a dark screen: a contrast under 4.5:1 is refused with the ratio. Shapes of
charts that are fainter than 3:1 get an outline, and every second series is hatched, so that a chart is read without colours.
`;

/** The whole reference as Markdown. */
export function themeReference(): string {
  const { properties = {}, required = [] } = z.toJSONSchema(themeSchema, { io: 'input', target: 'draft-7' });
  const sections = Object.entries(properties).flatMap(([key, shape]) =>
    typeof shape === 'boolean' ? [] : [`## ${key}`, '', ...keyTables(key, shape, required.includes(key))],
  );
  return `${[opening, ...sections].join('\n').trimEnd()}\n`;
}
