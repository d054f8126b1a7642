/** The mustaches of an author's text, found one by one, so that each wrong one is reported at its own place. */
import Handlebars from 'handlebars';
import type { ProblemCode } from '../problem/problem.ts';

export interface Mustache {
  /** From the first brace to the one after the last, in the author's text. */
  readonly start: number;
  readonly end: number;
  readonly content: MustacheContent;
}

export type MustacheContent =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'ref'; readonly name: string }
  /** `\{{`: the author wants to see the braces. */
  | { readonly kind: 'braces' }
  | { readonly kind: 'wrong'; readonly code: ProblemCode; readonly message: string; readonly hint: string };

/** All mustaches of a text, in order. */
export function findMustaches(text: string): readonly Mustache[] {
  const found: Mustache[] = [];
  const opening = /\\?\{\{/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const mustache = mustacheAt(text, match.index, match[0].startsWith('\\'));
    found.push(mustache);
    opening.lastIndex = mustache.end;
  }
  return found;
}

function mustacheAt(text: string, start: number, isEscaped: boolean): Mustache {
  if (isEscaped) return { start, end: start + 3, content: { kind: 'braces' } };
  const newline = text.indexOf('\n', start);
  const line = text.slice(start, newline === -1 ? text.length : newline);
  const closing = line.indexOf('}}', 2);
  const next = line.indexOf('{{', 3);
  if (closing === -1 || (next !== -1 && next < closing)) {
    const end = start + (next === -1 ? line.trimEnd().length : next);
    const content = wrong('template-syntax', '“{{” is not closed on its line', 'write a name and “}}” after it');
    return { start, end, content };
  }
  const end = start + closing + (line[closing + 2] === '}' ? 3 : 2);
  return { start, end, content: contentOf(text.slice(start, end)) };
}

function contentOf(written: string): MustacheContent {
  const inner = written.slice(2, -2).trim();
  const onlyNames = 'in a text only names can stand between “{{” and “}}”';
  if (inner.startsWith('{') || inner.startsWith('&')) {
    return wrong('template-unsafe', `“${written}” would print without escaping`, 'write it with two braces');
  }
  if (/^~?[#/^>*!]/.test(inner)) {
    return wrong('template-unsafe', `“${written}” is a part of the template language`, onlyNames);
  }
  const names = namesIn(written);
  const [first, second] = names ?? [];
  if (names?.length === 2 && first === 'ref' && second !== undefined) return { kind: 'ref', name: second };
  if (names?.length === 1 && first !== undefined) return { kind: 'name', name: first };
  return wrong(
    'template-syntax',
    `“${written}” is not a name`,
    'write one name, as “{{total}}” or “{{costs.meetings.perDriver}}”, or “{{ref tables.perYear}}”',
  );
}

/** The plain paths of one mustache, or undefined when it holds anything else. Handlebars' own parser is the judge. */
function namesIn(written: string): readonly string[] | undefined {
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parseWithoutProcessing(written);
  } catch {
    // What Handlebars says of it speaks of tokens; the author is told what may stand there instead.
    return undefined;
  }
  const [statement, ...others] = program.body;
  if (statement === undefined || others.length > 0 || !isMustache(statement)) return undefined;
  if (statement.hash !== undefined || statement.strip.open || statement.strip.close) return undefined;
  const paths = [statement.path, ...statement.params].map(plainPath);
  return paths.every((path) => path !== undefined) ? paths : undefined;
}

function plainPath(expression: hbs.AST.Expression): string | undefined {
  if (!isPath(expression) || expression.data || expression.depth > 0) return undefined;
  const name = expression.parts.join('.');
  return name === expression.original ? name : undefined;
}

function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}

function wrong(code: ProblemCode, message: string, hint: string): MustacheContent {
  return { kind: 'wrong', code, message, hint };
}
