/** The analyses as they are printed: tables, chart, figures for prose, and the results file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CostAssessment } from '../../src/model/assess.ts';
import { analysisResultsOf } from '../../src/report/analysis-results.ts';
import { chartsOf } from '../../src/report/chart-views.ts';
import { type ReportContext, reportContext } from '../../src/report/context.ts';
import { figuresOf } from '../../src/report/figures.ts';
import { parseLanguage } from '../../src/report/language.ts';
import { figureText } from '../../src/report/sentences.ts';
import { tablesOf } from '../../src/report/tables/tables.ts';
import type { TableView } from '../../src/report/view.types.ts';
import { assessed, assessText } from '../model/assessed.ts';
import { style } from './charts/samples.ts';
import { languageOf, seen } from './seen.ts';

const root = join(import.meta.dirname, '../..');
const path = 'templates/da/language.yaml';
const language = parseLanguage({ path, text: readFileSync(join(root, path), 'utf8') });
const written = readFileSync(join(root, 'test/fixtures/analyses.yaml'), 'utf8');
/** A second team of another size and rate, and variations of both. */
const twoTeams = written
  .replace(
    'teams:\n',
    `teams:
  andet:
    name: Andet hold
    count: 1
    coursesPerTeam: 2
    participantsPerCourse: 6
    courseLength: 6 måneder
    completionRate: 50 pct.
    assumption: Prøve.
`,
  )
  .replace(
    'oneWay:\n',
    `oneWay:
    - { name: Alles gennemførelse, vary: teams.*.completionRate, by: ±10 procentpoint }
    - { name: Alle holdstørrelser, vary: teams.*.participantsPerCourse, by: -1 til +2 }
`,
  );

let assessment: CostAssessment;
let context: ReportContext;
let tables: Readonly<Record<string, TableView>>;

beforeAll(() => {
  assessment = assessText(written);
  context = reportContext(assessment, language);
  tables = tablesOf(context);
});

/** Head and cells of a table's rows, with plain spaces. */
function rows(name: string): readonly string[] {
  return (tables[name]?.rows ?? []).map(({ head, cells }) => [head, ...cells].join(' | ').replaceAll('\u00a0', ' '));
}

describe('the tables of the analyses', () => {
  it('print alternatives with what they change, under the main scenario', () => {
    // One team: 4 · (60,000 + 20 · 8 · 400) + 80,000 = 576,000 kr. over 64 who complete.
    expect(rows('alternatives').slice(0, 2)).toEqual([
      'Hovedscenarie | – | 960.000 | 7.500',
      'Ét hold og kortere samtaler | Hold: antal teams: 1; Samtaler: timer pr. person: 8 timer | 576.000 | 9.000',
    ]);
  });

  it('print a grid with the main scenario starred and the rest marked by thirds', () => {
    expect(rows('grid')[1]).toBe('10 timer | 8.571 | 7.500 * | 6.667 | 6.000');
    expect(tables.grid?.rows.map(({ marks }) => marks?.join(' '))).toEqual([
      'mid low low low',
      'mid base low low',
      'high mid mid low',
      'high high mid mid',
    ]);
  });

  it('star the nearest cost in a further grid that does not hold the main scenario', () => {
    expect(rows('grid2')[1]).toBe('3 | 7.222 * | 6.333 | 5.952');
    expect(tables.grid2?.notes[0]).toContain('nærmest');
  });

  it('print thresholds in the unit of their figure, and where none was found', () => {
    expect(rows('thresholds')).toEqual([
      'Samtalernes længde | 10 timer | 6.000 | 7 timer',
      'Gennemførelse | 80 pct. | 7.000 | 85,71 pct.',
      'Timeomkostning | 400 kr. pr. time | 1.000 | Ingen værdi fra 0 kr. pr. time til 40.000 kr. pr. time',
    ]);
  });

  it('print the spread of the draws, and how it was drawn', () => {
    expect(rows('probability')[0]).toBe('Hovedscenarie | 7.500');
    expect(rows('probability').at(-1)).toMatch(/^Andel af udfaldene på højst 8\.000 kr\. \| \d+ pct\.$/);
    expect(tables.probability?.notes.join(' ')).toContain('20.000 gange (startværdi 7)');
    expect(tables.probability?.notes.join(' ')).toContain('korrelation 0,5');
  });

  it('print every distribution with its basis', () => {
    expect(rows('probabilityInputs')[0]).toBe(
      'Samtaler: timer pr. person | 10 timer | PERT: mindst 7 timer, mest sandsynligt 10 timer, højst 16 timer | Antagelse: Erfaringer fra andre indsatser.',
    );
  });

  it('print a spread of a share in the points of the language', () => {
    expect(rows('probabilityInputs')[1]).toContain('standardafvigelse 6 procentpoint');
    const english = tablesOf(reportContext(assessment, languageOf('en')));
    expect(english.probabilityInputs?.rows[1]?.cells[1]).toContain('standard deviation 6\u00a0percentage points');
  });

  it('print the change itself where the figures changed are not alike', () => {
    const two = tablesOf(reportContext(assessText(twoTeams), language));
    const variation = (name: string) => seen(two.sensitivity?.rows.find(({ head }) => head === name)?.cells[0] ?? '');
    expect(variation('Alles gennemførelse')).toBe('±10 procentpoint');
    expect(variation('Alle holdstørrelser')).toBe('−1 – +2');
    expect(variation('Gennemførelse')).toBe('70 pct. – 90 pct.');
  });

  it('give the reason for the values of an analysis', () => {
    expect(tables.alternatives?.notes).toContain('Ét hold og kortere samtaler: En mindre kommune.');
  });
});

