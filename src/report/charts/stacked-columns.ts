/** Amounts by year (or other column) and category: parts stacked from zero, those under zero below it, totals on top. */
import { sum } from 'd3-array';
import type { ChartStyle, StackedColumnsSpec } from './chart.types.ts';
import { drawLevelGrid, drawRule, isNothing, levelRange, linearPlace, type Place, tickRoom } from './parts/axis.ts';
import { drawParts } from './parts/column-parts.ts';
import { drawTotals, shownTotals } from './parts/column-totals.ts';
import { type Fill, fillsFor } from './parts/fill.ts';
import { drawLabel } from './parts/label.ts';
import { wrapLabel } from './parts/label-fit.ts';
import { drawLegend, type LegendEntry } from './parts/legend.ts';
import { type Letterings, letteringsOf, lineHeight } from './parts/lettering.ts';
import { drawNames } from './parts/names.ts';
import {
  drawSideLabels,
  hasSideLabels,
  sideLabelGutter,
  sideLabelsHeight,
  sideLabelsWidth,
} from './parts/side-labels.ts';
import { columnBox, columnValues, hasMixedSigns, stackColumn } from './parts/stack.ts';
import type { Drawing, Markup } from './parts/svg.ts';

/** The frame in which columns stand; `top` and `bottom` are the ends of the value axis. */
interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly step: number;
  readonly columnWidth: number;
}

/** What all parts of the chart are drawn from. */
interface Sheet {
  readonly spec: StackedColumnsSpec;
  readonly style: ChartStyle;
  readonly letterings: Letterings;
  readonly fills: readonly Fill[];
  readonly labelsAtSide: boolean;
}

const plotHeight = 220;
/** Where all is zero, there is a line to show and no height. */
const emptyHeight = 30;
const widestStep = 132;
const widestColumn = 84;

export function drawStackedColumns(spec: StackedColumnsSpec, style: ChartStyle): Drawing {
  const letterings = letteringsOf(style);
  const fills = fillsFor(spec.series.length, style);
  const sheet: Sheet = { spec, style, letterings, fills, labelsAtSide: hasSideLabels(spec, style.width) };
  const range = levelRange(reaches(spec), true, spec.axisText);
  const header = drawHeader(sheet);
  const plot = layPlot(sheet, { top: header.height, left: tickRoom(range, letterings.small) + 8 });
  const place = linearPlace([range.low, range.high], plot.bottom, plot.top);
  const centres = spec.columns.map((_, column) => plot.left + plot.step * (column + 0.5));
  const foot = drawNames(spec.columns, centres, {
    top: plot.bottom + (range.low < 0 ? 16 : 5),
    step: plot.step,
    width: style.width,
    lettering: letterings.label,
  });
  const marks = [
    ...header.marks,
    ...drawLevelGrid(range.ticks, place, { ...plot, style, lettering: letterings.small }),
    ...drawColumns(sheet, { plot, place, centres }),
    ...foot.marks,
  ];
  return { marks, height: plot.bottom + (range.low < 0 ? 16 : 5) + foot.height + 4 };
}

/** How far each column reaches over and under zero, and its total. */
function reaches(spec: StackedColumnsSpec): number[] {
  return spec.columns.flatMap((_, column) => {
    const values = columnValues(spec, column);
    const over = sum(values.filter((value) => value > 0));
    const under = sum(values.filter((value) => value < 0));
    return [over, under, spec.totals[column]?.value ?? 0];
  });
}

/** The legend, where it is needed, and the unit of the axis; the plot begins where the header ends. */
function drawHeader(sheet: Sheet): Drawing {
  const { spec, style, letterings } = sheet;
  const { small, label } = letterings;
  const marks: Markup[] = [];
  let y = 0;
  if (!sheet.labelsAtSide && spec.series.length > 0) {
    const space = { top: 0, width: style.width, ground: style.background, lettering: label };
    const legend = drawLegend(legendEntries(sheet), space);
    marks.push(...legend.marks);
    y = legend.height + 6;
  }
  const unit = wrapLabel(spec.axisLabel, style.width, small).lines;
  marks.push(drawLabel({ lines: unit, x: 0, y: y + lineHeight(small) * 0.85, anchor: 'start', lettering: small }));
  // Room for the total on top of the tallest column.
  return { marks, height: y + unit.length * lineHeight(small) + 22 };
}

function legendEntries({ spec, fills }: Sheet): LegendEntry[] {
  const entries: LegendEntry[] = spec.series.map(({ label }, index) => ({ label, key: fills[index] ?? 'mark' }));
  if (spec.totalLabel === undefined || !hasMixedSigns(spec)) return entries;
  return [...entries, { label: spec.totalLabel, key: 'mark' }];
}

function layPlot(sheet: Sheet, corner: { readonly top: number; readonly left: number }): Plot {
  const { spec, style, letterings, labelsAtSide } = sheet;
  const count = Math.max(1, spec.columns.length);
  const reserved = labelsAtSide ? sideLabelsWidth(spec, letterings) + sideLabelGutter : 2;
  const evenStep = (style.width - corner.left - reserved) / count;
  const step = labelsAtSide ? Math.min(widestStep, evenStep) : evenStep;
  const right = corner.left + step * count;
  const needed = labelsAtSide ? sideLabelsHeight(spec, style.width - right - sideLabelGutter, letterings) : 0;
  const columnWidth = Math.min(widestColumn, step * (step < 22 ? 0.78 : 0.64));
  const height = isNothing(reaches(spec)) ? emptyHeight : plotHeight;
  return { ...corner, right, bottom: corner.top + Math.max(height, needed), step, columnWidth };
}

interface Ground {
  readonly plot: Plot;
  readonly place: Place;
  readonly centres: readonly number[];
}

function drawColumns(sheet: Sheet, { plot, place, centres }: Ground): Markup[] {
  const { spec, style, letterings } = sheet;
  const zero = place(0);
  const perUnit = Math.abs(place(1) - zero);
  const stacks = spec.columns.map((_, column) => stackColumn(columnValues(spec, column), { zero, perUnit }));
  const bars = stacks.map((stack, column) =>
    columnBox(stack, { centre: centres[column] ?? 0, width: plot.columnWidth, zero }),
  );
  const textLeft = plot.right + sideLabelGutter;
  const beside = {
    from: bars.at(-1)?.right ?? 0,
    textLeft,
    room: style.width - textLeft,
    top: plot.top - 20,
    bottom: plot.bottom,
    letterings,
  };
  const aroundTotals = { bars, place, style, left: plot.left, letterings, marked: hasMixedSigns(spec) };
  const shown = shownTotals(spec.totals, aroundTotals);
  const figuresInside = spec.columns.length > 1 || !sheet.labelsAtSide;
  return [
    ...stacks.flatMap((stack, column) =>
      drawParts(stack, bars[column], {
        spec,
        column,
        place,
        fills: sheet.fills,
        lettering: letterings.small,
        figuresInside,
        printedTotal: shown.has(column) ? spec.totals[column]?.text : undefined,
      }),
    ),
    drawRule({ x1: plot.left, x2: plot.right, y1: zero, y2: zero }, letterings.small.colour, 1),
    ...drawTotals(spec.totals, shown, aroundTotals),
    ...(sheet.labelsAtSide ? drawSideLabels(spec, stacks.at(-1) ?? [], beside) : []),
  ];
}
