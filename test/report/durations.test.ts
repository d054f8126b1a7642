/** A duration stands in the note as its author wrote it, whatever it is calculated in. */
import { describe, expect, it } from 'vitest';
import { reportContext } from '../../src/report/context.ts';
import { figuresOf } from '../../src/report/figures.ts';
import { figureText } from '../../src/report/sentences.ts';
import { tablesOf } from '../../src/report/tables/tables.ts';
import { assessed } from '../model/assessed.ts';
import { danish, seen } from './seen.ts';

const staff = { raadgiver: { hourlyCost: '400 kr.' } };
const costs = { samtaler: { per: 'forløb', hours: '2 timer', staff: 'raadgiver' } };

function withLength(courseLength: string, sensitivity?: unknown) {
  const team = { coursesPerTeam: '2', participantsPerCourse: '1', completionRate: '90 pct.', courseLength };
  return reportContext(assessed({ staff, teams: { hold: { count: '1', ...team } }, costs, sensitivity }), danish);
}

describe('a duration', () => {
  it.each(['13 uger', '18 måneder', '1 måned', '30 dage', '2 år', '½ år', '1½ år', '0,25 år', '6½ måneder'])(
    'written “%s” is printed so',
    (written) => {
      const context = withLength(written);
      expect(seen(figureText(figuresOf(context), ['input', 'teams', 'hold', 'courseLength']))).toBe(written);
      const inputs = tablesOf(context).inputs?.rows.map(({ cells }) => seen(cells[0] ?? ''));
      expect(inputs).toContain(written);
    },
  );

  it('is varied in its own unit, and stands at an end as that was written', () => {
    const varied = { name: 'Længde', vary: 'teams.hold.courseLength', assumption: 'prøve' };
    const rows = (by: object) =>
      tablesOf(withLength('26 uger', { oneWay: [{ ...varied, ...by }] })).sensitivity?.rows.map(({ cells }) =>
        seen(cells[0] ?? ''),
      );
    expect(rows({ by: '±4 uger' })).toContain('22 uger – 30 uger');
    expect(rows({ low: '3 måneder', high: '1 år' })).toContain('3 måneder – 1 år');
  });
});
