/** Problems as SARIF 2.1.0, which code-scanning services and editors read. */
import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { Problem } from '../../problem/problem.ts';
import type { NameFile } from './write-reports.ts';

export function sarifReport(problems: readonly Problem[], nameFile: NameFile, version: string): string {
  const codes = [...new Set(problems.map(({ code }) => code))].sort();
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'omkost', version, rules: codes.map((id): ReportingDescriptor => ({ id })) } },
        // Columns of a place count in the same units.
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => resultOf(problem, codes, nameFile)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(
  { severity, code, message, place, hint }: Problem,
  codes: readonly string[],
  nameFile: NameFile,
): Result {
  const text = hint === undefined ? message : `${message}\nhint: ${hint}`;
  const result: Result = { ruleId: code, ruleIndex: codes.indexOf(code), level: severity, message: { text } };
  if (place === undefined) return result;
  const uri = nameFile(place.source.path).split('/').map(encodeURIComponent).join('/');
  const region = { startLine: place.line, startColumn: place.column, endColumn: place.column + place.length };
  return { ...result, locations: [{ physicalLocation: { artifactLocation: { uri }, region } }] };
}
