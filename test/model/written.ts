/** A scenario as an analyst would write it, from its blocks: what a test does not care about is filled in. */

/** One block of a scenario: `{ per: 'forløb', hours: '2 timer', staff: 'rådgiver' }`. */
export type Block = Readonly<Record<string, unknown>>;
export type Blocks = Readonly<Record<string, Block>>;

export interface Written {
  /** The time horizon, default 5 år. */
  readonly years?: string;
  readonly firstYear?: string;
  readonly perspective?: string;
  readonly staff?: Blocks;
  readonly teams?: Blocks;
  readonly costs?: Blocks;
  readonly training?: Blocks;
  readonly equipment?: Blocks;
  readonly grants?: Blocks;
  readonly avoidedCosts?: Blocks;
  readonly sensitivity?: unknown;
}

/** Kinds of block, each with what an analyst must write and most tests need not. */
const needed = {
  staff: {},
  teams: { count: '1', coursesPerTeam: '1', participantsPerCourse: '1', courseLength: '1 år' },
  costs: { category: 'drift' },
  training: {},
  equipment: {},
  grants: { from: 'stat' },
  avoidedCosts: {},
} as const satisfies Readonly<Record<string, Block>>;

/** The text of the scenario: JSON, which is YAML. */
export function scenarioText(written: Written): string {
  const { years = '5 år', sensitivity, firstYear, perspective } = written;
  return JSON.stringify({
    title: 'Prøve',
    intervention: 'prøven',
    abstract: 'En prøve.',
    ...(written.teams === undefined
      ? { layout: 'notat', text: { sections: [{ title: 'Indledning', text: 'Tekst.' }] } }
      : { layout: 'omkostningsvurdering' }),
    priceYear: '2020',
    timeHorizon: { value: years, assumption: 'prøve' },
    ...(firstYear !== undefined && { firstYear }),
    ...(perspective !== undefined && { perspective }),
    participant: { one: 'deltager', many: 'deltagere' },
    ...Object.fromEntries(kinds.flatMap((kind) => blocksOf(kind, written[kind]))),
    ...(sensitivity !== undefined && { sensitivity }),
  });
}

const kinds = ['staff', 'teams', 'costs', 'training', 'equipment', 'grants', 'avoidedCosts'] as const;

function blocksOf(kind: (typeof kinds)[number], blocks: Blocks | undefined): [string, Blocks][] {
  if (blocks === undefined) return [];
  const filled = Object.entries(blocks).map(([id, block]): [string, Block] => [
    id,
    { name: id, assumption: 'prøve', ...startDefault(kind, block), ...completionDefault(kind, block), ...block },
  ]);
  return [[kind, Object.fromEntries(filled)]];
}

function startDefault(kind: (typeof kinds)[number], block: Block): Block {
  if (kind !== 'teams' || block.startsByYear === undefined) return needed[kind];
  const { count: _, ...rest } = needed.teams;
  return rest;
}

function completionDefault(kind: (typeof kinds)[number], block: Block): Block {
  return kind !== 'teams' || block.completedPerCourse !== undefined ? {} : { completionRate: '100 pct.' };
}
