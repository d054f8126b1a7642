/** The files inside a PDF → the inputs to compute the note from again, and what became of them. */
import { createHash } from 'node:crypto';
import { type BuildFacts, buildFactsName, type FileRole } from '../carried/build-facts-schema.ts';
import { type CarriedFiles, jsonOf, sourceOf, withoutInputs } from '../carried/read-build-facts.ts';
import { recordedEdition } from '../changes/carried-edition.ts';
import type { House, NoteInputs } from '../note.ts';
import { parsePrices } from '../prices/parse.ts';
import type { Source } from '../problem/source.ts';
import { inPriceYear } from '../scenario/in-price-year.ts';
import { type CheckedScenario, checkScenario } from '../scenario/parse.ts';
import { readRowFile } from '../scenario/rows/row-file.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import type { CarriedState } from './verification.types.ts';

/** Each file the note was built from, against what is inside now, and what is inside besides. */
export function statesOf(files: CarriedFiles, facts: Pick<BuildFacts, 'files'>): readonly CarriedState[] {
  const built = facts.files.map(({ name, sha256 }): CarriedState => {
    const bytes = files.get(name);
    if (bytes === undefined) return { name, state: 'missing' };
    return { name, state: createHash('sha256').update(bytes).digest('hex') === sha256 ? 'as-built' : 'changed' };
  });
  const known = new Set([...facts.files.map(({ name }) => name), buildFactsName]);
  const added = [...files.keys()].filter((name) => !known.has(name));
  return [...built, ...added.map((name): CarriedState => ({ name, state: 'added' }))];
}

/** The texts of the organisation's own house style by their path in it; undefined where the note carries none. */
export function houseTextsOf(
  files: CarriedFiles,
  facts: BuildFacts,
  shown: string,
): ReadonlyMap<string, Source> | undefined {
  const own = facts.files.filter(({ role }) => role === 'house');
  const texts = own.map(({ name, path = name }): [string, Source] => [path, sourceOf(files, name, shown)]);
  return texts.some(([path]) => path === 'theme.yaml') ? new Map(texts) : undefined;
}

/** True where the words and their order may be others than in this house. */
export function isBuiltInAnother(facts: BuildFacts, house: House): boolean {
  return facts.theme !== (house.shippedTheme ?? null);
}

/** Throws UserError with all that is wrong in the inputs; their places are told by `<pdf> › <file>`. */
export function inputsOf(files: CarriedFiles, facts: BuildFacts, house: House, shown: string): NoteInputs {
  const sources = (role: FileRole) =>
    facts.files
      .filter((file) => file.role === role)
      .map(({ name, path }) => ({ path, source: sourceOf(files, name, shown) }));
  const [scenario] = sources('scenario');
  if (scenario === undefined) throw withoutInputs(`${shown} cannot be verified: it carries no scenario`);
  const { priceYear } = facts;
  const [earlier] = sources('edition');
  const previous = earlier && recordedEdition(jsonOf(files.get(earlier.source.path.split(' › ').at(-1) ?? '')));
  return {
    name: facts.name,
    scenario: inPriceYear(checked(scenario.source, sources('row')[0]?.source), priceYear ?? undefined),
    prose: new Map(sources('prose').map(({ path, source }) => [path ?? '', source])),
    prices: parsePrices(sources('prices').map(({ source }) => source)),
    house: published(house, facts),
    issued: facts.issued,
    ...(previous && { previous }),
    ...(priceYear !== null && { priceYear }),
  };
}

/** The scenario, with the values of the row that the note was built from where there was one. */
function checked(scenario: Source, row: Source | undefined): CheckedScenario {
  const located = parseYaml(scenario);
  const read = checkScenario(located, row === undefined ? undefined : readRowFile(row, located));
  return { ...read, isCarried: true };
}

/** Where a house style of one's own named the publisher, nobody else does. */
function published(house: House, { publisher }: BuildFacts): House {
  if (house.theme.publisher !== undefined) return house;
  return { ...house, theme: { ...house.theme, publisher: { name: publisher, addressLines: [] } } };
}
