/** Table: the hours that go to one course. */
import type { ReportContext } from '../context.ts';
import { figure, say, text } from '../context.ts';
import type { TableRow, TableView } from '../view.types.ts';
import { column, tableWords } from './table-words.ts';

export interface CourseHours {
  readonly name: string;
  /** Place in the calculation of the hours each time. */
  readonly each: number;
  /** How often they fall in the whole period. */
  readonly times: number;
  /** Hours of all people, on average for a course. */
  readonly hours: number;
  /** True where every course has the same hours. */
  readonly isSame: boolean;
}

/**
 * Hours of all people that go to one course, by line: hours each time × times / courses.
 * Empty unless some hours follow the courses or their participants; then those of the sessions belong to it too.
 * Example: 9 hours for each of 14 courses, of 20 in all → 6.3 hours per course.
 */
export function courseHours(context: ReportContext): readonly CourseHours[] {
  const { lines, totals } = context.assessment.model;
  const courses = figure(context, totals.courses);
  const driverOf = (path: string) => {
    const id = path.split('.')[1] ?? '';
    return path.startsWith('costs.') ? (context.scenario.costs?.[id]?.per.kind ?? '') : '';
  };
  const spent = lines.flatMap(({ path, name, hoursEach, times }) => {
    const driver = driverOf(path);
    if (hoursEach === undefined || !(driver === 'session' || ofCourses.has(driver))) return [];
    const each = figure(context, hoursEach);
    const often = times.reduce((sum, term) => sum + figure(context, term), 0);
    const perCourse = often / courses;
    const isSame = driver === 'course' && perCourse === 1;
    return [{ driver, name, each: hoursEach, times: often, hours: each * perCourse, isSame }];
  });
  return courses > 0 && spent.some(({ driver }) => ofCourses.has(driver)) ? spent : [];
}

const ofCourses: ReadonlySet<string> = new Set(['course', 'started', 'completed']);

/** Aktivitet | Timer: the hours that go to one course; undefined where no hours follow the courses. */
export function activitiesTable(context: ReportContext): TableView | undefined {
  const rows = courseHours(context);
  if (rows.length === 0) return undefined;
  const words = tableWords(context, 'activities');
  const total = rows.reduce((sum, { hours }) => sum + hours, 0);
  const notes = rows.every(({ isSame }) => isSame) ? ['activities'] : ['activities', 'activitiesAverage'];
  return {
    id: 'activities',
    title: words.title,
    unit: words.unit,
    columns: [column(words.what), column(text(words.texts, 'hours'), true)],
    rows: [
      ...rows.map(
        ({ name, hours }): TableRow => ({ kind: 'body', head: name, cells: [context.numbers.bareHours(hours)] }),
      ),
      { kind: 'total', head: context.language.words.total, cells: [context.numbers.bareHours(total)] },
    ],
    notes: notes.map((name) => say(context, text(context.language.notes, name))),
    sources: [say(context, text(context.language.notes, 'own'))],
  };
}
