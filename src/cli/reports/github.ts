/** Problems as GitHub’s workflow commands: each becomes an annotation at its line in the pull request. */
import type { Problem } from '../../problem/problem.ts';
import type { NameFile } from './write-reports.ts';

/** One line a problem, each once; the empty text where nothing is wrong. */
export function githubAnnotations(problems: readonly Problem[], nameFile: NameFile): string {
  const lines = problems.map((problem) => `${annotation(problem, nameFile)}\n`);
  return [...new Set(lines)].join('');
}

function annotation({ severity, code, message, place, hint }: Problem, nameFile: NameFile): string {
  const where =
    place === undefined
      ? {}
      : {
          file: nameFile(place.source.path),
          line: place.line,
          col: place.column,
          endLine: place.line,
          endColumn: place.column + place.length,
        };
  const properties = Object.entries({ ...where, title: `omkost: ${code}` })
    .map(([name, value]) => `${name}=${property(String(value))}`)
    .join(',');
  return `::${severity} ${properties}::${data(hint === undefined ? message : `${message}\nhint: ${hint}`)}`;
}

/** A text that may hold anything stays one command: no line end and no percent sign of its own. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
