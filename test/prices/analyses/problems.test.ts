/** What is wrong with an analysis is said at its place. */
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/problem/problem.ts';
import { small } from '../../model/analyses/bases.ts';
import { assessed } from '../../model/assessed.ts';
import { scenarioText, type Written } from '../../model/written.ts';

/** Code and the text that is pointed at. */
function problems(sensitivity: unknown, written: Written = small): readonly (readonly [string, string])[] {
  const text = scenarioText({ ...written, sensitivity });
  try {
    assessed({ ...written, sensitivity });
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(({ code, place }) => {
      const line = text.split('\n')[(place?.line ?? 1) - 1] ?? '';
      const start = (place?.column ?? 1) - 1;
      return [code, line.slice(start, start + (place?.length ?? 0)).replaceAll('"', '')];
    });
  }
}

const alternative = (set: unknown) => ({ alternatives: { a: { name: 'A', set } } });
const hours = { vary: 'costs.timer.hours', values: ['2 timer', '3 timer'] };
const draw = (inputs: unknown, more: object = {}) => ({ probabilistic: { inputs, ...more } });
const uniform = (min: string, max: string) => ({ distribution: 'ensartet', min, max, assumption: 'prøve' });

describe('alternatives', () => {
  it('point at a name that is not in the scenario', () => {
    expect(problems(alternative({ 'costs.timr.hours': '3 timer' }))).toEqual([
      ['parameter-unknown', 'costs.timr.hours'],
    ]);
  });

  it('point at a value in another unit, and at one that cannot be', () => {
    const set = { 'costs.timer.hours': '3 kr.', 'teams.hold.completionRate': '120 pct.' };
    expect(problems(alternative(set))).toEqual([
      ['number-unreadable', '3 kr.'],
      ['value-impossible', '120 pct.'],
    ]);
  });

  it('must change something', () => {
    expect(problems(alternative({}))).toEqual([['value-impossible', 'set']]);
  });

  it('refuse values that are possible each alone only', () => {
    const team = { participantsPerCourse: '10', completedPerCourse: '8' };
    const set = { 'teams.hold.participantsPerCourse': '9', 'teams.hold.completedPerCourse': '10' };
    expect(problems(alternative(set), { ...small, teams: { hold: team } })).toEqual([['value-impossible', 'set']]);
  });

  it('take a number as it stands', () => {
    expect(problems(alternative({ 'teams.hold.count': 4 }))).toEqual([]);
  });
});

describe('grids', () => {
  it('point at the value that is wrong', () => {
    const columns = { vary: 'teams.hold.completionRate', values: ['50 pct.', '0,9'] };
    expect(problems({ grids: { g: { rows: hours, columns } } })).toEqual([['number-ambiguous', '0,9']]);
  });

  it('need two different figures', () => {
    expect(problems({ grids: { g: { rows: hours, columns: hours } } })).toEqual([
      ['key-conflict', 'costs.timer.hours'],
    ]);
  });
});

describe('thresholds', () => {
  const threshold = (given: object) => ({ thresholds: { t: { name: 'T', target: '1 kr.', ...given } } });

  it('cannot be of the time horizon, which is whole years', () => {
    expect(problems(threshold({ vary: 'timeHorizon' }))).toEqual([['value-impossible', 'timeHorizon']]);
  });

  it('point at a span that cannot be, or runs downwards', () => {
    const vary = 'teams.hold.completionRate';
    expect(problems(threshold({ vary, within: '50 pct. til 120 pct.' }))).toEqual([
      ['value-impossible', '50 pct. til 120 pct.'],
    ]);
    expect(problems(threshold({ vary, within: '90 pct. til 50 pct.' }))).toEqual([
      ['range-reversed', '90 pct. til 50 pct.'],
    ]);
  });
});

describe('draws', () => {
  it('need a reason for the spread', () => {
    const { assumption: _, ...bare } = uniform('1 time', '2 timer');
    expect(problems(draw({ 'costs.timer.hours': bare }))).toEqual([['source-missing', 'costs.timer.hours']]);
  });

  it('need no end for a normal that has next to nothing where its figure cannot be', () => {
    const wage = (sd: string, more = {}) =>
      draw({ 'staff.rolle.hourlyCost': { distribution: 'normal', mean: '500 kr.', sd, assumption: 'prøve', ...more } });
    expect(problems(wage('125 kr.'))).toEqual([]);
    expect(problems(wage('126 kr.'))).toEqual([['value-impossible', 'staff.rolle.hourlyCost']]);
    expect(problems(wage('126 kr.', { min: '0 kr.' }))).toEqual([]);
    const rate = (sd: string) => ({ distribution: 'normal', mean: '50 pct.', sd, assumption: 'prøve' });
    expect(problems(draw({ 'teams.hold.completionRate': rate('12,5 pct.') }))).toEqual([]);
    expect(problems(draw({ 'teams.hold.completionRate': rate('13 pct.') }))).toHaveLength(1);
  });

  it('refuse a distribution that reaches what cannot be, until it is cut off', () => {
    const normal = { distribution: 'normal', mean: '90 pct.', sd: '5 pct.', min: '0 pct.', assumption: 'prøve' };
    expect(problems(draw({ 'teams.hold.completionRate': normal }))).toEqual([
      ['value-impossible', 'teams.hold.completionRate'],
    ]);
    expect(problems(draw({ 'teams.hold.completionRate': { ...normal, max: '100 pct.' } }))).toEqual([]);
  });

  it('refuse a figure that two inputs draw', () => {
    const inputs = { 'costs.timer.hours': uniform('1 time', '2 timer'), 'costs.*.hours': uniform('1 time', '2 timer') };
    expect(problems(draw(inputs))).toEqual([['key-conflict', 'costs.*.hours']]);
  });

  it('refuse inputs that could meet where they cannot', () => {
    const written = { ...small, teams: { hold: { participantsPerCourse: '10', completedPerCourse: '5' } } };
    const inputs = {
      'teams.hold.participantsPerCourse': uniform('6', '12'),
      'teams.hold.completedPerCourse': uniform('4', '9'),
    };
    expect(problems(draw(inputs), written)).toEqual([['value-impossible', 'inputs']]);
  });

  it('refuse correlations with something that is not drawn, and of a pair twice', () => {
    const inputs = { 'costs.timer.hours': uniform('1 time', '2 timer'), 'teams.hold.count': uniform('1', '2') };
    const pair = { between: ['costs.timer.hours', 'teams.hold.count'], r: '0,5' };
    const missing = { between: ['costs.timer.hours', 'staff.rolle.hourlyCost'], r: '0,5' };
    expect(problems(draw(inputs, { correlations: [missing] }))).toEqual([
      ['parameter-unknown', 'staff.rolle.hourlyCost'],
    ]);
    expect(problems(draw(inputs, { correlations: [pair, pair] })).map(([code]) => code)).toEqual(['value-impossible']);
  });

  it('refuse a correlation above 1, and too many draws', () => {
    const inputs = { 'costs.timer.hours': uniform('1 time', '2 timer') };
    const pair = { between: ['costs.timer.hours', 'teams.hold.count'], r: '1,5' };
    expect(problems(draw(inputs, { correlations: [pair] }))).toEqual([['value-impossible', '1,5']]);
    expect(problems(draw(inputs, { draws: '2.000.000' }))).toEqual([['value-impossible', '2.000.000']]);
  });
});