describe('the figures of the analyses', () => {
  it('are there for prose', () => {
    const figures = figuresOf(context);
    expect(figureText(figures, ['alternatives', 'lille', 'perCompleted'], 'exact')).toBe('9.000\u00a0kr.');
    expect(figureText(figures, ['thresholds', 'timer', 'value'])).toBe('7\u00a0timer');
    expect(figureText(figures, ['probabilistic', 'mean'])).toMatch(/^ca\.\u00a07\.\d00\u00a0kr\.$/);
    expect(figureText(figures, ['probabilistic', 'shareUnderTarget'])).toMatch(/^\d\d\u00a0pct\.$/);
  });
});

describe('the chart of the draws', () => {
  it('tells its finding in words', () => {
    const chart = chartsOf(context, tables, style).probability;
    expect(chart?.alternative).toContain('I hovedscenariet er den ca.\u00a07.500');
    expect(chart?.svg).toContain('Gennemsnit');
  });
});

describe('the results file', () => {
  it('holds the analyses in full precision', () => {
    const { alternatives, grids, thresholds, probabilistic } = analysisResultsOf(assessment.analyses);
    expect(alternatives[0]).toEqual({
      id: 'lille',
      label: 'Ét hold og kortere samtaler',
      total: 576_000,
      headline: 9000,
    });
    expect(grids[0]?.headlines[1]?.[1]).toBe(7500);
    expect(thresholds.map(({ value }) => value)).toEqual([expect.closeTo(7, 9), expect.closeTo(6 / 7, 12), null]);
    expect(probabilistic).toMatchObject({ seed: 7, draws: 20_000, target: 8000 });
  });
});

describe('a scenario without participants', () => {
  it('has analyses of the total, and says so', () => {
    const plain = tablesOf(
      reportContext(
        assessed({
          years: '4 år',
          costs: { lokaler: { per: 'år', amount: '60.000 kr.' } },
          sensitivity: { oneWay: [{ name: 'Leje', vary: 'costs.lokaler.amount', by: '±10 pct.' }] },
        }),
        language,
      ),
    ).sensitivity;
    expect(plain?.title).toBe('Samlede omkostninger ved ændrede forudsætninger');
    expect(plain?.rows.map(({ cells }) => cells.join(' | '))).toEqual([
      '– | 240.000 | 240.000',
      '±10\u00a0pct. | 216.000 | 264.000',
    ]);
  });
});
