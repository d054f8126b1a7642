/** The scenario language in full, for analysts: scenarios/LANGUAGE.md is written from the schemas that check a scenario. */
import { z } from 'zod';
import { anthologySchema } from '../scenario/anthology/schema.ts';
import * as quantities from '../scenario/quantity/quantities.ts';
import { scenarioSchema } from '../scenario/schema/scenario.ts';
import {
  anthologyExample,
  type Example,
  mappingExamples,
  priceExamples,
  scenarioExamples,
} from './language-examples.ts';
import { keyTables, mapTables, oneLine, type Shape } from './language-tables.ts';
import { priceTableSchema } from './schema.ts';
import { csvMappingSchema } from './update/csv-mapping.ts';

/** Top-level keys of a scenario by subject; the reference follows this order, and a test finds a key that is missing. */
export const chapters: readonly { readonly title: string; readonly keys: readonly string[] }[] = [
  {
    title: 'The publication',
    keys: [
      'title',
      'subtitle',
      'intervention',
      'abstract',
      'layout',
      'language',
      'issued',
      'theme',
      'lists',
      'keywords',
    ],
  },
  { title: 'Who publishes, and what is calculated again', keys: ['publisher', 'recalculates'] },
  { title: 'Earlier editions', keys: ['previousEdition', 'history'] },
  {
    title: 'The frame of the calculation',
    keys: [
      'priceYear',
      'indexation',
      'timeHorizon',
      'firstYear',
      'perspective',
      'participant',
      'discounting',
      'rounding',
    ],
  },
  { title: 'Staff and teams', keys: ['staff', 'teams'] },
  { title: 'Costs', keys: ['costs', 'training', 'equipment', 'notPriced'] },
  { title: 'Subsidies, saved expenses and the comparator', keys: ['grants', 'avoidedCosts', 'comparator'] },
  { title: 'Sensitivity analyses', keys: ['sensitivity'] },
  { title: 'Text, tables and sources', keys: ['text', 'tables', 'mentions', 'references'] },
  { title: 'Many notes of one scenario', keys: ['row'] },
];

const opening = `# The scenario language

<!-- Written from the schema by the test test/prices/language-reference.test.ts (ACCEPT=1 writes it); do not edit by hand. -->

A scenario is a text file, \`scenarios/my-intervention.yaml\`. \`omkost new my-intervention\` writes one to start from, and
\`omkost check my-intervention\` says what is wrong with it. Each line is a key, a colon, a space and a value; what belongs
to a key stands below it, two spaces further in. Text after \`#\` is a comment. A text that holds a colon or a comma inside
\`{ … }\` is put in quotes: \`"3,4 timer"\`. The keys are English, the values you choose between are Danish.
What is still to be written may be marked \`UDFYLD\` or \`TODO\`, in any text: every build tells where, and \`omkost check --strict\` fails.

In the tables below **yes** means that the key must be there. \`<name>\` stands for a name of your own: letters, digits and
hyphens, starting with a letter. Keys of the same section go together under it, as the examples show.
`;

const sources = `## Where figures come from

Every figure needs a source or a reason. Both are written beside the figures they belong to, once for a whole block or for
a single figure:

\`\`\`yaml
count: { value: 5, source: pn-2018 }
completionRate: { value: 92 pct., assumption: Som i de første forløb. }
\`\`\`

\`source\` is a name from [\`references\`](#references), or \`{ ref: pn-2018, at: s. 5 }\` with the page or table.
\`assumption\` is the reason for a value that has no source; the note prints it in the appendix as an assumption. Wherever
the tables say “a figure”, the value may stand alone or as such a map with \`value\`.

## Amounts of other years

All figures of a note are in the prices of its \`priceYear\`. An amount of another year says so, and names the index series
of the price tables that brings it there; the note shows the calculation in its appendix:

\`\`\`yaml
amount: { value: 373 kr., priceYear: 2016, index: forbrugerpriser, source: notat-2016 }
price: { name: socialraadgiver-effektiv-time, index: forbrugerpriser, fromYear: 2016 }
\`\`\`

Without \`priceYear\` an amount is in the \`priceYear\` that the scenario is written with, also when it is built with
\`--price-year 2023\`. A price of the tables uses its value of the price year where it has one, and else the latest before it,
brought there by the \`index\` of the reference, of the price itself, or of \`indexation\`, in that order. A year that a
series has no value for is refused, unless a \`projection\` says how it is assumed to rise.

Amounts inside \`sensitivity\` come along, each with the figure it is for:

- \`low\` and \`high\`, \`by: ±20 kr.\`, values of alternatives and grids, \`within\` and the figures of a distribution are in the
  prices of their figure: its own \`priceYear\`, the year of its value in the price table, or else that of the scenario. They are
  brought on as the figure is: by its series, or, where the table has a new value of the price, by as much as the price has risen.
  All figures of a distribution are multiplied alike, so that it keeps its shape.
- a \`target\` is a cost of the note: in the \`priceYear\` of the scenario, brought on by the series of \`indexation\`.
- \`priceYear\` and \`index\` beside them say otherwise, for all amounts of that analysis. Where a figure is of another year than the
  scenario, say which of the two is meant.
- shares, hours and counts are no amounts, and ±20 pct. is of whatever the figure is; they stay as they are.

What was done is printed under the table of the analysis, among the assumptions and with its calculation.
`;

