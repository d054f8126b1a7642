/**
 * A figure holds its whole drawing and says where it stands (ISO 14289-1, 7.1 and 7.3; ISO 32000-1, 14.8.5.4.3: BBox). Chromium tags only
 * the words of a drawing; its lines and areas would be artifacts, as if they were decoration, and nobody could tell where the figure ends.
 */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { nameOf } from '../names.ts';
import { latin1, type PdfFile } from '../pdf-file.ts';
import { contentOf, elementsOf, type Structure, type StructureElement } from '../structure/structure.ts';
import { type DrawnObject, type MarkedSequence, nameSequence, type PageContent } from './page-content.ts';
import { type Area, type Clip, type Painted, visitPainted } from './painted-areas.ts';

export function tagDrawings(pdf: PdfFile, { document }: Structure, pages: readonly PageContent[]): void {
  const figures = [...elementsOf(document)].filter(({ type }) => type === 'Figure');
  for (const page of pages) {
    const here = figures.filter((figure) => pageOf(figure) === page.ref);
    if (here.length > 0) tagOn(pdf, page, here);
  }
}

/** None of a figure on two pages: it has no one area. */
function pageOf(figure: StructureElement): PDFRef | undefined {
  const [page, ...others] = new Set([...contentOf(figure)].map((item) => item.page));
  return others.length === 0 ? page : undefined;
}

function tagOn(pdf: PdfFile, page: PageContent, figures: readonly StructureElement[]): void {
  const paintings = paintingsOn(page);
  for (const figure of figures) {
    const ids = new Set([...contentOf(figure)].map(({ id }) => id));
    const own = paintings.filter(({ id }) => id !== undefined && ids.has(id));
    const others = paintings.filter(
      ({ id, object }) => !own.some((each) => each.id === id) && object?.kind !== 'graphics',
    );
    const frame = frameOf(own, others);
    setArea(pdf, page, figure, frame?.area ?? areaOfPictures(page, own));
    if (frame === undefined) continue;
    const lines = paintings.filter(({ object, painted }) => object?.kind === 'graphics' && isIn(painted.clip, frame));
    figure.kids.unshift(...lines.flatMap(({ object }) => (object === undefined ? [] : [nameSequence(page, object)])));
  }
}

/** What is painted, with the marked sequence it belongs to, or the object that belongs to none. */
interface Painting {
  readonly painted: Painted;
  readonly id: number | undefined;
  readonly object: DrawnObject | undefined;
}

function paintingsOn({ bytes, sequences, unmarked }: PageContent): readonly Painting[] {
  const marked = [...sequences].sort(([, one], [, other]) => one.bodyStart - other.bodyStart);
  const objects = new Map(unmarked.map((object) => [object.end, object]));
  const paintings: Painting[] = [];
  let next = 0;
  visitPainted(bytes, (painted) => {
    while (next < marked.length && painted.start >= endOf(marked[next])) next += 1;
    const [id, sequence] = marked[next] ?? [];
    const isMarked = sequence !== undefined && painted.start >= sequence.bodyStart;
    paintings.push({ painted, id: isMarked ? id : undefined, object: isMarked ? undefined : objects.get(painted.end) });
  });
  return paintings;
}

function endOf(marked: readonly [number, MarkedSequence] | undefined): number {
  return marked?.[1].bodyEnd ?? 0;
}

/** The narrowest clip round all of a figure's content and nothing else: that of its drawing, which Chromium cuts off at its edges. */
function frameOf(own: readonly Painting[], others: readonly Painting[]): Clip | undefined {
  const [first, ...further] = own.map(({ painted }) => painted.clip);
  for (let clip = first; clip !== undefined; clip = clip.outer) {
    const frame = clip;
    if (!further.every((each) => isIn(each, frame))) continue;
    return others.some(({ painted }) => isIn(painted.clip, frame)) ? undefined : frame;
  }
  return undefined;
}

/** Chromium sets the same clip again and again: the same is one with the same edges. */
function isIn(clip: Clip | undefined, frame: Clip): boolean {
  for (let each = clip; each !== undefined; each = each.outer) {
    if (each.area.every((side, place) => side === frame.area[place])) return true;
  }
  return false;
}

/** Of a figure that is nothing but pictures. */
function areaOfPictures({ page, bytes }: PageContent, own: readonly Painting[]): Area | undefined {
  const pictures = page.lookup(PDFName.Resources, PDFDict).lookupMaybe(PDFName.XObject, PDFDict);
  const isPicture = ({ operator, start, end }: Painted) => {
    const name = /^\/(\S+) Do$/.exec(latin1(bytes, start, end))?.[1];
    const drawn = operator === 'Do' && name !== undefined ? pictures?.lookup(nameOf(name)) : undefined;
    return drawn instanceof PDFRawStream && drawn.dict.get(nameOf('Subtype')) === nameOf('Image');
  };
  if (own.length === 0 || !own.every(({ painted }) => isPicture(painted))) return undefined;
  const areas = own.map(({ painted }) => painted.unitSquare());
  const side = (place: 0 | 1 | 2 | 3) => areas.map((area) => area[place]);
  return [Math.min(...side(0)), Math.min(...side(1)), Math.max(...side(2)), Math.max(...side(3))];
}

/** Not of what has no extent. */
function setArea(
  { context }: PdfFile,
  { page }: PageContent,
  { dict }: StructureElement,
  area: Area | undefined,
): void {
  const sheet = page
    .lookup(nameOf('MediaBox'), PDFArray)
    .asArray()
    .map((side) => (side instanceof PDFNumber ? side.asNumber() : 0));
  const inside = area?.map((side, place) => (place < 2 ? Math.max : Math.min)(side, sheet[place] ?? side)) ?? [];
  const [left = 0, bottom = 0, right = 0, top = 0] = inside;
  if (left >= right || bottom >= top) return;
  const layout = context.obj({ O: 'Layout', BBox: inside.map((side) => Math.round(side * 100) / 100) });
  const attributes = dict.lookup(nameOf('A'));
  if (attributes instanceof PDFArray) attributes.push(layout);
  else dict.set(nameOf('A'), context.obj(attributes instanceof PDFDict ? [attributes, layout] : [layout]));
}
