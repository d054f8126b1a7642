/** The gallery: all extremes as a note, through the whole way from layout to finished file. */
import { withArchivist } from '../../src/archive/archivist.ts';
import { readHouse } from '../../src/files/read-house.ts';
import { withPrinter } from '../../src/publish/printer.ts';
import { renderNote } from '../../src/render/page.ts';
import { chartStyleOf } from '../../src/render/theme.ts';
import { drawCharts } from '../../src/report/charts/draw.ts';
import type { CellMark, ChartView, NoteView, TableView } from '../../src/report/view.types.ts';
import { facts } from '../archive/pages.ts';
import { noteView, table } from '../fixtures/view.ts';
import { proseFrom } from '../render/shipped-templates.ts';
import { exhibits } from './charts.ts';

const size = 9;

/** A two-way table as large as they come, shaded and signed. */
export const twoWay: TableView = {
  ...table(
    'two-way',
    'To forudsætninger: ni gange ni',
    ['Samtalernes længde / gennemførelse', ...Array.from({ length: size }, (_, at) => `${60 + at * 5} pct.`)],
    [],
  ),
  unit: 'kr., 2024-priser',
  rows: Array.from({ length: size }, (_, row) => ({
    kind: 'body',
    head: `${row + 6} timer`,
    cells: Array.from({ length: size }, (_, at) => `${98 - at * 4 + row * 5}.${100 + row * 37 + at}${signOf(row, at)}`),
    marks: Array.from({ length: size }, (_, at) => markOf(row, at)),
  })),
  notes: ['* Hovedscenariet. ▼ Laveste og ▲ højeste beløb. Jo mørkere felt, jo højere omkostning.'],
  sources: ['Egne beregninger.'],
};

function signOf(row: number, at: number): string {
  if (row === 0 && at === size - 1) return ' ▼';
  if (row === size - 1 && at === 0) return ' ▲';
  return row === 4 && at === 4 ? ' *' : '';
}

function markOf(row: number, at: number): CellMark {
  if (row === 4 && at === 4) return 'base';
  const height = row * 5 - at * 4;
  return height < -8 ? 'low' : height > 16 ? 'high' : 'mid';
}

/** The bytes of the finished file. */
export async function gallery(): Promise<Uint8Array> {
  const { templates, theme, labels } = await readHouse({ language: 'da' });
  const style = chartStyleOf(theme);
  const views = exhibits.map(({ name, title, spec }): [string, ChartView] => {
    const view = { id: spec.id, title, unit: 'kr., 2024-priser', ...drawCharts(spec, style), data: twoWay };
    const text = { alternative: spec.alternative, notes: ['En prøve.'], sources: ['Egne beregninger.'] };
    return [name, { ...view, ...text }];
  });
  const view: NoteView = {
    ...noteView(labels),
    title: 'Galleri',
    sections: [{ slot: 'gallery', title: 'Galleri' }],
    has: { gallery: true },
    charts: Object.fromEntries(views),
    tables: { twoWay },
    notPriced: [],
  };
  const placed = ['{{tables.twoWay}}', ...exhibits.map(({ name }) => `{{charts.${name}}}`)].join('\n\n');
  const { html, contents } = renderNote(view, proseFrom({ gallery: placed }), templates, theme);
  return withPrinter({}, ({ print }) =>
    withArchivist({ threads: 1 }, async ({ finish }) => {
      const { pdf } = await print({ html, contents, name: 'galleri' });
      return finish(pdf, { ...facts, title: view.title });
    }),
  );
}
