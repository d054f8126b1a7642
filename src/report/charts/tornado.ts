/** What moves the result most: one bar a parameter, from the result at one end of its range to the result at the other. */
import type { ChartStyle, ChartValue, TornadoSpec } from './chart.types.ts';
import { drawRule, drawUprightGrid, linearPlace, type Place, spanOf, ticksApart } from './parts/axis.ts';
import { palestTint } from './parts/colour.ts';
import { drawFilledBox, fillOf } from './parts/fill.ts';
import { baselineCentredOn, drawLabel, drawPatch, keepInside, type Label, labelBox } from './parts/label.ts';
import { textWidth, type Wrapped, widest, wrapLabel } from './parts/label-fit.ts';
import { type Letterings, letteringsOf, lineHeight } from './parts/lettering.ts';
import type { Drawing, Markup } from './parts/svg.ts';

type Bar = TornadoSpec['bars'][number];

/** One end of a bar: the result there, and the input value that gave it. */
interface End {
  readonly result: ChartValue;
  readonly input: string;
}

interface Plot {
  readonly style: ChartStyle;
  readonly letterings: Letterings;
  readonly names: readonly Wrapped[];
  readonly left: number;
  readonly place: Place;
  readonly base: number;
}

const barHeight = 18;
const rowGap = 9;
const endGap = 6;
const columnGap = 12;

export function drawTornado(spec: TornadoSpec, style: ChartStyle): Drawing {
  const plot = layPlot(spec, style);
  const { letterings } = plot;
  const baseX = plot.place(plot.base);
  const top = lineHeight(letterings.strong) + 8;
  const rows: Markup[] = [];
  const ends: Markup[] = [];
  let y = top + rowGap / 2;
  spec.bars.forEach((bar, index) => {
    const lines = plot.names[index]?.lines ?? [];
    const height = Math.max(2 * endLeading(letterings), lines.length * lineHeight(letterings.label));
    const middle = y + height / 2;
    const nameY = baselineCentredOn(middle, lines.length, letterings.label);
    rows.push(
      drawLabel({ lines, x: 0, y: nameY, anchor: 'start', lettering: letterings.label }),
      ...drawBar(bar, middle, plot),
    );
    ends.push(...drawEnds(bar, middle, plot));
    y += height + rowGap;
  });
  const bottom = y - rowGap / 2;
  const foot = drawFoot(spec, plot, { top, bottom });
  // The base line runs over the bars and under the figures at their ends.
  const baseLine = drawRule({ x1: baseX, x2: baseX, y1: top - 3, y2: bottom }, letterings.strong.colour, 1.25);
  return { marks: [...foot.marks, ...rows, baseLine, ...ends, drawBaseFigure(spec.base, plot)], height: foot.height };
}

function endsOf(bar: Bar): { readonly left: End; readonly right: End } {
  const low = { result: bar.low, input: bar.lowInput };
  const high = { result: bar.high, input: bar.highInput };
  return low.result.value <= high.result.value ? { left: low, right: high } : { left: high, right: low };
}

function endWidth({ result, input }: End, letterings: Letterings): number {
  return Math.max(textWidth(result.text, letterings.strong), textWidth(input, letterings.small));
}

function endLeading(letterings: Letterings): number {
  return lineHeight(letterings.small);
}

/** The widest figures at either end decide how far the bars may reach; names take at most a third of what is left. */
function layPlot(spec: TornadoSpec, style: ChartStyle): Plot {
  const letterings = letteringsOf(style);
  const ends = spec.bars.map(endsOf);
  const leftRoom = Math.max(0, ...ends.map(({ left }) => endWidth(left, letterings))) + endGap;
  const rightRoom = Math.max(0, ...ends.map(({ right }) => endWidth(right, letterings))) + endGap;
  const nameRoom = Math.max(84, Math.min(style.width * 0.3, style.width - leftRoom - rightRoom - 180));
  const names = spec.bars.map((bar) => wrapLabel(bar.label, nameRoom, letterings.label));
  const nameWidth = names.reduce((width, name) => Math.max(width, widest(name.lines, letterings.label)), 0);
  const left = nameWidth + columnGap;
  const from = left + leftRoom;
  const place = linearPlace(spanOf(valuesOf(spec), false), from, Math.max(from + 40, style.width - rightRoom));
  return { style, letterings, names, left, place, base: spec.base.value };
}

