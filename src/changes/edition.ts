/** What a note was computed from, as it was written, and what follows from it: so that one input at a time can be another. */
import { stringify } from 'yaml';
import { evaluate } from '../model/calculation/evaluate.ts';
import { compileModel } from '../model/compile.ts';
import { namedFigures } from '../model/named-figures.ts';
import { parsePrices } from '../prices/parse.ts';
import { priceScenario } from '../prices/price.ts';
import { type Problem, UserError } from '../problem/problem.ts';
import type { Source } from '../problem/source.ts';
import { inPriceYear } from '../scenario/in-price-year.ts';
import { parseScenario } from '../scenario/parse.ts';
import { withRow } from '../scenario/rows/read-rows.ts';
import { readRowFile } from '../scenario/rows/row-file.ts';
import { fillRowTexts } from '../scenario/rows/row-texts.ts';
import { type Located, parseYaml } from '../yaml/parse-yaml.ts';
import { isRecord, type Written } from './written.ts';

/** The texts that a note's figures follow from. */
export interface Edition {
  readonly scenario: Source;
  /** The row of values that stand in the scenario's places, where the note was built from one. */
  readonly row?: Source;
  readonly prices: readonly Source[];
  /** Of `--price-year`. */
  readonly priceYear?: number;
}

/** The same as values: scalars are text, as in the files. */
export interface WrittenEdition {
  readonly scenario: Written;
  /** Rows by section (`prices`, `indexes` …) and name. */
  readonly tables: Written;
  /** Of `--price-year`. */
  readonly priceYear?: number;
}

/** Figures by name [kr., shares, counts]; those that are no number are left out. */
export type FigureValues = ReadonlyMap<string, number>;

/** Throws UserError where a text cannot be read. */
export function writtenEdition({ scenario, row, prices, priceYear }: Edition): WrittenEdition {
  const { value } = locatedScenario({ scenario, row });
  const tables: Record<string, Record<string, unknown>> = {};
  for (const source of prices) {
    const { value } = parseYaml(source);
    for (const [section, rows] of Object.entries(isRecord(value) ? value : {}))
      tables[section] = { ...tables[section], ...(isRecord(rows) ? rows : {}) };
  }
  return { scenario: isRecord(value) ? value : {}, tables, ...(priceYear !== undefined && { priceYear }) };
}

/** The scenario with its row's texts where they are mentioned, as its reader meets them. Throws UserError where a text cannot be read. */
export function filledScenario(edition: Edition): Written {
  const { value } = fillRowTexts(locatedScenario(edition)).located;
  return isRecord(value) ? value : {};
}

function locatedScenario({
  scenario,
  row,
}: {
  readonly scenario: Source;
  readonly row?: Source | undefined;
}): Located<unknown> {
  const located = parseYaml(scenario);
  return row === undefined ? located : withRow(located, readRowFile(row, located));
}

/** Keys that no figure of the calculation follows from; analyses vary figures and do not make them. */
const withoutFigures = ['sensitivity', 'tables', 'text', 'mentions', 'recalculates', 'notPriced', 'theme', 'rounding'];

/** All named figures, computed anew; or what is wrong with such an edition: not every input can be another alone. */
export function figuresOfEdition({ scenario, tables, priceYear }: WrittenEdition): FigureValues | readonly Problem[] {
  const kept = Object.entries(scenario).filter(([key]) => !withoutFigures.includes(key));
  // The layout that needs no texts of the author's.
  const counted = { ...Object.fromEntries(kept), layout: 'omkostningsvurdering' };
  try {
    const carried = { ...parseScenario({ path: 'scenario.yaml', text: asYaml(counted) }), isCarried: true };
    const checked = inPriceYear(carried, priceYear);
    const priced = priceScenario(checked, parsePrices([{ path: 'prices.yaml', text: asYaml(tables) }]));
    const model = compileModel(priced.scenario);
    const values = evaluate(model.calculation);
    const figures = namedFigures(model).map(([name, term]): [string, number] => [name, values[term] ?? Number.NaN]);
    return new Map(figures.filter(([, value]) => Number.isFinite(value)));
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

/** Scalars are text as written; the failsafe schema writes them without the quotes that would tell them from numbers. */
function asYaml(value: unknown): string {
  return stringify(value, { schema: 'failsafe', lineWidth: 0, aliasDuplicateObjects: false });
}
