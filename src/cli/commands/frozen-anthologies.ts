/** The anthologies of `check --frozen`: those of the committed manifest, as they were asked for then, and those that came since. */
import { findScenarios } from '../../files/find-scenarios.ts';
import type { Manifest, ManifestEntry } from '../../files/manifest.ts';
import { type AskedAnthology, askedOf, findAsked } from '../asked-anthologies.ts';
import type { CommonOptions } from '../outside.ts';

/** An anthology to build again, and the days that its chapters were built first, by their names. */
export interface FrozenAnthology {
  readonly asked: AskedAnthology;
  readonly issuedFor: ReadonlyMap<string, string>;
}

export interface FrozenWork {
  readonly anthologies: readonly FrozenAnthology[];
  /** What is left to be found among the scenarios; undefined where none is meant. */
  readonly scenarios: readonly string[] | undefined;
}

/** `named` may name anthologies as the manifest does, by file, or not at all: then all are meant. */
export async function frozenWork(
  named: readonly string[],
  committed: Manifest,
  options: CommonOptions,
  workingFolder: string,
): Promise<FrozenWork> {
  const entries = committed.notes.filter(({ chapters }) => chapters !== undefined);
  const isAsked = ({ name }: ManifestEntry) => named.length === 0 || named.includes(name);
  const known = entries.filter(isAsked);
  const rest = named.filter((word) => !known.some(({ name }) => name === word));
  const isOnlyKnown = named.length > 0 && rest.length === 0;
  const { anthologies, scenarios } = isOnlyKnown
    ? { anthologies: [], scenarios: undefined }
    : await findAsked(rest, options, workingFolder);
  const again = await Promise.all(known.map((entry) => asBefore(entry, workingFolder)));
  const isAgain = ({ name }: AskedAnthology) => again.some((one) => one.name === name);
  return {
    anthologies: [...again, ...anthologies.filter((one) => !isAgain(one))].map((asked) => ({
      asked,
      issuedFor: daysOf(entries.find(({ name }) => name === asked.name)),
    })),
    scenarios,
  };
}

/** From its file where it has one, else from the scenarios that it was made of. */
async function asBefore(entry: ManifestEntry, workingFolder: string): Promise<AskedAnthology> {
  const { name, scenario, chapters = [] } = entry;
  const title = titleOf(entry);
  if (scenario.path !== '') {
    return askedOf({ name, path: scenario.path }, { title }, workingFolder);
  }
  const paths = chapters.map(({ path }) => path);
  const { files, problems } = await findScenarios(paths, workingFolder);
  return { name, title, files, problems };
}

/** Manifests of versions before do not say whether the title was asked for. */
function titleOf({ title, options }: ManifestEntry): string | undefined {
  return options?.title === undefined ? title : (options.title ?? undefined);
}

function daysOf(entry: ManifestEntry | undefined): ReadonlyMap<string, string> {
  const days = (entry?.chapters ?? []).flatMap(({ name, options }): [string, string][] => {
    const day = options?.issued ?? (options === undefined ? entry?.options?.issued : undefined);
    return day ? [[name, day]] : [];
  });
  return new Map(days);
}