function valuesOf(spec: TornadoSpec): number[] {
  return [spec.base.value, ...spec.bars.flatMap((bar) => [bar.low.value, bar.high.value])];
}

/** Paler under the base, full over it. A parameter that moves nothing leaves a thin mark. */
function drawBar(bar: Bar, middle: number, { style, place, base }: Plot): Markup[] {
  const colour = style.series[0] ?? style.accent;
  const { left, right } = endsOf(bar);
  const [from, to, at] = [place(left.result.value), place(right.result.value), place(base)];
  const box = { top: middle - barHeight / 2, bottom: middle + barHeight / 2 };
  if (to - from < 1.5) {
    const centre = (from + to) / 2;
    return drawFilledBox({ ...box, left: centre - 0.75, right: centre + 0.75 }, fillOf(colour, 'plain', style));
  }
  const split = Math.max(from, Math.min(at, to));
  const under = fillOf(palestTint(colour, style.background), 'plain', style);
  return [
    ...(split > from ? drawFilledBox({ ...box, left: from, right: split }, under) : []),
    ...(to > split ? drawFilledBox({ ...box, left: split, right: to }, fillOf(colour, 'plain', style)) : []),
  ];
}

function drawEnds(bar: Bar, middle: number, plot: Plot): Markup[] {
  const { left, right } = endsOf(bar);
  return [
    ...drawEnd(left, { x: plot.place(left.result.value) - endGap, middle, anchor: 'end' }, plot),
    ...drawEnd(right, { x: plot.place(right.result.value) + endGap, middle, anchor: 'start' }, plot),
  ];
}

function drawEnd(end: End, at: { x: number; middle: number; anchor: 'start' | 'end' }, plot: Plot): Markup[] {
  const { strong, small } = plot.letterings;
  const leading = endLeading(plot.letterings);
  const place = { x: at.x, anchor: at.anchor };
  const result: Label = { ...place, lines: [end.result.text], y: at.middle - leading * 0.12, lettering: strong };
  const input: Label = { ...place, lines: [end.input], y: at.middle + leading * 0.82, lettering: small };
  return [result, input].flatMap((label) => [drawPatch(labelBox(label), plot.style.background), drawLabel(label)]);
}

function drawBaseFigure(base: ChartValue, plot: Plot): Markup {
  const { strong } = plot.letterings;
  const x = keepInside(plot.place(base.value), textWidth(base.text, strong), plot.style.width);
  return drawLabel({ lines: [base.text], x, y: lineHeight(strong) * 0.9, anchor: 'middle', lettering: strong });
}

/** The grid behind the bars and the axis under them. */
function drawFoot(spec: TornadoSpec, plot: Plot, rows: { readonly top: number; readonly bottom: number }): Drawing {
  const { style, place, left } = plot;
  const { small } = plot.letterings;
  const room = { place, from: left, to: style.width, lettering: small };
  const ticks = ticksApart(valuesOf(spec), spec.axisText, room);
  const grid = drawUprightGrid(ticks, place, { ...rows, width: style.width, style, lettering: small });
  const { lines } = wrapLabel(spec.axisLabel, style.width - left, small);
  const labelTop = rows.bottom + 6 + lineHeight(small);
  const label = drawLabel({
    lines,
    x: (left + style.width) / 2,
    y: labelTop + lineHeight(small) * 0.85,
    anchor: 'middle',
    lettering: small,
  });
  return { marks: [...grid, label], height: labelTop + Math.max(0.2, lines.length) * lineHeight(small) + 4 };
}
