/** A row in a scenario: where its cells go, how they are read, and how what is wrong with them is told. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeName } from '../../../src/problem/excerpt.ts';
import { type Problem, UserError } from '../../../src/problem/problem.ts';
import { parametersOf } from '../../../src/scenario/parameters.ts';
import { checkScenario } from '../../../src/scenario/parse.ts';
import { toldInRow } from '../../../src/scenario/rows/in-row.ts';
import { readRows } from '../../../src/scenario/rows/read-rows.ts';
import { readRowFile, rowFileOf } from '../../../src/scenario/rows/row-file.ts';
import { parseYaml } from '../../../src/yaml/parse-yaml.ts';

const text = readFileSync('test/fixtures/rows/netvaerksmoeder.yaml', 'utf8');
const scenario = parseYaml({ path: 's.yaml', text });
const rowsOf = (csv: string, namedBy: readonly string[] = []) =>
  readRows({ path: 'r.csv', text: csv }, scenario, namedBy);

function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
}

const told = ({ code, message, place, hint }: Problem) =>
  [place === undefined ? '' : placeName(place), code, message, hint].join(' | ');

/** The first row in the scenario. */
function checked(csv: string) {
  const [row] = rowsOf(csv).rows;
  if (row === undefined) throw new Error('no row');
  return checkScenario(scenario, row);
}

const wrong = (csv: string) => {
  const [row] = rowsOf(csv).rows;
  if (row === undefined) throw new Error('no row');
  return problemsOf(() => checkScenario(scenario, row)).map((problem) => told(toldInRow(problem, row)));
};

describe('a cell', () => {
  it('is read as if it stood in the scenario at its place', () => {
    const byRow = checked('teams.team.count;costs.moeder.hours;timeHorizon;title\n3;2½ timer;4 år;Et notat\n');
    const byHand = checkScenario(
      parseYaml({
        path: 's.yaml',
        text: text
          .replace('count: 2', 'count: 3')
          .replace('4½ timer', '2½ timer')
          .replace('value: 3 år', 'value: 4 år')
          .replace('title: Netværksmøder i {{row.kommune}}', 'title: Et notat'),
      }),
    );
    expect(byRow.scenario).toEqual(byHand.scenario);
  });

  it('leaves a figure its reason, and can bring another', () => {
    const { scenario: own } = checked(
      'staff.sagsbehandler.hourlyCost;staff.sagsbehandler.hourlyCost.assumption;staff.moedeleder.hourlyCost\n410,50 kr.;Oplyst;\n',
    );
    expect(own.staff?.sagsbehandler?.hourlyCost).toMatchObject({ values: [410.5], assumption: 'Oplyst' });
    expect(own.staff?.moedeleder?.hourlyCost).toMatchObject({ values: [450] });
  });

  it('may hold a list in brackets, and a key that the scenario leaves out', () => {
    const { scenario: own } = checked(
      'teams.team.coursesPerTeam;publisher.isbn;subtitle\n"[1, 2, 3]";978-87;Eksempel\n',
    );
    expect(parametersOf(own).get('teams.team.coursesPerTeam')?.values).toEqual([1, 2, 3]);
    expect([own.publisher?.isbn, own.subtitle]).toEqual(['978-87', 'Eksempel']);
  });

  it('is told by row and column where it is wrong, all of a row at once', () => {
    expect(wrong('teams.team.count;costs.moeder.hours;timeHorizon\n-1;3 tmer;3 år\n')).toEqual([
      expect.stringMatching(/^r\.csv:2:1 \| value-impossible \| row 2, column “teams\.team\.count”: “-1” /),
      expect.stringMatching(/^r\.csv:2:4 \| number-unreadable \| row 2, column “costs\.moeder\.hours”: /),
    ]);
  });

  it('is told at its row where it is wrong only with what stands elsewhere', () => {
    const [first] = wrong('teams.team.courseLength;#\n9 år;x\n');
    expect(first).toMatch(/^r\.csv:2:1 \| course-too-long \| row 2/);
  });
});

