/** What decides a line beside its figures, for the table of assumptions: who pays, in which years, for which teams. */
import type { Scenario } from '../scenario/schema/scenario.ts';
import type { Payer } from '../scenario/schema/words.ts';
import { operatingYear } from '../scenario/years.ts';
import { type ReportContext, say, text } from './context.ts';
import { inSentence, listed } from './language.ts';
import { basisOf, blockProvenance, type InputRow, upperFirst } from './provenance.ts';
import { yearsText } from './years-text.ts';

/** The keys of lines, teams and subsidies that are choices, as far as a block has them. */
interface Block {
  readonly name?: string | undefined;
  readonly payers?: Shares | undefined;
  readonly feePayers?: Shares | undefined;
  readonly years?: readonly number[] | undefined;
  /** The year that equipment is bought in. */
  readonly year?: number | undefined;
  readonly teams?: readonly string[] | undefined;
  readonly from?: Payer | undefined;
  readonly to?: Payer | undefined;
  readonly capacityBy?: string | undefined;
  readonly residualValue?: string | undefined;
}
type Shares = Readonly<Partial<Record<Payer, number>>>;

/** The rows given, and after those of each block what else was chosen for it. */
export function withNarrowed(context: ReportContext, rows: readonly InputRow[]): readonly InputRow[] {
  const { scenario } = context;
  const blocks = [
    ...blocksOf(scenario, ''),
    ...(scenario.comparator === undefined ? [] : blocksOf(scenario.comparator, 'comparator.')),
  ];
  return blocks.reduce((all, [path, block]) => {
    const last = all.findLastIndex((row) => row.path.startsWith(`${path}.`));
    return last < 0 ? all : all.toSpliced(last + 1, 0, ...rowsOf(context, path, block));
  }, rows);
}

const sections = ['teams', 'costs', 'training', 'equipment', 'grants', 'avoidedCosts'] as const;

function blocksOf(
  holder: Partial<Pick<Scenario, (typeof sections)[number]>>,
  before: string,
): readonly (readonly [path: string, block: Block])[] {
  return sections.flatMap((section) =>
    Object.entries<Block>(holder[section] ?? {}).map(([id, block]) => [`${before}${section}.${id}`, block] as const),
  );
}

function rowsOf(context: ReportContext, path: string, block: Block): readonly InputRow[] {
  const provenance = blockProvenance(context, path);
  // Where each figure has its own reason the choice has none: it is the author's all the same.
  const isReasoned = provenance.source !== undefined || provenance.assumption !== undefined;
  const basis = isReasoned ? basisOf(context, provenance) : text(context.language.notes, 'assumptionMark');
  return chosen(context, path, block).map(([what, value]) => ({
    path,
    owner: block.name ?? '',
    what: text(context.language.narrowed, what),
    value: upperFirst(value),
    basis,
    short: basis,
    isAssumption: provenance.source === undefined,
  }));
}

function chosen(
  context: ReportContext,
  path: string,
  block: Block,
): readonly (readonly [what: string, value: string])[] {
  const { language, scenario } = context;
  const { payers, feePayers, years, year, teams, from, capacityBy, residualValue } = block;
  const word = (name: string) => text(language.narrowed, name);
  const yearKey = path.includes('training.') ? 'trained' : 'years';
  const spans = (written: readonly number[]) =>
    yearsText(
      context,
      [...new Set(written.map((each) => operatingYear(scenario, each)))].sort((a, b) => a - b),
    );
  const nameOf = (team: string) => scenario.teams?.[team]?.name ?? team;
  return [
    ...(from === undefined ? [] : [['given', givenText(context, from, block.to ?? 'kommune')] as const]),
    ...(payers === undefined ? [] : [['payers', sharesText(context, payers)] as const]),
    ...(feePayers === undefined ? [] : [['feePayers', sharesText(context, feePayers)] as const]),
    ...(years === undefined ? [] : [[yearKey, spans(years)] as const]),
    ...(year === undefined ? [] : [['bought', spans([year])] as const]),
    ...(teams === undefined ? [] : [['teams', listed(language, teams.map(nameOf))] as const]),
    ...(capacityBy === undefined ? [] : [['capacityBy', word(capacityBy)] as const]),
    ...(residualValue === undefined ? [] : [['residualValue', word(residualValue)] as const]),
  ];
}

function givenText({ language }: ReportContext, from: Payer, to: Payer): string {
  const payer = (each: Payer) => inSentence(language, language.payers[each]);
  return language.fill(text(language.narrowed, 'fromTo'), { from: payer(from), to: payer(to) });
}

/** “kommunen 60 pct. og regionen 40 pct.”; one who pays all has no share. */
function sharesText(context: ReportContext, shares: Shares): string {
  const { language, numbers } = context;
  const parts = (Object.entries(shares) as [Payer, number][]).filter(([, share]) => share > 0);
  const payer = (each: Payer) => inSentence(language, language.payers[each]);
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return payer(first[0]);
  const pattern = text(language.narrowed, 'part');
  return listed(
    language,
    parts.map(([each, share]) => say(context, pattern, { payer: payer(each), share: numbers.sharePrecise(share) })),
  );
}
