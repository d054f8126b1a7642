/** The hours of a course explained by its activities. */
import { inUnit, type ReportContext, say, text } from './context.ts';
import { type Explanation, explain } from './explain.ts';
import { type CourseHours, courseHours } from './tables/activities.ts';

/** Each activity's hours, times how often it falls for a course; their own trees say what they are made of. */
export function hoursOfCourse(
  context: ReportContext,
): readonly (readonly [name: string, explain: () => Explanation])[] {
  const rows = courseHours(context);
  if (rows.length === 0) return [];
  const hours = rows.reduce((sum, row) => sum + row.hours, 0);
  const notes = rows.every(({ isSame }) => isSame) ? ['activities'] : ['activities', 'activitiesAverage'];
  return [
    [
      'hoursPerCourse',
      () => ({
        name: say(context, text(context.language.tables.activities, 'title')),
        value: hours,
        unit: 'hours',
        printed: inUnit(context, hours, 'hours'),
        equation: rows.map((row) => inUnit(context, row.hours, 'hours')).join(' + '),
        basis: notes.map((name) => say(context, text(context.language.notes, name))).join(' '),
        parts: rows.map((row) => activity(context, row)),
      }),
    ],
  ];
}

/** “½ time × 320 / 20”: hours each time, times in the whole period, courses. */
function activity(context: ReportContext, { name, each, times, hours, isSame }: CourseHours): Explanation {
  const once = explain(context, each);
  if (isSame) return { ...once, name };
  const courses = explain(context, context.assessment.model.totals.courses);
  const often = inUnit(context, times, 'count');
  return {
    name,
    value: hours,
    unit: 'hours',
    printed: inUnit(context, hours, 'hours'),
    equation: `${once.printed} × ${often} / ${courses.printed}`,
    parts: [
      once,
      { name: text(context.language.tables.lines, 'times'), value: times, unit: 'count', printed: often, parts: [] },
      courses,
    ],
  };
}
