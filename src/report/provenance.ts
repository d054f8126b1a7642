/** Where every figure comes from, in words: for the tables of assumptions. */
import type { AmountChain } from '../prices/indexation/chain.ts';
import { indexChains } from '../prices/price.ts';
import type { Provenance, Reference } from '../scenario/schema/provenance.ts';
import type { Quantity } from '../scenario/schema/quantity.ts';
import type { ReportContext } from './context.ts';
import { quantityText, say, text } from './context.ts';
import { spanText } from './discounting.ts';
import { indexedWith } from './indexation.ts';
import { inSentence } from './language.ts';
import { shortCitation } from './sources.ts';

export interface InputRow {
  readonly path: string;
  /** The name of the line, team or role that the figure belongs to; empty for those of the scenario itself. */
  readonly owner: string;
  readonly what: string;
  readonly value: string;
  /** “Socialstyrelsen (2018), s. 5”, as the list of sources has it in full; or “Antagelse: why”. */
  readonly basis: string;
  /** The same without the reason. */
  readonly short: string;
  readonly isAssumption: boolean;
  /** How the figure was brought to the price year, where it was. */
  readonly chain?: AmountChain | undefined;
}

/** Every figure the author gave, in the order of the scenario. */
export function inputRows(context: ReportContext): readonly InputRow[] {
  const own = [...context.parameters].map(([path, quantity]) => inputRow(context, path, quantity));
  return [...own, ...projectionRows(context)];
}

/** Horizon, teams, courses, participants, completion and hourly costs: what a reader asks for first. */
export function mainInputs(context: ReportContext): readonly InputRow[] {
  const isMain = (path: string) => path === 'timeHorizon' || path.startsWith('teams.') || path.startsWith('staff.');
  return inputRows(context).filter(({ path }) => isMain(path));
}

function inputRow(context: ReportContext, path: string, quantity: Quantity): InputRow {
  const { language } = context;
  const { pricesUsed, normsUsed, chains } = context.assessment.priced;
  const price = pricesUsed.get(path);
  const norm = normsUsed.get(path);
  const chain = chains.get(path);
  const provenance = provenanceAt(context, path, quantity);
  const listed = price?.price ?? norm;
  const why = listed?.assumption ?? provenance.assumption ?? '';
  const cited = listed?.source ?? (listed === undefined ? ownReference(context, path, provenance) : undefined);
  const isAssumption = cited === undefined;
  const citation = cited === undefined ? '' : shortCitation(context, cited, provenance.source?.at);
  const assumed = say(context, text(language.notes, 'assumption'), { why });
  const dated = (source: string) => {
    if (chain !== undefined) return `${withoutStop(source)}; ${indexedWith(context, chain)}`;
    const year = price?.year ?? norm?.year;
    const note = price === undefined ? 'norm' : 'price';
    return year === undefined ? source : say(context, text(language.notes, note), { source, year: String(year) });
  };
  return {
    path,
    owner: ownerOf(context, path.split('.')),
    what: upperFirst(inputName(context, path)),
    value: quantityText(context, quantity),
    basis: isAssumption ? (chain === undefined ? assumed : dated(assumed)) : dated(citation),
    short: isAssumption ? text(language.notes, 'assumptionMark') : dated(citation),
    isAssumption,
    chain,
  };
}

export function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function ownReference(context: ReportContext, path: string, provenance: Provenance): Reference | undefined {
  return officialRate(context, path) ?? citedReference(context, provenance);
}

/** The assumed rise of a series after its last year, where an amount was brought further than it goes. */
function projectionRows(context: ReportContext): readonly InputRow[] {
  const { language, numbers, assessment } = context;
  const rows = indexChains(assessment.priced).flatMap(({ index, projected }): InputRow[] => {
    if (projected === undefined) return [];
    const after = String(projected.after);
    return [
      {
        path: `indexation.projection.${index.id}`,
        owner: '',
        what: upperFirst(say(context, text(language.indexation, 'projection'), { index: index.series.name, after })),
        value: numbers.sharePrecise(projected.rate),
        basis: say(context, text(language.notes, 'assumption'), { why: projected.reason }),
        short: text(language.notes, 'assumptionMark'),
        isAssumption: true,
      },
    ];
  });
  return [...new Map(rows.map((row) => [row.path, row])).values()];
}

