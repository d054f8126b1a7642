/**
 * How a whole falls into parts: one bar a part on a common zero, each on a pale track as long as the whole, with name, share and
 * amount in columns. Lengths on a common zero are read more surely than segments of one bar, and a part of 0,01 pct. or a name
 * of sixty letters gets its own row like any other.
 */
import type { ChartStyle, DistributionSpec } from './chart.types.ts';
import { linearPlace, type Place } from './parts/axis.ts';
import { mix } from './parts/colour.ts';
import { drawFilledBox, fillOf } from './parts/fill.ts';
import { baselineCentredOn, drawLabel } from './parts/label.ts';
import { type Wrapped, widest, wrapLabel } from './parts/label-fit.ts';
import { type Letterings, letteringsOf, lineHeight } from './parts/lettering.ts';
import { type Drawing, element, type Markup } from './parts/svg.ts';

type Part = DistributionSpec['parts'][number];

const barHeight = 18;
const rowGap = 9;
const columnGap = 14;
const edge = 2;
/** A part that is not nothing is drawn at least this long. */
const leastLength = 1.5;

interface Columns {
  readonly style: ChartStyle;
  readonly letterings: Letterings;
  readonly names: readonly Wrapped[];
  readonly place: Place;
  /** The length of the whole, where it is on the scale. */
  readonly track?: { readonly from: number; readonly to: number };
  readonly shareRight: number;
  readonly amountRight: number;
}

export function drawDistribution(spec: DistributionSpec, style: ChartStyle): Drawing {
  const columns = layColumns(spec.parts, style);
  const marks: Markup[] = [];
  let y = edge;
  spec.parts.forEach((part, index) => {
    const lines = columns.names[index]?.lines ?? [];
    const height = Math.max(barHeight, lines.length * lineHeight(columns.letterings.label));
    marks.push(...drawPart(part, { lines, middle: y + height / 2 }, columns));
    y += height + rowGap;
  });
  return { marks, height: Math.max(y - rowGap + edge, 2 * edge) };
}

function layColumns(parts: readonly Part[], style: ChartStyle): Columns {
  const letterings = letteringsOf(style);
  const amounts = parts.map((part) => part.amount ?? '').filter((text) => text !== '');
  const amountWidth = amounts.length === 0 ? 0 : widest(amounts, letterings.small) + columnGap;
  const shares = parts.map((part) => part.share.text);
  const shareWidth = widest(shares, letterings.strong);
  const nameRoom = Math.max(70, Math.min(style.width * 0.36, style.width - amountWidth - shareWidth - 150));
  const names = parts.map((part) => wrapLabel(part.label, nameRoom, letterings.label));
  const nameWidth = names.reduce((width, name) => Math.max(width, widest(name.lines, letterings.label)), 0);
  const shareRight = style.width - amountWidth;
  const left = nameWidth + columnGap;
  const right = Math.max(left + 40, shareRight - shareWidth - columnGap);
  const values = parts.map((part) => part.share.value);
  const largest = Math.max(0, ...values);
  // Where even the largest part is a small one, the whole would leave the bars too short to compare.
  const showsWhole = largest > 0.3 || largest === 0;
  const place = linearPlace([Math.min(0, ...values), showsWhole ? Math.max(1, largest) : largest], left, right);
  const track = showsWhole ? { from: place(0), to: place(1) } : undefined;
  const base = { style, letterings, names, place, shareRight, amountRight: style.width };
  return track === undefined ? base : { ...base, track };
}

function drawPart(
  part: Part,
  row: { readonly lines: readonly string[]; readonly middle: number },
  columns: Columns,
): Markup[] {
  const { label, strong, small } = columns.letterings;
  const { middle } = row;
  const figure = { y: baselineCentredOn(middle, 1, strong), anchor: 'end' } as const;
  const marks = [
    drawLabel({
      lines: row.lines,
      x: 0,
      y: baselineCentredOn(middle, row.lines.length, label),
      anchor: 'start',
      lettering: label,
    }),
    ...drawBar(part.share.value, middle, columns),
    drawLabel({ ...figure, lines: [part.share.text], x: columns.shareRight, lettering: strong }),
  ];
  if (part.amount === undefined) return marks;
  return [...marks, drawLabel({ ...figure, lines: [part.amount], x: columns.amountRight, lettering: small })];
}

function drawBar(value: number, middle: number, { style, place, track }: Columns): Markup[] {
  const top = middle - barHeight / 2;
  const bottom = middle + barHeight / 2;
  const zero = place(0);
  const marks: Markup[] = [];
  if (track !== undefined) {
    const ground = mix(style.background, style.grid, 0.55);
    marks.push(
      element('rect', { x: track.from, y: top, width: track.to - track.from, height: barHeight, fill: ground }),
    );
  }
  if (value !== 0) {
    const end = value > 0 ? Math.max(place(value), zero + leastLength) : Math.min(place(value), zero - leastLength);
    const box = { left: Math.min(zero, end), right: Math.max(zero, end), top, bottom };
    marks.push(...drawFilledBox(box, fillOf(style.series[0] ?? style.accent, 'plain', style)));
  }
  const line = { x1: zero, x2: zero, y1: top - rowGap / 2, y2: bottom + rowGap / 2 };
  return [...marks, element('line', { ...line, stroke: style.faint, 'stroke-width': 1 })];
}
