/** Every figure has a source or is marked as an assumption; sources that are named exist. */
import { suggestion } from '../../problem/suggest.ts';
import type { Path } from '../../yaml/parse-yaml.ts';
import { parametersOf } from '../parameters.ts';
import type { Provenance } from '../schema/provenance.ts';
import type { Findings } from './report.ts';

export function checkProvenance(findings: Findings): void {
  checkSourced(findings);
  checkReferences(findings);
}

function checkSourced(findings: Findings): void {
  const reported = new Set<string>();
  for (const [path, quantity] of parametersOf(findings.scenario)) {
    const names = path.split('.');
    if (quantity.source !== undefined || quantity.assumption !== undefined) continue;
    if (blocksAbove(findings, names).some((block) => block.source !== undefined || block.assumption !== undefined))
      continue;
    const owner = names.slice(0, names[0] === 'comparator' ? 3 : 2);
    const key = owner.join('.');
    if (reported.has(key)) continue;
    reported.add(key);
    const hint =
      names.length === 1
        ? `write { value: …, assumption: "why" } or { value: …, source: name-from-references }`
        : 'add `source:` (a name from `references`) or `assumption:` with the reason for the value';
    findings.key('source-missing', names, `“${path}” has no source`, hint);
  }
}

function blocksAbove(findings: Findings, names: readonly string[]): Provenance[] {
  const blocks: Provenance[] = [];
  let value: unknown = findings.scenario;
  for (const name of names.slice(0, -1)) {
    value = (value as Record<string, unknown>)[name];
    if (typeof value === 'object' && value !== null) blocks.push(value);
  }
  return blocks;
}

function checkReferences(findings: Findings): void {
  const known = Object.keys(findings.scenario.references ?? {});
  const used = new Set<string>();
  visitSources(findings.scenario, [], (ref, path) => {
    used.add(ref);
    if (known.includes(ref)) return;
    const hint = known.length === 0 ? `add \`references:\` with “${ref}” and its title` : suggestion(ref, known);
    findings.value('reference-unknown', path, `unknown source “${ref}”`, hint);
  });
  for (const name of known) {
    if (used.has(name) || findings.scenario.recalculates !== undefined) continue;
    findings.warn(
      'unused',
      ['references', name],
      `no figure refers to “${name}”`,
      'name it as `source:` where it was used, or remove it',
    );
  }
}

function visitSources(value: unknown, path: Path, visit: (ref: string, path: Path) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (
      key === 'source' &&
      typeof inner === 'object' &&
      inner !== null &&
      'ref' in inner &&
      typeof inner.ref === 'string'
    ) {
      visit(inner.ref, [...path, key]);
    } else {
      visitSources(inner, [...path, key], visit);
    }
  }
}
