/** Training: the first of each new employee, and its renewal as employees leave. */
import type { TrainingInput } from '../../scenario/schema/training.ts';
import { operatingYear } from '../../scenario/years.ts';
import type { Count, Kroner, Share } from '../../units.ts';
import { annuityLead } from '../calculation/build.ts';
import { allByMunicipality, type CostLine, type Phase } from '../cost-line.ts';
import type { ByYear } from '../inputs.ts';
import { samePay } from '../staff.ts';
import type { LineContext } from './costs.ts';

/** Employees of one role: those who start in each year, and those who were there from an earlier year. */
interface Trained {
  readonly role: string;
  readonly starting: ByYear<'count'>;
  readonly earlier: ByYear<'count'>;
}

/** The lines under `training`: hours and fees, first training and renewal apart. */
export function trainingLines(context: LineContext): readonly CostLine[] {
  return trainingLinesUnder(context, 'training', context.scenario.training ?? {});
}

/** Trainings that stand under `section` of the scenario. */
export function trainingLinesUnder(
  context: LineContext,
  section: string,
  trainings: Readonly<Record<string, TrainingInput>>,
): readonly CostLine[] {
  return Object.entries(trainings).flatMap(([id, training]) => {
    const path = `${section}.${id}`;
    const parts = [
      ...(training.hours === undefined ? [] : [partOf(context, path, training, 'hours')]),
      ...(training.fee === undefined ? [] : [partOf(context, path, training, 'fee')]),
    ];
    return parts.flat();
  });
}

/**
 * Training [kr. per year] = employees trained(y) · cost each.
 * First: employees who start in y. Renewal: all again n, 2n … years after they started; or replacement share · employees
 * from earlier years; or, instead of both, the cost of one training as an annuity for each employee at work.
 * Source: METHOD, training and turnover. Example: 30 hours · 373 kr. = 11,190 kr.; over 3 years at 4 pct. from the start of
 * the year: 11,190 · 0.346489 = 3,877 kr. a year.
 */
function partOf(context: LineContext, path: string, training: TrainingInput, part: 'hours' | 'fee'): CostLine[] {
  const groups = trainedGroups(context, path, training);
  const renewal = training.renewal;
  const line = (phase: Phase, times: (group: Trained) => ByYear<'count'>, factor?: Share) =>
    lineFor(context, path, training, part, groups, phase, times, factor);
  if (renewal !== undefined && 'spreadOver' in renewal) {
    return [
      line(
        'operation',
        (group) => addYears(context, group.starting, group.earlier),
        annuityOf(context, path, training),
      ),
    ];
  }
  const first = line('startUp', (group) => group.starting);
  if (renewal === undefined) return [first];
  return [first, line('operation', (group) => renewed(context, path, training, group))];
}

function renewed(context: LineContext, path: string, training: TrainingInput, group: Trained): ByYear<'count'> {
  const { build } = context.inputs;
  const renewal = training.renewal;
  if (renewal !== undefined && 'replacement' in renewal) {
    const share = context.inputs.figure(`${path}.renewal.replacement`, renewal.replacement, 'share', 1, {
      key: 'replacement',
      name: training.name,
    });
    return group.earlier.map((people) => build.portion(people, share));
  }
  if (renewal === undefined || !('every' in renewal)) return [];
  const interval = renewal.every.values[0] ?? 1;
  return group.starting.map((_, index) => {
    const due = group.starting
      .slice(0, index + 1)
      .map((people, start) => build.times(people, build.constant(timesDue(interval, index - start), 'count')));
    return build.sum(due, 'count');
  });
}

/** How often n, 2n, 3n … years fall in the year that begins `age` years after the start. */
export function timesDue(interval: number, age: number): number {
  const before = (years: number) => Math.max(0, Math.ceil(years / interval - 1e-9) - 1);
  return before(age + 1) - before(age);
}

/** The share of one training's cost that falls in each year when it is spread. */
export function annuityOf(context: LineContext, path: string, training: TrainingInput): Share {
  const { inputs } = context;
  const renewal = training.renewal;
  if (renewal === undefined || !('spreadOver' in renewal)) throw new Error('no annuity: the scenario was not checked');
  const rate = inputs.figure(`${path}.renewal.interest`, renewal.interest, 'share', 1, {
    key: 'interest',
    name: training.name,
  });
  const years = inputs.figure(`${path}.renewal.spreadOver`, renewal.spreadOver, 'years', 1, {
    key: 'spreadOver',
    name: training.name,
  });
  return inputs.build.annuity(rate, years, annuityLead[renewal.timing ?? 'end'], {
    key: 'annuity',
    name: training.name,
  });
}

