/** A manifest as it lies in a folder: absent, whole, or damaged, and then where and what to do. */
import { type Problem, UserError } from '../problem/problem.ts';
import { type Place, placeAt, type Source } from '../problem/source.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';
import { type Manifest, manifestSchema } from './manifest-schema.ts';
import { readBytes } from './read-source.ts';

/** Of some ten thousand notes. */
const largestBytes = 256 * 1024 * 1024;

/**
 * Undefined where there is none. Throws UserError `manifest-invalid` where it is damaged, and with what keeps it from being read. `shown`
 * is what messages call the file, `hint` the next step of who reads it.
 */
export async function readManifest(path: string, shown: string, hint: string): Promise<Manifest | undefined> {
  try {
    return parseManifest(await readBytes(path, shown, largestBytes), shown, hint);
  } catch (error) {
    if (error instanceof UserError && error.problems.every(({ code }) => code === 'file-missing')) return undefined;
    throw error;
  }
}

/** Throws UserError `manifest-invalid` at the place where the text is no manifest any more. */
export function parseManifest(bytes: Uint8Array, shown: string, hint: string): Manifest {
  const source: Source = { path: shown, text: new TextDecoder().decode(bytes) };
  const value = jsonOf(source, hint);
  const parsed = manifestSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = (issue?.path ?? []).map((step) => (typeof step === 'number' ? step : String(step)));
  const isOther = path.length === 1 && path[0] === 'schemaVersion';
  const what = isOther
    ? 'the manifest is in a form that this omkost does not know'
    : `the manifest is not as omkost writes it: ${[...path, issue?.message].join(' ')}`;
  throw damaged(what, placeOf(source, path), hint);
}

function jsonOf(source: Source, hint: string): unknown {
  const { text } = source;
  try {
    return JSON.parse(text);
  } catch (error) {
    const marks = /^<{7} /m.exec(text);
    if (marks !== null)
      throw damaged('the manifest has the marks of a merge that is not finished', placeAt(source, marks.index), hint);
    const at = /position (\d+)/.exec(String(error))?.[1];
    const isCut = String(error).includes('Unexpected end') || Number(at) >= text.trimEnd().length;
    const end = Math.max(0, text.trimEnd().length - 1);
    if (isCut) throw damaged('the manifest is cut off', placeAt(source, end), hint);
    throw damaged('the manifest is damaged: it is no JSON', placeAt(source, Number(at ?? 0)), hint);
  }
}

/** JSON is read as YAML for the places in it. */
function placeOf(source: Source, path: readonly (string | number)[]): Place {
  try {
    return parseYaml(source).locate(path);
  } catch (error) {
    if (error instanceof UserError) return placeAt(source, 0);
    throw error;
  }
}

function damaged(message: string, place: Place, hint: string): UserError {
  const problem: Problem = { severity: 'error', code: 'manifest-invalid', message, place, hint };
  return new UserError([problem]);
}
