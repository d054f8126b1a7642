/** What a template may not do, found in its syntax tree before it is compiled. */
import Handlebars from 'handlebars';
import type { Problem, ProblemCode } from '../problem/problem.ts';
import type { Place, Source } from '../problem/source.ts';
import { suggestion } from '../problem/suggest.ts';
import { builtInHelpers, helperNames } from './helper-names.ts';

/** All that is wrong with a template. `partials` are the names that `{{> name}}` may use. */
export function lintTemplate(source: Source, program: hbs.AST.Program, partials: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const report = (code: ProblemCode, node: hbs.AST.Node, message: string, hint: string): void => {
    problems.push({ severity: 'error', code, message, hint, place: placeOfNode(source, node) });
  };
  new TemplateLint(report, partials).accept(program);
  return problems;
}

/** The place of a node, on its first line. Handlebars counts columns from 0. */
export function placeOfNode(source: Source, { loc }: hbs.AST.Node): Place {
  const line = source.text.split('\n')[loc.start.line - 1] ?? '';
  const end = loc.end.line === loc.start.line ? loc.end.column : line.length;
  return {
    source,
    line: loc.start.line,
    column: loc.start.column + 1,
    length: Math.max(1, end - loc.start.column),
  };
}

type Report = (code: ProblemCode, node: hbs.AST.Node, message: string, hint: string) => void;

const allHelpers: readonly string[] = [...helperNames, ...builtInHelpers];

class TemplateLint extends Handlebars.Visitor {
  readonly #report: Report;
  readonly #partials: readonly string[];
  #before = '';

  constructor(report: Report, partials: readonly string[]) {
    super();
    this.#report = report;
    this.#partials = partials;
  }

  override ContentStatement(content: hbs.AST.ContentStatement): void {
    this.#before = content.value;
    // Chromium leaves empty cells out of the PDF's tree, and beside a cell over several rows nobody can tell where they stood.
    if (/\srowspan\s*=/i.test(content.value)) {
      const hint = 'write the cell again in each row, or make it the name of a group';
      this.#report('not-supported', content, 'a cell that reaches over rows cannot be made accessible', hint);
    }
    const forbidden = /<\s*(script|iframe|object|embed|link|base)\b|\son[a-z]+\s*=/i.exec(content.value);
    if (forbidden === null) return;
    const written = forbidden[0].trim();
    this.#report(
      'template-unsafe',
      content,
      `“${written}” has no place in a note`,
      'a note is one file without scripts',
    );
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped) {
      const hint = 'write it with two braces; HTML comes from helpers and other templates';
      this.#report('template-unsafe', mustache, 'three braces print without escaping', hint);
    }
    if (/=\s*$/.test(this.#before)) {
      const hint = 'put quotation marks round the braces';
      this.#report('template-unsafe', mustache, 'the value of this attribute has no quotation marks', hint);
    }
    this.#before = '';
    this.#checkHelper(mustache);
    super.MustacheStatement(mustache);
  }

  override BlockStatement(block: hbs.AST.BlockStatement): void {
    this.#checkHelper(block);
    super.BlockStatement(block);
  }

  override SubExpression(expression: hbs.AST.SubExpression): void {
    this.#checkHelper(expression);
    super.SubExpression(expression);
  }

  override Decorator(decorator: hbs.AST.Decorator): void {
    this.#report('template-unsafe', decorator, 'decorators are not used here', 'make it a template of its own');
  }

  override DecoratorBlock(block: hbs.AST.DecoratorBlock): void {
    this.#report('template-unsafe', block, 'inline partials are not used here', 'make it a template of its own');
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    this.#checkPartial(partial);
    super.PartialStatement(partial);
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.#checkPartial(partial);
    super.PartialBlockStatement(partial);
  }

  #checkPartial(partial: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement): void {
    const name = 'original' in partial.name ? String(partial.name.original) : undefined;
    if (name === undefined) {
      this.#report('template-unsafe', partial, 'the name of a template is computed', 'write the name itself');
    } else if (!this.#partials.includes(name)) {
      const hint = suggestion(name, this.#partials);
      this.#report('template-unknown', partial, `there is no template “${name}”`, hint);
    }
  }

  /** A name with parameters, or one that opens a block, must be a helper: Handlebars would say so less clearly. */
  #checkHelper(call: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression): void {
    const name = 'original' in call.path ? String(call.path.original) : '';
    const isCall = call.type !== 'MustacheStatement' || call.params.length > 0 || call.hash !== undefined;
    if (!isCall || allHelpers.includes(name)) return;
    this.#report('template-unknown', call.path, `there is no helper “${name}”`, suggestion(name, allHelpers));
  }
}
