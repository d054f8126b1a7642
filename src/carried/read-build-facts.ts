/** The files inside a PDF → how the note was built. */
import { type Problem, UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import {
  type AnthologyFacts,
  anthologyFactsSchema,
  type BuildFacts,
  buildFactsName,
  buildFactsSchema,
} from './build-facts-schema.ts';

export type CarriedFiles = ReadonlyMap<string, Uint8Array>;

/** Throws UserError `pdf-without-inputs` where the PDF does not say how it was built. */
export function readBuildFacts(files: CarriedFiles, shown: string): BuildFacts {
  const bytes = files.get(buildFactsName);
  if (bytes === undefined) {
    const carries =
      files.size === 0 ? 'no files' : `${[...files.keys()].slice(0, 5).join(', ')}, but no ${buildFactsName}`;
    throw withoutInputs(`${shown} does not say how it was built: it carries ${carries}`);
  }
  if (readAnthologyFacts(files) !== undefined) {
    const message = `${shown} is an anthology`;
    throw new UserError([
      { severity: 'error', code: 'not-supported', message, hint: 'name the PDF of one of its notes' },
    ]);
  }
  const parsed = buildFactsSchema.safeParse(jsonOf(bytes));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw withoutInputs(
    `${buildFactsName} in ${shown} is not as omkost writes it: ${issue?.path.join('.')} ${issue?.message}`,
  );
}

/** Of a note alone, or of every chapter of an anthology. */
export function readAllBuildFacts(files: CarriedFiles, shown: string): readonly BuildFacts[] {
  return readAnthologyFacts(files)?.chapters ?? [readBuildFacts(files, shown)];
}

/** Of an anthology's PDF; of any other undefined. */
export function readAnthologyFacts(files: CarriedFiles): AnthologyFacts | undefined {
  const parsed = anthologyFactsSchema.safeParse(jsonOf(files.get(buildFactsName)));
  return parsed.success ? parsed.data : undefined;
}

export function withoutInputs(message: string): UserError {
  const hint = 'name a PDF that omkost built and nobody has stripped of its attachments, or build the note again';
  return new UserError([{ severity: 'error', code: 'pdf-without-inputs', message, hint }]);
}

/** A carried file as text. Throws UserError where it is missing or no text. */
export function sourceOf(files: CarriedFiles, name: string, shown: string): Source {
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
