/** The figures of the calculation by the names that prose has for them, whether a note prints them or not. */
import type { CompiledModel } from './compile.ts';
import type { LineSums } from './line-sums.ts';

/** Names with their place in the calculation, the headline first. `input.…` leads to a single figure of the author's. */
export function namedFigures(model: CompiledModel): readonly (readonly [name: string, term: number])[] {
  const { totals, comparison, lineSums, calculation } = model;
  const { net, gross, subsidies, savings, startUp, operation, perYear, perStarted, perCompleted, perCourse } = totals;
  return [
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
          ...(comparison.subsidies !== undefined && {
            'comparator.gross': comparison.gross,
            'comparator.subsidies': comparison.subsidies,
          }),
          incremental: comparison.incremental,
          incrementalPerCompleted: comparison.incrementalPerCompleted,
        })),
    ...lineSums.flatMap(ofLine),
    ...[...calculation.inputs].map(([path, term]): [string, number] => [`input.${path.replace(/\.0$/, '')}`, term]),
  ];
}

function prefixed(prefix: string, terms: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(terms).map(([name, term]) => [`${prefix}.${name}`, term]);
}

/** As `report/figures.ts` names them: `costs.<id>.each`, `.hours`, `.total`, `.times`, `.yearly`; of a fee `feeEach` and so on. */
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
