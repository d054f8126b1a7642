/** The door from text to value: every problem of the YAML at once, or the value with the place of each of its parts. */
import { parseDocument } from 'yaml';
import type { Problem } from '../problem/problem.ts';
import { refuseErrors, UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import { controlHint, controlsIn, withoutControls } from './controls.ts';
import type { Finding } from './finding.ts';
import { toProblem } from './finding.ts';
import { indexLines, type LineIndex } from './line-index.ts';
import { type Located, locatorOf } from './located.ts';
import { scanYaml } from './scan.ts';
import { explainSyntax } from './syntax-problems.ts';
import { buildTree, type YamlNode } from './tree.ts';

export type { Located, Path } from './located.ts';
export { placeInScalar } from './located.ts';

/** Reads one YAML document whose root is a map. Scalars stay text as written; nothing written is `null`. */
export function parseYaml(source: Source): Located<unknown> {
  const lines = indexLines(source);
  const controls = findControls(source.text);
  // The parser uses control characters as its own marks: they are replaced, one for one, so that offsets stay.
  const text = controls.length === 0 ? source.text : withoutControls(source.text);
  const scan = scanYaml(text);
  const scanned = [...controls, ...scan.findings];
  if (scan.tooDeep) throw new UserError(toProblems(scanned, lines));
  const options = { schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const;
  const document = parseDocument(text, options);
  const unread = [...scanned, ...explainSyntax(document.errors, { text, lines, lastQuote: scan.lastQuote, scanned })];
  const { root, findings: structural } = buildTree(document, text, lines);
  const broken = new Set(unread.filter(isError).map((finding) => lines.lineOf(finding.start)));
  // What is odd about the structure of a line that could not be read is only an echo of that.
  const odd = structural.filter((finding) => !broken.has(lines.lineOf(finding.start)));
  const findings = [...unread, ...odd];
  const warnings = refuseErrors(
    toProblems(findings.some(isError) ? findings : [...findings, ...rootFindings(root)], lines),
  );
  return { ...locatorOf(source, root, lines), warnings };
}

function findControls(text: string): Finding[] {
  return controlsIn(text).map(({ index, message }) => ({
    start: index,
    end: index + 1,
    code: 'yaml-syntax',
    message,
    hint: controlHint,
  }));
}

/** Nothing more can be said of a file that does not hold a map. */
function rootFindings(root: YamlNode): Finding[] {
  if (root.entries !== undefined) return [];
  const [start, end] = root.span;
  const hint = 'start each line with a key and a colon: `key: value`';
  if (root.value === null)
    return [{ start: 0, end: 1, code: 'yaml-empty', message: 'there is nothing in the file', hint }];
  const met = root.items === undefined ? 'a text' : 'a list';
  return [
    { start, end, code: 'type-wrong', message: `the file must hold keys with values, but it holds ${met}`, hint },
  ];
}

function isError(finding: Finding): boolean {
  return finding.severity !== 'warning';
}

function toProblems(findings: readonly Finding[], lines: LineIndex): Problem[] {
  return [...findings].sort((one, other) => one.start - other.start).map((finding) => toProblem(finding, lines));
}
