/** Templates: read by others, compiled and checked here once, then run as often as there are notes. */
import Handlebars from 'handlebars';
import { type Problem, refuseErrors, UserError } from '../problem/problem.ts';
import { type Place, placeAt, type Source } from '../problem/source.ts';
import { suggestion } from '../problem/suggest.ts';
import { helperNames } from './helper-names.ts';
import { lintTemplate } from './template-lint.ts';

type Compiled = (context: unknown, options?: Handlebars.RuntimeOptions) => string;

export interface TemplateSet {
  /** Every file under `templates/` by its path there: `layouts/notat/page.hbs`, `styles/print.css`. */
  readonly files: ReadonlyMap<string, Source>;
  /** The `.hbs` files by their path without the ending. */
  readonly compiled: ReadonlyMap<string, Compiled>;
}

export type Helpers = Readonly<Record<string, Handlebars.HelperDelegate>>;

/** Checks and compiles all templates of `files`; everything wrong in any of them is said at once. */
export function prepareTemplates(files: ReadonlyMap<string, Source>): TemplateSet {
  const sources = new Map<string, Source>();
  for (const [path, source] of files) if (path.endsWith('.hbs')) sources.set(path.slice(0, -'.hbs'.length), source);
  const problems: Problem[] = [];
  const compiled = new Map<string, Compiled>();
  for (const [name, source] of sources) {
    const program = parseTemplate(source, problems);
    if (program === undefined) continue;
    const found = lintTemplate(source, program, [...sources.keys()]);
    problems.push(...found);
    if (found.length === 0) compiled.set(name, compileTemplate(source));
  }
  refuseErrors(problems);
  return { files, compiled };
}

/** Runs one template; `data` carries Handlebars' own `@root` from the template that asked for it. */
export function runTemplate(
  templates: TemplateSet,
  name: string,
  context: unknown,
  helpers: Helpers,
  data?: unknown,
): string {
  const template = templates.compiled.get(name);
  if (template === undefined) throw new UserError([missingTemplate(name, templates)]);
  const options = { helpers: { ...helpers }, partials: Object.fromEntries(templates.compiled) };
  return template(context, data === undefined ? options : { ...options, data });
}

/** The layouts there are: the folders under `layouts/` that hold a page. */
export function layoutNames(templates: TemplateSet): readonly string[] {
  return [...templates.compiled.keys()].flatMap((name) => /^layouts\/([^/]+)\/page$/.exec(name)?.[1] ?? []);
}

function missingTemplate(name: string, templates: TemplateSet): Problem {
  const layout = /^layouts\/([^/]+)\/page$/.exec(name)?.[1];
  const message = layout === undefined ? `there is no template “${name}.hbs”` : `there is no layout “${layout}”`;
  const hint = suggestion(layout ?? name, layout === undefined ? templates.compiled.keys() : layoutNames(templates));
  return { severity: 'error', code: 'template-unknown', message, hint };
}

function parseTemplate(source: Source, problems: Problem[]): hbs.AST.Program | undefined {
  try {
    return Handlebars.parse(source.text);
  } catch (error) {
    problems.push(syntaxProblem(source, error));
    return undefined;
  }
}

function compileTemplate(source: Source): Compiled {
  const template = Handlebars.compile<unknown>(source.text, {
    strict: true,
    noEscape: false,
    preventIndent: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(helperNames.map((name) => [name, true])),
  });
  return (context, options) => {
    try {
      return template(context, options);
    } catch (error) {
      throw withPlace(source, error);
    }
  };
}

/** “Parse error on line 3:” is all that Handlebars' parser says of the place; its excerpt ends under the fault. */
function syntaxProblem(source: Source, error: unknown): Problem {
  const { line, column, message } = faultOf(error);
  const said = /Expecting[\s\S]*got '(\w+)'/.exec(message);
  const plain = said === null ? (message.split('\n').at(-1) ?? message) : 'this is not a whole expression';
  const place = placeOn(source, line ?? 1, column ?? 1);
  return {
    severity: 'error',
    code: 'template-syntax',
    message: `the template cannot be read: ${plain.replace(/ - \d+:\d+$/, '')}`,
    place,
    hint: 'look for braces, blocks and quotation marks that are not closed',
  };
}

/** A name that the view does not have. Problems of the author's own and our bugs pass through as they are. */
function withPlace(source: Source, error: unknown): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  if (error instanceof RangeError) return new UserError([endless(source)], { cause: error });
  const missing = /^"(.+?)" not defined in/.exec(error.message)?.[1];
  if (missing === undefined) return error;
  const { line, column } = faultOf(error);
  const problem: Problem = {
    severity: 'error',
    code: 'template-unknown',
    message: `the note has nothing called “${missing}” here`,
    place: { ...placeOn(source, line ?? 1, column ?? 1), length: missing.length },
    hint: 'the names that a template may use are those of the note’s view',
  };
  return new UserError([problem], { cause: error });
}

/** The stack overflowed: of templates that use each other in a ring this is the one that was run last. */
function endless(source: Source): Problem {
  const hint = 'look for a template that uses itself, or another that uses it';
  return {
    severity: 'error',
    code: 'template-unsafe',
    message: 'the template never ends',
    place: placeOn(source, 1, 1),
    hint,
  };
}

function faultOf(error: unknown): { line?: number; column?: number; message: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message } = error;
  const line = 'lineNumber' in error ? Number(error.lineNumber) : Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
  const dashes = /\n(-*)\^/.exec(message)?.[1]?.length;
  const column = 'column' in error ? Number(error.column) + 1 : (dashes ?? 0) + 1;
  return { line, column, message };
}

function placeOn(source: Source, line: number, column: number): Place {
  const lines = source.text.split('\n');
  const wanted = Math.min(Math.max(1, line), lines.length);
  const start = lines.slice(0, wanted - 1).reduce((sum, text) => sum + text.length + 1, 0);
  const inLine = Math.min(Math.max(1, column), (lines[wanted - 1]?.length ?? 0) + 1);
  return placeAt(source, start + inLine - 1);
}
