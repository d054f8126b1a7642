/**
 * What the rest of a scenario says while some of its blocks cannot be read: names that do not exist, shares that do not
 * sum. The unreadable blocks are stood in for, and nothing is said of them.
 */
import { z } from 'zod';
import type { Problem, ProblemCode } from '../../problem/problem.ts';
import type { Located, Path } from '../../yaml/parse-yaml.ts';
import { scenarioSchema } from '../schema/scenario.ts';
import { scenarioProblems } from './scenario-problems.ts';

type Raw = Record<string, unknown>;

const why = 'stands in for what cannot be read';
const line = { name: why, per: 'år', memo: why };

/** One lawful block for each section whose blocks are named by the author: the names themselves stay. */
const standIns: Readonly<Record<string, Raw>> = {
  staff: { name: why, hourlyCost: '1', assumption: why },
  teams: {
    name: why,
    count: '1',
    coursesPerTeam: '1',
    participantsPerCourse: '1',
    courseLength: '1 dag',
    completionRate: '100 pct.',
    assumption: why,
  },
  costs: { ...line, category: 'drift' },
  avoidedCosts: line,
  equipment: { name: why, amount: '1', usefulLife: '1 år', assumption: why },
  references: { title: why },
};

/** For keys that must be there. */
const required: Readonly<Raw> = {
  title: why,
  intervention: why,
  abstract: why,
  layout: 'notat',
  priceYear: '2016',
  timeHorizon: { value: '100 år', assumption: why },
  participant: { one: why, many: why },
};

/** Problems that stay true whatever the unreadable blocks were meant to say. */
const certain: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'reference-unknown',
  'source-missing',
  'shares-sum',
  'key-conflict',
  'course-too-long',
]);

/** Errors outside the blocks that the schema refuses; none where even the stand-ins do not help. */
export function problemsDespiteShape(located: Located<unknown>): readonly Problem[] {
  const refused = z.safeParse(scenarioSchema, located.value).error?.issues ?? [];
  if (typeof located.value !== 'object' || located.value === null) return [];
  const raw = structuredClone({ ...located.value }) as Raw;
  const replaced = refused.flatMap((issue) => standInFor(raw, issue));
  const { data: scenario } = z.safeParse(scenarioSchema, raw);
  if (scenario === undefined) return [];
  const hidden = located.locate([]);
  const isReplaced = (path: Path) => replaced.some((block) => block.every((step, place) => step === path[place]));
  const apart: Located<unknown> = {
    ...located,
    locate: (path, part) => (isReplaced(path) ? hidden : located.locate(path, part)),
  };
  const isKnown = replaced.every(([section, name]) => name !== undefined || Object.hasOwn(required, section ?? ''));
  return scenarioProblems(scenario, apart).filter(
    // Where a whole section is gone, perhaps under a misspelt key, no name can be said to be unknown.
    ({ code, place }) => place !== hidden && certain.has(code) && (isKnown || code !== 'reference-unknown'),
  );
}

function isBlock(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Puts a lawful block where an issue is, and gives the paths that then hold nothing of the author's. */
function standInFor(raw: Raw, issue: z.core.$ZodIssue): Path[] {
  const [section, name] = issue.path.map(String);
  if (section === undefined) {
    const strangers = issue.code === 'unrecognized_keys' ? issue.keys : [];
    for (const key of strangers) delete raw[key];
    return strangers.map((key) => [key]);
  }
  const block = raw[section];
  const standIn = standIns[section];
  if (name !== undefined && standIn !== undefined && typeof block === 'object' && block !== null) {
    const [, , key] = issue.path.map(String);
    const own = (block as Raw)[name];
    // Where one figure cannot be read, the rest of its block can.
    if (key !== undefined && standIn[key] !== undefined && isBlock(own) && Object.hasOwn(own, key)) {
      own[key] = standIn[key];
      return [[section, name, key]];
    }
    Object.assign(block, { [name]: { ...standIn } });
    return [[section, name]];
  }
  if (Object.hasOwn(required, section)) raw[section] = required[section];
  else delete raw[section];
  return [[section]];
}
