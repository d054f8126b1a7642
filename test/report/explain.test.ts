/** Explanations: every figure follows from its parts, down to figures of the author's with their source. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/model/assess.ts';
import type { Node } from '../../src/model/calculation/calculation.ts';
import { evaluate } from '../../src/model/calculation/evaluate.ts';
import { parsePrices } from '../../src/prices/parse.ts';
import { priceScenario } from '../../src/prices/price.ts';
import { type ReportContext, reportContext } from '../../src/report/context.ts';
import { type Explanation, type Expression, explain } from '../../src/report/explain.ts';
import { explainableFigures } from '../../src/report/explain-figures.ts';
import { treeOf, treeText } from '../../src/report/explain-text.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { assessedWith } from '../model/comparing-scenario.ts';
import { danish } from './danish.ts';

function shipped(path: string): ReportContext {
  const source = (file: string) => ({ path: file, text: readFileSync(file, 'utf8') });
  const prices = parsePrices([
    source('scenarios/prices/timeomkostninger.yaml'),
    source('scenarios/prices/kalkulationsrenter.yaml'),
    source('scenarios/prices/prisindeks.yaml'),
  ]);
  return reportContext(assess(priceScenario(parseScenario(source(path)), prices)), danish);
}

const small = (...blocks: readonly string[]) => reportContext(assessedWith(...blocks), danish);

/** What an expression comes to, by the arithmetic of the calculation itself. */
function worth(expression: Expression, parts: readonly Explanation[]): number {
  if ('part' in expression) return parts[expression.part]?.value ?? Number.NaN;
  if ('constant' in expression) return expression.constant;
  const operands = expression.of.map(
    (operand): Node => ({ operation: 'constant', unit: 'kr', from: [], value: worth(operand, parts) }),
  );
  const whole: Node = {
    operation: expression.operation,
    unit: 'kr',
    from: operands.map((_, place) => place),
    value: 0,
  };
  return evaluate({ nodes: [...operands, whole], inputs: new Map() }).at(-1) ?? Number.NaN;
}

function everyFigure(explanation: Explanation): readonly Explanation[] {
  return [explanation, ...explanation.parts.flatMap(everyFigure)];
}

function term(context: ReportContext, name: string): number {
  const found = explainableFigures(context).get(name);
  if (found === undefined) throw new Error(`no figure ${name}`);
  return found;
}

const tree = (context: ReportContext, name: string, depth = 99) =>
  treeText(explain(context, term(context, name)), depth, { more: '…', above: '(ovenfor)' });

const discounted = 'discounting: { rate: 10 pct., assumption: Prøve }';

describe('an explanation', () => {
  const scenarios: [string, ReportContext][] = [
    ['processuelle netværksmøder', shipped('scenarios/processuelle-netvaerksmoeder.yaml')],
    ['inddragende netværksmøder', shipped('scenarios/inddragende-netvaerksmoeder.yaml')],
    ['a discounted note', small(discounted)],
  ];

  it.each(scenarios)('has only figures that follow from their parts: %s', (_name, context) => {
    for (const [name, root] of explainableFigures(context)) {
      for (const { value, expression, parts, name: part } of everyFigure(explain(context, root))) {
        if (expression === undefined) continue;
        expect(worth(expression, parts), `${name}: ${part}`).toBeCloseTo(value ?? Number.NaN, 6);
      }
    }
  });

  it.each(scenarios)('ends in figures with a source or a reason: %s', (_name, context) => {
    for (const root of explainableFigures(context).values()) {
      const ends = everyFigure(explain(context, root)).filter(({ parts, expression }) => {
        return parts.length === 0 && expression === undefined;
      });
      expect(ends.filter(({ basis }) => basis === undefined || basis === '')).toEqual([]);
    }
  });

  it('starts at the figure as the note computes it', () => {
    const context = small();
    expect(explain(context, term(context, 'total'))).toMatchObject({
      name: 'Samlede nettoomkostninger',
      value: 130_000,
    });
  });

  it('writes equal years once', () => {
    expect(tree(small(), 'costs.drift.total')).toBe(
      [
        'Møder: i alt = 3 × 40.000 kr. = 120.000 kr.',
        '└─ Møder, år 1–3 = 40.000 kr. × 1 = 40.000 kr.',
        '   ├─ Leder: lønomkostning hver gang = 100 timer × 400 kr. pr. time = 40.000 kr.',
        '   │  ├─ Timer pr. person = 100 timer [Antagelse: Et rundt tal]',
        '   │  └─ Leder: timeomkostning = 400 kr. pr. time [Antagelse: Et rundt tal]',
        '   └─ Hold: forløb, der begynder år 1–3 = 1 × 1 = 1',
        '      ├─ Hold: antal teams = 1 [Antagelse: Runde tal]',
        '      └─ Forløb pr. team og år = 1 [Antagelse: Runde tal]',
        '',
      ].join('\n'),
    );
  });

  it('names calendar years where the note has them', () => {
    expect(tree(small('firstYear: 2020'), 'costs.drift.total')).toContain('Møder, 2020–2022 =');
  });

  it('says what part of a line the payer bears as a percentage', () => {
    const perspective = small(
      'perspective: region',
      'avoidedCosts: { spart: { name: Spart, per: år, amount: 900 kr., payers: { kommune: "37,5 pct.", region: "62,5 pct." }, assumption: Et tal } }',
    );
    expect(tree(perspective, 'savings')).toContain('900 kr. × 62,5 pct.');
  });

  it('shows how a later year was discounted', () => {
    expect(tree(small(discounted), 'costs.drift.total')).toContain('Møder: nutidsværdi år 2 = 40.000 kr. × 0,909091');
  });

  it('leaves out what lies deeper than is asked for, and says so', () => {
    expect(tree(small(), 'costs.drift.total', 1).trimEnd().split('\n')).toEqual([
      'Møder: i alt = 3 × 40.000 kr. = 120.000 kr.',
      '└─ Møder, år 1–3 = 40.000 kr. × 1 = 40.000 kr. …',
    ]);
    const context = small();
    expect(treeOf(explain(context, term(context, 'total')), 0).parts).toEqual([]);
  });

  it('does not repeat what stands further up', () => {
    const lines = tree(small(), 'perCompleted').split('\n');
    expect(lines.filter((line) => line.includes('forløb, der begynder'))).toEqual([
      expect.not.stringContaining('ovenfor'),
      expect.stringContaining('(ovenfor)'),
    ]);
  });

  it('reaches every figure by a name that prose has for it', () => {
    const names = [...explainableFigures(small(discounted)).keys()];
    expect(names).toEqual(expect.arrayContaining(['total', 'perCompleted', 'share.operation', 'costs.drift.each']));
    expect(names).toEqual(expect.arrayContaining(['input.teams.hold.coursesPerTeam', 'byCategory.preparation']));
  });
});