function lineFor(
  context: LineContext,
  path: string,
  training: TrainingInput,
  part: 'hours' | 'fee',
  groups: readonly Trained[],
  phase: Phase,
  times: (group: Trained) => ByYear<'count'>,
  factor: Share | undefined,
): CostLine {
  const { build } = context.inputs;
  const counts = groups.map(times);
  const horizon = counts[0]?.length ?? 0;
  const byYear = Array.from({ length: horizon }, (_, index) => {
    const year = index + 1;
    const costs = groups.map((group, place) => {
      const whole = eachTraining(context, path, training, part, group.role, year);
      const each =
        factor === undefined
          ? whole
          : build.portion(whole, factor, { key: part === 'fee' ? 'feeYearly' : 'trainingYearly', name: training.name });
      return build.times(each, counts[place]?.[index] ?? build.zero('count'));
    });
    return build.sum(costs, 'kr', { key: part === 'fee' ? 'feeYear' : 'lineYear', name: training.name, year });
  });
  return {
    path,
    part,
    name: training.name,
    category: 'training',
    phase,
    isStaff: part === 'hours',
    memo: training.memo,
    payers: (part === 'fee' ? training.feePayers : undefined) ?? training.payers ?? allByMunicipality,
    times: Array.from({ length: horizon }, (_, index) =>
      build.sum(
        counts.flatMap((count) => count[index] ?? []),
        'count',
      ),
    ),
    each: eachOfAll(context, path, training, part, groups),
    hoursEach: part === 'hours' && training.hours !== undefined ? trainingHours(context, path, training) : undefined,
    byYear,
  };
}

/** What one training costs; nothing where it depends on the role. */
function eachOfAll(
  context: LineContext,
  path: string,
  training: TrainingInput,
  part: 'hours' | 'fee',
  groups: readonly Trained[],
): Kroner | undefined {
  const [first, ...others] = groups.map(({ role }) => role);
  if (first === undefined) return undefined;
  const isSame = part === 'fee' || others.every((role) => samePay(context.scenario, first, role));
  return isSame ? eachTraining(context, path, training, part, first, 1) : undefined;
}

function trainingHours(context: LineContext, path: string, training: TrainingInput) {
  if (training.hours === undefined) throw new Error('no hours: the scenario was not checked');
  return context.inputs.figure(`${path}.hours`, training.hours, 'hours', 1, { key: 'hours', name: training.name });
}

function eachTraining(
  context: LineContext,
  path: string,
  training: TrainingInput,
  part: 'hours' | 'fee',
  role: string,
  year: number,
): Kroner {
  const { inputs } = context;
  if (part === 'hours') {
    const hours = trainingHours(context, path, training);
    return inputs.build.pay(hours, context.hourlyCosts(role, year), {
      key: 'trainingEach',
      name: training.name,
      detail: role,
    });
  }
  return inputs.optional(`${path}.fee`, training.fee, 'kr', 0, { key: 'fee', name: training.name });
}

function trainedGroups(context: LineContext, path: string, training: TrainingInput): readonly Trained[] {
  return [training.staff].flat().map((role) => {
    const starting = startingEmployees(context, path, training, role);
    return { role, starting, earlier: runningTotal(context, starting) };
  });
}

/** New employees of the role in each year; where the author names the year, all that start are trained in that year. */
function startingEmployees(context: LineContext, path: string, training: TrainingInput, role: string): ByYear<'count'> {
  const { build } = context.inputs;
  const horizon = Math.max(1, context.scenario.timeHorizon.values[0] ?? 1);
  const years = Array.from({ length: horizon }, (_, index) => index + 1);
  const named = training.years?.map((year) => operatingYear(context.scenario, year));
  const all: Count[] =
    training.people === undefined
      ? years.map((_, index) => employeesStarting(context, role, index))
      : years.map((year) =>
          year === 1
            ? context.inputs.optional(`${path}.people`, training.people, 'count', 0, {
                key: 'trained',
                name: training.name,
              })
            : build.zero('count'),
        );
  if (named === undefined) return all;
  return years.map((year) => (named.includes(year) ? build.sum(all, 'count') : build.zero('count')));
}

function employeesStarting(context: LineContext, role: string, index: number): Count {
  const { build } = context.inputs;
  const perTeam = context.capacity.flatMap((team) => {
    const people = team.people.get(role);
    const teams = team.starting[index];
    return people === undefined || teams === undefined ? [] : [build.times(teams, people)];
  });
  return build.sum(perTeam, 'count');
}

/** Those who started in an earlier year than each. */
function runningTotal(context: LineContext, starting: ByYear<'count'>): ByYear<'count'> {
  return starting.map((_, index) => context.inputs.build.sum(starting.slice(0, index), 'count'));
}

function addYears(context: LineContext, one: ByYear<'count'>, other: ByYear<'count'>): ByYear<'count'> {
  return one.map((count, index) =>
    context.inputs.build.sum([count, other[index] ?? context.inputs.build.zero('count')], 'count'),
  );
}
