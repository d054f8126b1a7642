/** How simulated results spread: adjacent bins, and upright marks at the figures the text speaks of. */
import type { ChartStyle, ChartValue, HistogramSpec } from './chart.types.ts';
import { drawRule, drawUprightGrid, linearPlace, type Place, spanOf, ticksApart } from './parts/axis.ts';
import { palestTint } from './parts/colour.ts';
import { drawLabel } from './parts/label.ts';
import { spreadLabels, widest, wrapLabel } from './parts/label-fit.ts';
import { type Lettering, letteringsOf, lineHeight } from './parts/lettering.ts';
import { coordinate, type Drawing, element, type Markup } from './parts/svg.ts';

const plotHeight = 190;
/** The slanted stretch between a mark's line and its text. */
const elbow = 14;
const labelGap = 12;

export function drawHistogram(spec: HistogramSpec, style: ChartStyle): Drawing {
  const { small, strong } = letteringsOf(style);
  const ends = spec.bins.flatMap((bin) => [bin.from, bin.to]);
  const values = [...ends, ...spec.marks.map((mark) => mark.value)];
  const span = spanOf(values, false);
  const side = Math.max(8, widest([spec.axisText(span[0]), spec.axisText(span[1])], small) / 2);
  const place = linearPlace(span, side, style.width - side);
  const header = drawMarkTexts(spec.marks, place, { width: style.width, lettering: strong });
  const top = header.height;
  const bottom = top + plotHeight;
  const ticks = ticksApart(values, spec.axisText, { place, from: 0, to: style.width, lettering: small });
  const grid = drawUprightGrid(ticks, place, { top, bottom: bottom + 4, width: style.width, style, lettering: small });
  const unit = wrapLabel(spec.axisLabel, style.width, small).lines;
  const unitTop = bottom + 10 + lineHeight(small);
  const marks = [
    ...grid,
    ...drawBins(spec, place, { top, bottom, style }),
    drawRule({ x1: 0, x2: style.width, y1: bottom, y2: bottom }, small.colour, 1),
    ...spec.marks.map(({ value }) =>
      drawRule({ x1: place(value), x2: place(value), y1: top, y2: bottom }, strong.colour, 1.25),
    ),
    ...header.marks,
    drawLabel({
      lines: unit,
      x: style.width / 2,
      y: unitTop + lineHeight(small) * 0.85,
      anchor: 'middle',
      lettering: small,
    }),
  ];
  return { marks, height: unitTop + unit.length * lineHeight(small) + 4 };
}

/** Heights are counts per width of bin, so that areas compare also where bins are not equally wide. */
function drawBins(
  spec: HistogramSpec,
  place: Place,
  space: { readonly top: number; readonly bottom: number; readonly style: ChartStyle },
): Markup[] {
  const bins = spec.bins.map((bin) => ({ ...bin, ...visibleBin(bin, place) }));
  const densities = bins.map((bin) => bin.count / (bin.right - bin.left));
  const height = linearPlace([0, Math.max(0, ...densities) || 1], 0, space.bottom - space.top - 6);
  const colour = palestTint(space.style.series[0] ?? space.style.accent, space.style.background);
  return bins.flatMap((bin, index) => {
    if (bin.count <= 0) return [];
    // A hair of ground between bins, less where they are slim; a bin with a single draw can still be seen.
    const gap = Math.min(1, (bin.right - bin.left) * 0.12);
    const tall = Math.max(1, height(densities[index] ?? 0));
    return element('rect', {
      x: bin.left + gap / 2,
      y: space.bottom - tall,
      width: Math.max(0.5, bin.right - bin.left - gap),
      height: tall,
      fill: colour,
    });
  });
}

/** The ends of a bin on paper; one of no width (all draws gave one result) is made wide enough to be seen. */
function visibleBin(
  bin: HistogramSpec['bins'][number],
  place: Place,
): { readonly left: number; readonly right: number } {
  const [left, right] = [place(bin.from), place(bin.to)];
  return right > left ? { left, right } : { left: left - 5, right: left + 5 };
}

/** Texts in one row over the plot in the order of their marks, moved apart where they collide and led back to their lines. */
function drawMarkTexts(
  marks: readonly ChartValue[],
  place: Place,
  row: { readonly width: number; readonly lettering: Lettering },
): Drawing {
  if (marks.length === 0) return { marks: [], height: 6 };
  const { lettering } = row;
  const leading = lineHeight(lettering);
  const inOrder = [...marks].sort((a, b) => a.value - b.value);
  const isCrowded = inOrder.reduce((sum, mark) => sum + widest([mark.text], lettering) + labelGap, 0) > row.width;
  const room = isCrowded ? row.width / inOrder.length - labelGap : row.width;
  const texts = inOrder.map((mark) => wrapLabel(mark.text, room, lettering).lines);
  const wanted = inOrder.map((mark, index) => ({ at: place(mark.value), size: widest(texts[index] ?? [], lettering) }));
  const centres = spreadLabels(wanted, { from: 0, to: row.width, gap: labelGap });
  const lineCount = Math.max(...texts.map((lines) => lines.length));
  const textBottom = lineCount * leading + 3;
  const drawn = texts.flatMap((lines, index) => {
    const x = centres[index] ?? 0;
    const { at = x, size = 0 } = wanted[index] ?? {};
    const foot = Math.max(x - size / 2 + 4, Math.min(at, x + size / 2 - 4));
    // Fewer lines than the tallest text: they stand on the same foot.
    const y = (lineCount - lines.length) * leading + leading * 0.8;
    return [
      drawLabel({ lines, x, y, anchor: 'middle', lettering }),
      element('path', {
        d: `M${coordinate(foot)} ${coordinate(textBottom)}L${coordinate(at)} ${coordinate(textBottom + elbow)}`,
        stroke: lettering.colour,
        'stroke-width': 1.25,
        fill: 'none',
      }),
    ];
  });
  return { marks: drawn, height: textBottom + elbow };
}
