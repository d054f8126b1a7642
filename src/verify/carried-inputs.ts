/** The files inside a PDF → how the note was built, and the inputs to compute it from again. */
import { createHash } from 'node:crypto';
import { type BuildFacts, buildFactsName, buildFactsSchema, type FileRole } from '../build/build-facts.ts';
import { inPriceYear } from '../files/read-inputs.ts';
import type { House, NoteInputs } from '../note.ts';
import { parsePrices } from '../prices/parse.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import { parseScenario } from '../scenario/parse.ts';
import type { CarriedState } from './verification.types.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** Throws UserError `pdf-without-inputs` where the PDF does not say how it was built. */
export function readBuildFacts(files: Files, shown: string): BuildFacts {
  const bytes = files.get(buildFactsName);
  if (bytes === undefined) {
    const carries =
      files.size === 0 ? 'no files' : `${[...files.keys()].slice(0, 5).join(', ')}, but no ${buildFactsName}`;
    throw withoutInputs(`${shown} cannot be verified: it carries ${carries}`);
  }
  const parsed = buildFactsSchema.safeParse(jsonOf(bytes));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw withoutInputs(
    `${buildFactsName} in ${shown} is not as omkost writes it: ${issue?.path.join('.')} ${issue?.message}`,
  );
}

function withoutInputs(message: string): UserError {
  const hint = 'name a PDF that omkost built and nobody has stripped of its attachments, or build the note again';
  return new UserError([{ severity: 'error', code: 'pdf-without-inputs', message, hint }]);
}

/** Each file the note was built from, against what is inside now, and what is inside besides. */
export function statesOf(files: Files, facts: BuildFacts): readonly CarriedState[] {
  const built = facts.files.map(({ name, sha256 }): CarriedState => {
    const bytes = files.get(name);
    if (bytes === undefined) return { name, state: 'missing' };
    return { name, state: createHash('sha256').update(bytes).digest('hex') === sha256 ? 'as-built' : 'changed' };
  });
  const known = new Set([...facts.files.map(({ name }) => name), buildFactsName]);
  const added = [...files.keys()].filter((name) => !known.has(name));
  return [...built, ...added.map((name): CarriedState => ({ name, state: 'added' }))];
}

/** Throws UserError with all that is wrong in the inputs; their places are told by `<pdf> › <file>`. */
export function inputsOf(files: Files, facts: BuildFacts, house: House, shown: string): NoteInputs {
  const sources = (role: FileRole) =>
    facts.files
      .filter((file) => file.role === role)
      .map(({ name, path }) => ({ path, source: sourceOf(files, name, shown) }));
  const [scenario] = sources('scenario');
  if (scenario === undefined) throw withoutInputs(`${shown} cannot be verified: it carries no scenario`);
  const { priceYear } = facts;
  return {
    name: facts.name,
    scenario: inPriceYear(parseScenario(scenario.source), priceYear ?? undefined),
    prose: new Map(sources('prose').map(({ path, source }) => [path ?? '', source])),
    prices: parsePrices(sources('prices').map(({ source }) => source)),
    house: published(house, facts),
    issued: facts.issued,
    ...(priceYear !== null && { priceYear }),
  };
}

/** Where a house style of one's own named the publisher, nobody else does. */
function published(house: House, { publisher }: BuildFacts): House {
  if (house.theme.publisher !== undefined) return house;
  return { ...house, theme: { ...house.theme, publisher: { name: publisher, addressLines: [] } } };
}

function sourceOf(files: Files, name: string, shown: string): Source {
  const path = `${shown} › ${name}`;
  const problem = (code: Problem['code'], message: string, hint: string, cause?: unknown) =>
    new UserError([{ severity: 'error', code, message, hint }], { cause });
  const bytes = files.get(name);
  if (bytes === undefined) throw problem('attachment-invalid', `${path} is missing`, 'build the note again');
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (cause) {
    throw problem('file-not-utf8', `${path} is not text in UTF-8`, 'build the note again', cause);
  }
}

/** The value a file's JSON holds; undefined where it is none. */
export function jsonOf(bytes: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array()));
  } catch {
    // The caller says what was expected instead.
    return undefined;
  }
}
