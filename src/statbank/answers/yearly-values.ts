/** From an answer to one value a year: the right series picked, its unit looked at, months averaged where that was asked for. */
import { type Answer, type Observation, refuseAnswer, shown, type TableSelection } from './answer.ts';

export interface YearlyValues {
  /** Years that have a value, oldest first. */
  readonly values: ReadonlyMap<number, number>;
  /** “2015 = 100”, where the answer says it. */
  readonly base?: string;
}

/**
 * The series that a selection means, by year. Throws UserError `statbank-answer` where the answer holds another series or several,
 * `statbank-unit` where it does not bear the unit: an index and its yearly change stand in one table.
 */
export function yearlyValues(answer: Answer, selection: TableSelection): YearlyValues {
  const series = seriesOf(answer, selection);
  const texts = [answer.title, ...answer.units, ...labelsOf(series)];
  refuseOtherUnit(texts, selection);
  const base = baseIn(texts);
  const values = selection.average === 'months' ? averagesOfMonths(series, selection) : yearsOf(series, selection);
  return { values: new Map([...values].sort(([one], [other]) => one - other)), ...(base !== undefined && { base }) };
}

/** “2015=100” and “2015 = 100” are the same base. */
export function baseIn(texts: readonly string[]): string | undefined {
  const found = texts.map((text) => /\b(\d{4}(?:[-–/]\d{2,4})?)\s*=\s*(100|1000)\b/.exec(text)).find((match) => match);
  return found ? `${found[1]} = ${found[2]}` : undefined;
}

function seriesOf({ observations }: Answer, { table, select }: TableSelection): readonly Observation[] {
  const wanted = new Map(Object.entries(select).map(([variable, value]) => [variable.toUpperCase(), value]));
  const picked = observations.filter(({ at }) =>
    [...at].every(([variable, { code, label }]) => {
      const value = wanted.get(variable.toUpperCase());
      return value === undefined || code === value || label === value || (code === undefined && isOnly(variable));
    }),
  );
  const said = [...wanted].map(([variable, value]) => `${variable} ${value}`).join(', ');
  if (picked.length === 0)
    throw refuseAnswer(`the answer has no figures of ${table} with ${said}`, 'compare `select:` with the answer');
  for (const variable of picked[0]?.at.keys() ?? []) {
    const labels = categoriesIn(picked, variable);
    if (labels.length < 2) continue;
    const message = `the answer holds ${labels.length} series of ${table}: ${shown(variable)} is ${shown(labels.slice(0, 3).join(', '))} …`;
    throw refuseAnswer(message, `name the one that is meant: \`select: { ${shown(variable)}: "…" }\``);
  }
  const twice = picked.find(({ period }, at) => picked.findIndex((other) => other.period === period) !== at);
  if (twice === undefined) return picked;
  throw refuseAnswer(`the answer gives ${shown(twice.period)} twice`, 'fetch it again; a saved answer: save it again');

  function isOnly(variable: string): boolean {
    return categoriesIn(observations, variable).length === 1;
  }
}

function categoriesIn(observations: readonly Observation[], variable: string): string[] {
  return [...new Set(observations.map(({ at }) => at.get(variable)?.label ?? ''))];
}

function labelsOf(series: readonly Observation[]): string[] {
  return [...(series[0]?.at.values() ?? [])].map(({ label }) => label);
}

function refuseOtherUnit(texts: readonly string[], { table, unit }: TableSelection): void {
  if (unit === undefined) return;
  const folded = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').replace(/ ?= ?/g, '=');
  if (texts.some((text) => folded(text).includes(folded(unit)))) return;
  const said = [...new Set(texts.filter((text) => text !== ''))].slice(0, 4).map((text) => `“${shown(text)}”`);
  throw refuseAnswer(
    `the answer of ${table} does not bear the unit “${unit}”, but says ${said.join(', ') || 'nothing of its unit'}`,
    'nothing is taken from it, so that an index is not mixed with its yearly change: correct `select:`, or `unit:`',
    'statbank-unit',
  );
}

function yearsOf(series: readonly Observation[], { table }: TableSelection): Map<number, number> {
  const other = series.find(({ period }) => !/^\d{4}$/.test(period));
  if (other !== undefined) {
    const isMonth = monthOf(other.period) !== undefined;
    const hint = isMonth ? 'say that a year is the average of its months: `average: months`' : 'choose a yearly table';
    throw refuseAnswer(`${table} has figures for “${shown(other.period)}”, not for years`, hint);
  }
  return new Map(series.flatMap(({ period, value }) => (value === undefined ? [] : [[Number(period), value]])));
}

/** A year counts when all its twelve months are there: half a year's average is another figure. */
function averagesOfMonths(series: readonly Observation[], { table }: TableSelection): Map<number, number> {
  const byYear = new Map<number, number[]>();
  for (const { period, value } of series) {
    const year = monthOf(period);
    if (year === undefined)
      throw refuseAnswer(`${table} has figures for “${shown(period)}”, not for months`, 'remove `average: months`');
    if (value !== undefined) byYear.set(year, [...(byYear.get(year) ?? []), value]);
  }
  const whole = [...byYear].filter(([, months]) => months.length === 12);
  return new Map(whole.map(([year, months]) => [year, twoDecimals(months.reduce((sum, one) => sum + one, 0) / 12)]));
}

function monthOf(period: string): number | undefined {
  const month = /^(\d{4})M(?:0[1-9]|1[0-2])$/i.exec(period);
  return month === null ? undefined : Number(month[1]);
}

/** Yearly averages of published monthly figures are kept with two decimals: more would claim what one decimal a month does not hold. */
function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100;
}
