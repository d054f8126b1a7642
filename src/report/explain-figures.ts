/** The figures that can be explained, by the names prose has for them. */
import type { LineSums } from '../model/line-sums.ts';
import type { ReportContext } from './context.ts';
import { figuresOf } from './figures.ts';
import { flatten } from './results.ts';

/** Names in the order of the note, each with its place in the calculation. `input.…` leads to a single figure of the author's. */
export function explainableFigures(context: ReportContext): ReadonlyMap<string, number> {
  const { totals, comparison, lineSums, calculation } = context.assessment.model;
  const printed = new Set(flatten(figuresOf(context), []).map(([name]) => name));
  const { net, gross, subsidies, savings, startUp, operation, perYear, perStarted, perCompleted, perCourse } = totals;
  const named: readonly [string, number][] = [
    ...Object.entries({ perCompleted, total: net, perStarted, perCourse, perYear, gross, subsidies, savings }),
    ...Object.entries({ startUp, operation, started: totals.started, completed: totals.completed }),
    ['courses', totals.courses],
    ...prefixed('byCategory', totals.byCategory),
    ...prefixed('share', totals.shares),
    ...(comparison === undefined
      ? []
      : Object.entries({
          'comparator.total': comparison.total,
          'comparator.perCompleted': comparison.perCompleted,
          incremental: comparison.incremental,
          incrementalPerCompleted: comparison.incrementalPerCompleted,
        })),
    ...lineSums.flatMap(ofLine),
    ...[...calculation.inputs].map(([path, term]): [string, number] => [`input.${path.replace(/\.0$/, '')}`, term]),
  ];
  return new Map(named.filter(([name]) => printed.has(name)));
}

function prefixed(prefix: string, terms: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(terms).map(([name, term]) => [`${prefix}.${name}`, term]);
}

/** The names of figures.ts: `costs.<id>.each`, `.hours`, `.total`, `.times`, `.yearly`; of a fee `feeEach` and so on. */
function ofLine({ line, total, times, yearly }: LineSums): [string, number][] {
  const isSpread = line.category === 'training' && line.phase === 'operation';
  const own: [string, number | undefined][] = [
    ['each', line.each],
    ['hours', line.hoursEach],
    ['total', isSpread ? undefined : total],
    ['times', isSpread ? undefined : times],
    ['yearly', isSpread ? yearly : undefined],
  ];
  const named = (name: string) => (line.part === 'fee' ? `fee${name.charAt(0).toUpperCase()}${name.slice(1)}` : name);
  return own.flatMap(([name, term]): [string, number][] =>
    term === undefined ? [] : [[`${line.path}.${named(name)}`, term]],
  );
}
