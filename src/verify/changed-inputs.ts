/** Which inputs are not as they were when the note was built, and which figures rest on them. */
import type { BuildFacts } from '../carried/build-facts-schema.ts';
import type { Note } from '../note.ts';
import { reportContext } from '../report/context.ts';
import { explainableFigures } from '../report/explain-figures.ts';
import type { Language } from '../report/language.ts';
import { parametersOf } from '../scenario/parameters.ts';

/** What is said of each changed input, by its place in the scenario: “teams.pn.count: 5 → 6 (scenario.yaml)”. */
export function changedInputs(note: Note, facts: BuildFacts): ReadonlyMap<string, string> {
  const { priced } = note.assessment;
  const now = new Map([...parametersOf(priced.scenario)].map(([path, { values }]) => [path, values]));
  const scenario = facts.files.find(({ role }) => role === 'scenario')?.name ?? '';
  const changed = new Map<string, string>();
  for (const path of new Set([...Object.keys(facts.inputs), ...now.keys()])) {
    const [before, after] = [written(facts.inputs[path]), written(now.get(path))];
    if (before === after) continue;
    const price = priced.pricesUsed.get(path) === undefined ? undefined : facts.prices[path];
    const where = price === undefined ? scenario : `price “${price.price}” of ${price.year} in ${price.file}`;
    changed.set(path, `${path}: ${before} → ${after} (${where})`);
  }
  return changed;
}

function written(values: readonly number[] | undefined): string {
  return values === undefined ? 'none' : values.join(', ');
}

/** The changed inputs that a figure rests on, by the figure's name; of a figure that cannot be followed, all of them. */
export function becauseOf(
  note: Note,
  language: Language,
  changed: ReadonlyMap<string, string>,
): (figure: string | undefined) => readonly string[] {
  const all = [...changed.values()];
  if (all.length === 0) return () => [];
  const { calculation } = note.assessment.model;
  const terms = explainableFigures(reportContext(note.assessment, language));
  return (figure) => {
    const term = figure === undefined ? undefined : terms.get(figure);
    if (term === undefined) return all;
    const paths = new Set(inputsUnder(calculation.nodes, term));
    const found = [...changed].filter(([path]) => paths.has(path)).map(([, said]) => said);
    return found.length > 0 ? found : all;
  };
}

/** Paths of the inputs below a node; a vector's without its index. */
function inputsUnder(nodes: Note['assessment']['model']['calculation']['nodes'], term: number): readonly string[] {
  const seen = new Set<number>();
  const paths: string[] = [];
  const open = [term];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const node = nodes[at];
    if (seen.has(at) || node === undefined) continue;
    seen.add(at);
    if (node.path !== undefined) paths.push(node.path, node.path.replace(/\.\d+$/, ''));
    open.push(...node.from);
  }
  return paths;
}