/** The source or the reason of something that an analysis adds to the scenario's figures. */
export function basisOf(context: ReportContext, provenance: Provenance): string {
  const cited = citedReference(context, provenance);
  if (cited !== undefined) return shortCitation(context, cited, provenance.source?.at);
  return say(context, text(context.language.notes, 'assumption'), { why: provenance.assumption ?? '' });
}

/** The provenance written at the figure, or else at the nearest block that holds it. */
export function provenanceAt(context: ReportContext, path: string, quantity: Quantity): Provenance {
  if (quantity.source !== undefined || quantity.assumption !== undefined) return quantity;
  return blockProvenance(context, path);
}

/** The provenance written at the nearest block that holds the path, or at the block it leads to. */
export function blockProvenance(context: ReportContext, path: string): Provenance {
  let found: Provenance = {};
  let value: unknown = context.scenario;
  for (const name of [...path.split('.'), '']) {
    if (typeof value !== 'object' || value === null) break;
    const block: Provenance = value;
    if (block !== context.scenario && (block.source !== undefined || block.assumption !== undefined)) found = block;
    value = (value as Record<string, unknown>)[name];
  }
  return found;
}

/** Where the official discount rates come from. */
function officialRate({ assessment }: ReportContext, path: string): Reference | undefined {
  return path.startsWith('discounting.steps.') ? assessment.priced.discountRates?.source : undefined;
}

function citedReference(context: ReportContext, provenance: Provenance): Reference | undefined {
  return provenance.source === undefined ? undefined : context.scenario.references?.[provenance.source.ref];
}

/** The name of an input within the block that owns it: the language's text for its last key. */
export function inputName(context: ReportContext, path: string): string {
  const names = path.split('.');
  const last = names.at(-1) ?? '';
  const key = names.findLast(
    (name) => context.language.inputs[name] !== undefined && !(name === 'staff' && names[0] === 'staff'),
  );
  const role = context.scenario.staff?.[last]?.name ?? last;
  const driver = driverOf(context, names);
  const span = names[1] === 'steps' ? spanText(context, Number(names[2])) : '';
  if (key === undefined) return path;
  return say(context, text(context.language.inputs, key), { last, role, driver, span }).trimEnd();
}

export function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** “PN-team: antal teams”: a figure named outside the rows of its owner. */
export function fullName({ language }: ReportContext, { owner, what }: Pick<InputRow, 'owner' | 'what'>): string {
  return owner === '' ? what : `${owner}: ${inSentence(language, what)}`;
}

function ownerOf(context: ReportContext, names: readonly string[]): string {
  const [section = '', id = ''] = names;
  // The comparator's blocks are named as the scenario's own.
  if (section === 'comparator') return blockName(context.scenario.comparator, names.slice(1));
  return blockName(context.scenario, [section, id]);
}

function blockName(blocks: unknown, [section = '', id = '']: readonly string[]): string {
  const found = blocks as Record<string, Record<string, { name?: string }> | undefined> | undefined;
  return found?.[section]?.[id]?.name ?? '';
}

function driverOf(context: ReportContext, names: readonly string[]): string {
  const [section = '', id = ''] = names;
  if (section === 'grants' || section === 'equipment') return '';
  const { costs, avoidedCosts, comparator } = context.scenario;
  const line =
    section === 'avoidedCosts'
      ? avoidedCosts?.[id]
      : section === 'comparator'
        ? names[1] === 'costs'
          ? comparator?.costs?.[names[2] ?? '']
          : undefined
        : costs?.[id];
  return line === undefined ? '' : driverText(context, line.per);
}

/** “pr. forløb”, “hvert 3. år” */
export function driverText(
  context: ReportContext,
  driver: { readonly kind: string; readonly interval?: number },
): string {
  return say(context, text(context.language.drivers, driver.kind), { interval: String(driver.interval ?? '') });
}
