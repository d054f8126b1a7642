/** What the notes of one build have in common wherever they were built: the program, the browser, and each input by what it is called. */
import type { Manifest, ManifestEntry } from './manifest-schema.ts';

export interface Fact {
  readonly what: string;
  /** Tells apart what is called the same. */
  readonly of?: string;
  readonly value: string;
  /** The value says something to a reader: it is no hash. */
  readonly isWords?: boolean;
  readonly hint: string;
}

const sameTools = 'build all shards with one lockfile, so that they have the same omkost and the same browser';
const sameCommit = 'build all shards from the same commit';

/** All that a manifest says of what its notes were made from and with. */
export function factsOf(manifest: Manifest): readonly Fact[] {
  const { program, browser, notes } = manifest;
  return [...toolFacts(`${program.name} ${program.version}`, browser), ...notes.flatMap(noteFacts)];
}

/** A shard without notes has printed nothing, and a note without a PDF was not printed. */
function toolFacts(program: string, browser: string | null): readonly Fact[] {
  const tool = { isWords: true, hint: sameTools };
  return [
    { what: 'the program', value: program, ...tool },
    ...(browser === null ? [] : [{ what: 'the browser', value: browser, ...tool }]),
  ];
}

function noteFacts(entry: ManifestEntry): readonly Fact[] {
  const { name, scenario, inputs, options, outputs, madeWith } = entry;
  return [
    // A note that an earlier build left there may be of another program than the run that came after.
    ...(madeWith === undefined ? [] : toolFacts(`omkost ${madeWith.program}`, madeWith.browser)),
    { what: `the note “${name}”`, value: JSON.stringify(outputs), hint: sameCommit },
    { what: `the scenario ${scenario.path}`, value: scenario.sha256, hint: sameCommit },
    ...(inputs === undefined ? [] : [...inputFacts(scenario.path, inputs), ...houseFacts(inputs)]),
    ...(options === undefined ? [] : optionFacts(options)),
  ];
}

type Inputs = NonNullable<ManifestEntry['inputs']>;

function inputFacts(scenario: string, { prose, rows }: Inputs): readonly Fact[] {
  return [
    ...prose.map(({ file, sha256 }) => ({
      what: `the text ${file} of ${scenario}`,
      value: sha256 ?? '',
      hint: sameCommit,
    })),
    ...rows.map(({ section, name, years = [], sha256 }) => ({
      what: ['the', section, `“${name}”`, ...years].join(' '),
      value: sha256,
      hint: sameCommit,
    })),
  ];
}

/** Templates may be a theme's own; a theme that has no name in its manifest is known by its hash alone. */
function houseFacts({ templates, language, theme, themeName, assets }: Inputs): readonly Fact[] {
  const name = themeName ?? theme;
  const style = themeName === undefined ? 'the house style' : `the house style “${themeName}”`;
  return [
    { what: `the language “${language.name}”`, of: name, value: language.sha256, hint: sameCommit },
    { what: `theme.yaml of ${style}`, of: name, value: theme, hint: sameCommit },
    ...(themeName === undefined
      ? []
      : [{ what: `the set of templates with ${style}`, value: templates, hint: sameCommit }]),
    ...assets.map(({ file, sha256 }) => ({
      what: `${/\.(?:woff2?|ttf|otf)$/i.test(file) ? 'the font' : 'the file'} ${file} of ${style}`,
      of: name,
      value: sha256 ?? '',
      hint: /\.(?:woff2?|ttf|otf)$/i.test(file) ? sameTools : sameCommit,
    })),
  ];
}

function optionFacts({ priceYear, issued }: NonNullable<ManifestEntry['options']>): readonly Fact[] {
  const sameDay = 'give all shards the same SOURCE_DATE_EPOCH, such as the date of the commit';
  const year = priceYear === null ? 'the scenarios’ own' : String(priceYear);
  return [
    ...(issued === null ? [] : [{ what: 'the day of the build', value: issued, isWords: true, hint: sameDay }]),
    {
      what: 'the price year asked for',
      value: year,
      isWords: true,
      hint: 'build all shards with the same --price-year',
    },
  ];
}
