/** Tables: how the headline spreads when all uncertain inputs vary, and what they were drawn from. */
import type { DrawnInput, ProbabilisticResult } from '../../model/analyses/probabilistic.ts';
import { type DistributionParts, readSpread } from '../../scenario/distribution.ts';
import { durationUnitOf } from '../../scenario/quantity/read-amount.ts';
import type { DistributionInput } from '../../scenario/schema/distribution.ts';
import type { WrittenValue } from '../../scenario/schema/written-value.ts';
import { readIn } from '../../scenario/variation.ts';
import { indexedNotes } from '../analysis-prices.ts';
import type { ReportContext } from '../context.ts';
import { headlineValue, inUnit, pointsText, quantityText, say, text } from '../context.ts';
import { basisOf } from '../provenance.ts';
import type { TableRow, TableView } from '../view.types.ts';
import { bareKroner, column, ownNotes, tableWords } from './table-words.ts';
import { variedName } from './varied-names.ts';

export function probabilityTable(context: ReportContext, result: ProbabilisticResult): TableView {
  const words = tableWords(context, 'probability');
  const body = (head: string, value: string): TableRow => ({ kind: 'body', head, cells: [value] });
  const amount = (name: string, value: number) => body(text(words.texts, name), bareKroner(context, value));
  const { percentiles, target, shareUnderTarget } = result;
  const interval = say(context, text(words.texts, 'intervalValue'), {
    low: bareKroner(context, result.low),
    high: bareKroner(context, result.high),
  });
  return {
    id: 'probability',
    title: words.title,
    unit: words.unit,
    columns: [column(words.what), column(text(words.texts, 'value'), true)],
    rows: [
      amount('base', headlineValue(context)),
      amount('mean', result.mean),
      amount('sd', result.sd),
      body(text(words.texts, 'interval'), interval),
      ...(['p5', 'p25', 'p50', 'p75', 'p95'] as const).map((name) => amount(name, percentiles[name])),
      ...(target === undefined || shareUnderTarget === undefined
        ? []
        : [
            body(
              say(context, text(words.texts, 'underTarget'), { target: context.numbers.kroner(target) }),
              context.numbers.share(shareUnderTarget),
            ),
          ]),
    ],
    ...drawNotes(context, result),
  };
}

/** How it was drawn, how sure the mean is, and which inputs follow each other. */
function drawNotes(context: ReportContext, result: ProbabilisticResult): Pick<TableView, 'notes' | 'sources'> {
  const note = (name: string, fillings: Readonly<Record<string, string>> = {}) =>
    say(context, text(context.language.notes, name), fillings);
  const own = ownNotes(context, []);
  const drawn = note('draws', {
    draws: context.numbers.count(result.draws),
    seed: String(result.seed),
    error: context.numbers.kroner(result.meanError),
  });
  return {
    ...own,
    notes: [
      drawn,
      ...indexedNotes(context, ['probabilistic', 'target']),
      ...followingNotes(context, result),
      ...own.notes,
    ],
  };
}

/** Which inputs follow each other. */
export function followingNotes(context: ReportContext, { inputs }: ProbabilisticResult): readonly string[] {
  const note = (name: string, fillings: Readonly<Record<string, string>> = {}) =>
    say(context, text(context.language.notes, name), fillings);
  const correlations = context.scenario.sensitivity?.probabilistic?.correlations ?? [];
  const nameOf = (pattern: string) => {
    const input = inputs.find((drawn) => drawn.pattern === pattern);
    return input === undefined ? pattern : drawnName(context, input);
  };
  if (correlations.length === 0) return inputs.length > 1 ? [note('independent')] : [];
  return correlations.map(({ between: [one, other], r, assumption }) => {
    const said = note('correlation', { one: nameOf(one), other: nameOf(other), r: context.numbers.count(r) });
    return assumption === undefined ? said : `${said} ${assumption}`;
  });
}

export function drawnName(context: ReportContext, { given, figures }: DrawnInput): string {
  return given.name ?? variedName(context, figures.keys());
}

export function probabilityInputsTable(context: ReportContext, { inputs }: ProbabilisticResult): TableView {
  const words = tableWords(context, 'probabilityInputs');
  const isCut = inputs.some(
    ({ given }) => !isBounded(given) && (partsOf(given).min ?? partsOf(given).max) !== undefined,
  );
  return {
    id: 'probability-inputs',
    title: words.title,
    unit: words.unit,
    columns: [
      column(words.what),
      column(text(words.texts, 'base'), true),
      column(text(words.texts, 'distribution')),
      column(text(words.texts, 'basis')),
    ],
    rows: inputs.map(
      (input): TableRow => ({
        kind: 'body',
        head: drawnName(context, input),
        cells: [ownText(context, input), distributionText(context, input), basisOf(context, input.given)],
      }),
    ),
    notes: [
      ...['drawn', ...(isCut ? ['cutOff'] : [])].map((name) => say(context, text(context.language.notes, name))),
      ...indexedNotes(context, ['probabilistic', 'inputs']),
    ],
    sources: [say(context, text(context.language.notes, 'cited'), { column: text(words.texts, 'basis') })],
  };
}

/** Distributions whose ends belong to them; the others are cut off there. */
function isBounded({ distribution }: DistributionInput): boolean {
  return ['trekant', 'pert', 'ensartet', 'beta'].includes(distribution);
}

function ownText(context: ReportContext, { figures }: DrawnInput): string {
  return [...new Set([...figures.values()].map((quantity) => quantityText(context, quantity)))].join('; ');
}

function partsOf(given: DistributionInput): DistributionParts {
  return given;
}

/** “PERT: mindst 2½ timer, mest sandsynligt 3,4 timer, højst 5 timer” */
export function distributionText(context: ReportContext, { given, unit }: DrawnInput): string {
  const parts = partsOf(given);
  const words = context.language.tables.distributionParts;
  const shown = (written: WrittenValue) => {
    const reading = readIn(unit, written);
    return reading.ok ? inUnit(context, reading.value, unit, durationUnitOf(written.text)) : written.text;
  };
  const spread = (written: WrittenValue) => {
    const reading = readSpread(unit, written);
    return reading.ok && unit === 'share' ? pointsText(context, reading.value) : shown(written);
  };
  const part = (name: 'min' | 'mode' | 'max' | 'mean' | 'sd') => {
    const written = parts[name];
    if (written === undefined) return [];
    return [say(context, text(words, name), { value: name === 'sd' ? spread(written) : shown(written) })];
  };
  const interval =
    parts.low95 === undefined || parts.high95 === undefined
      ? []
      : [say(context, text(words, 'interval95'), { low: shown(parts.low95), high: shown(parts.high95) })];
  const name = text(context.language.tables.distributions, given.distribution);
  return `${name}: ${[...part('mean'), ...part('sd'), ...interval, ...part('min'), ...part('mode'), ...part('max')].join(', ')}`;
}