const rows = `### Rows

\`omkost build my-intervention --rows municipalities.csv --name "{municipality}-meetings"\` builds a note for each row of a table
that a spreadsheet saved as “CSV UTF-8”. The name of a column says where its cells go:

- a place in the scenario, \`teams.pn.count\`, \`title\` or \`publisher.name\`: a cell is read as if it were written there. A figure
  keeps its source or assumption. Entries of lists count from 1: \`notPriced.1.name\`.
- a name that \`row\` declares, \`municipality\`: a cell is the text that \`{{row.municipality}}\` prints, in prose, titles and names.
- a name that starts with \`#\`: its cells are remarks, and go nowhere.

An empty cell leaves the scenario as it is. A list is written in brackets: \`[4, 8]\`. Cells are separated by semicolons, commas or
tabs. The names of the files are made of the columns in \`--name\`, in small letters without accents; without it, of the scenario’s
name and the first column. What the scenario says itself is what the note prints without \`--rows\`.
`;

const anthologies = `## Anthologies

Several scenarios in one publication are a file of their own, \`scenarios/anthologies/families.yaml\`, with the keys below.
\`omkost build families\` builds that one, \`omkost build\` it and all else, \`omkost check families\` says what is wrong with the file and with
all of its chapters. Without such a file, \`omkost build --anthology a b c\` gathers the scenarios named.

Each chapter is the note of its scenario, with its own tables (“Tabel 2.1”), figures, boxes, notes and sources. The interventions are
set side by side before the chapters; where price years, horizons or payers differ, the anthology says so and does not compare.

In the foreword, \`{{my-intervention.total}}\` prints the figure \`{{total}}\` of the chapter \`my-intervention\`. The first line of the file tells an
editor what may stand in it: \`# yaml-language-server: $schema=../anthology.schema.json\`.
`;

const mappings = `## Prices from a spreadsheet

\`omkost prices update --from loen.csv --map kolonner.yaml\` takes new values from a table that a spreadsheet saved as “CSV UTF-8”. The
mapping, a YAML file of its own outside \`scenarios/\` (\`omkost schema --of mapping\` writes its schema for editors), says what the
columns hold. Years that a row does not have yet are shown as *new*, rows that no table has as *new row*, and both are written after a
question, or with \`--yes\`; values that are others than those in the table are shown apart and written only with \`--revised\`. Everything else
in the tables, comments and lines written by hand, stays as it is.
`;

/** The whole reference as Markdown. */
export function languageReference(): string {
  const scenario = shapeOf(scenarioSchema);
  const prices = shapeOf(priceTableSchema);
  const mapping = shapeOf(csvMappingSchema);
  const parts = [
    opening,
    figuresSection(),
    sources,
    ...chapters.map(({ title, keys }) => chapter(title, keys, scenario, scenarioExamples)),
    rows,
    anthologies,
    ...mapTables('anthology', shapeOf(anthologySchema)),
    ['```yaml', anthologyExample.trim(), '```', ''].join('\n'),
    '## Price tables\n\nPrices and rates stand in files of their own, `scenarios/prices/*.yaml`, so that many scenarios share them.\n',
    ...Object.keys(prices.properties ?? {}).map((key) => section(key, prices, priceExamples)),
    mappings,
    ...Object.keys(mapping.properties ?? {}).map((key) => section(key, mapping, mappingExamples)),
  ];
  return `${parts
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

/** As it is written, not as it is read: figures are texts. */
function shapeOf(schema: z.ZodType): Shape {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
}

function figuresSection(): string {
  const rows = Object.values(quantities).flatMap((quantity) => {
    if (!(quantity instanceof z.ZodType)) return [];
    const { title = '', description = '', examples = [] } = shapeOf(quantity);
    return [
      `| ${title} | ${oneLine(description)} | ${examples.map((example) => `\`${String(example)}\``).join(', ')} |`,
    ];
  });
  return [
    '## How figures are written',
    '',
    'As in Danish: `.` between thousands, `,` before decimals. What could be read in two ways (`14.8`) is refused.',
    '',
    '| Kind | How | Examples |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function chapter(title: string, keys: readonly string[], shape: Shape, examples: readonly Example[]): string {
  const known = keys.filter((key) => shape.properties?.[key] !== undefined);
  return [`## ${title}\n`, ...known.map((key) => section(key, shape, examples))].join('\n');
}

/** A top-level key: its meaning, the tables of what may stand under it, and an example that a test builds. */
function section(key: string, shape: Shape, examples: readonly Example[]): string {
  const value = shape.properties?.[key];
  if (value === undefined || typeof value === 'boolean') return '';
  const isNeeded = shape.required?.includes(key) ?? false;
  const example = examples.find((one) => one.key === key);
  return [
    `### ${key}`,
    '',
    ...keyTables(key, value, isNeeded),
    ...(example === undefined ? [] : ['```yaml', example.yaml.trim(), '```', '']),
  ].join('\n');
}