describe('a column', () => {
  const refused = (csv: string, namedBy: readonly string[] = []) => problemsOf(() => rowsOf(csv, namedBy)).map(told);

  it('that is no place in the scenario is refused with what was meant', () => {
    expect(refused('teams.tem.count;kommun;staff;nr\n1;2;3;4\n')).toEqual([
      expect.stringMatching(
        /^r\.csv:1:1 \| column-unknown \| .*“teams\.tem\.count”.*did you mean “teams\.team\.count”\?/,
      ),
      expect.stringMatching(/^r\.csv:1:17 \| column-unknown \| .*did you mean “kommune”\?/),
      expect.stringMatching(/^r\.csv:1:24 \| column-unknown \| “staff” is a group of keys/),
      expect.stringMatching(/^r\.csv:1:30 \| column-unknown \| .*`row: { nr: … }`/),
    ]);
    expect(refused('title.x\n1\n')).toEqual([expect.stringContaining('“title” is a single value')]);
    expect(refused('__proto__.x;constructor\n1;2\n')).toHaveLength(2);
  });

  it('may be a remark, or name the files', () => {
    expect(refused('#nr;kode;title\n1;2;3\n', ['kode'])).toEqual([]);
  });

  it('stands once, has a name, and a row has no more cells than there are columns', () => {
    expect(refused('title;title\n1;2\n')).toEqual([expect.stringContaining('mean the same place')]);
    expect(refused('title;\n1;2\n')).toEqual([expect.stringContaining('column 2 has no name, and row 2')]);
    expect(refused('title;;\n')).toEqual([expect.stringContaining('there are no rows')]);
    const { rows, problems } = rowsOf('title;subtitle\na;b;c\nd;e\n');
    expect(rows.map(({ number }) => number)).toEqual([3]);
    expect(problems.map(told)).toEqual([expect.stringMatching(/^r\.csv:2:5 \| csv-invalid \| row 2 has more cells/)]);
  });
});

describe('a text of the row', () => {
  it('stands in titles and names, as the scenario says it or as the row does', () => {
    expect(checkScenario(scenario).scenario.title).toBe('Netværksmøder i Eksempel Kommune');
    const { scenario: own } = checked('kommune\nÆrø $& <b>Kommune</b>\n');
    expect(own.title).toBe('Netværksmøder i Ærø $& <b>Kommune</b>');
    expect(own.publisher?.name).toBe('Ærø $& <b>Kommune</b>');
    // Prose takes it where it is printed, so that it cannot be Markdown there.
    expect(own.text?.summary).toContain('{{row.kommune}}');
  });

  it('that is not declared is refused at its place', () => {
    const undeclared = parseYaml({
      path: 's.yaml',
      text: text.replace('i {{row.kommune}}\ninter', 'i {{row.komune}}\ninter'),
    });
    expect(problemsOf(() => checkScenario(undeclared)).map(told)).toEqual([
      's.yaml:2:24 | figure-unknown | unknown text “row.komune” | did you mean “row.kommune”?',
    ]);
    const none = parseYaml({ path: 's.yaml', text: text.replace('row:\n  kommune: Eksempel Kommune\n', '') });
    expect(problemsOf(() => checkScenario(none))[0]?.hint).toContain('`row: { kommune: … }`');
  });

  it('has no braces and no second line', () => {
    expect(wrong('kommune\n{{total}}\n')).toEqual([expect.stringContaining('row 2, column “kommune”')]);
    expect(wrong('kommune\n"a\nb"\n')).toEqual([expect.stringContaining('row 2, column “kommune”')]);
  });
});

it('a row is the same again from the file that a note carries', () => {
  const csv = 'kommune;#;title;teams.team.coursesPerTeam;subtitle\n"A; ""b""";bem;=1+1, to;"[4, 8]";\n';
  const [row] = rowsOf(csv).rows;
  if (row === undefined) throw new Error('no row');
  const again = readRowFile({ path: 'x.csv', text: rowFileOf(row) }, scenario);
  expect(checkScenario(scenario, again).scenario).toEqual(checkScenario(scenario, row).scenario);
  expect(rowFileOf(row)).not.toContain('bem');
  expect(rowFileOf(again)).toBe(rowFileOf(row));
});
