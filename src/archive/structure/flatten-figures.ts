/**
 * A figure has one alternate text (ISO 14289-1, 7.3). From `<figure>` round a picture Chromium makes a figure in a figure, the outer one
 * without text: it is a mere division.
 */
import { nameOf } from '../names.ts';
import { elementsOf, type Structure, type StructureElement } from './structure.ts';

export function flattenFigures({ document }: Structure): void {
  for (const element of elementsOf(document)) {
    if (element.type !== 'Figure' || element.dict.has(nameOf('Alt'))) continue;
    if (hasFigureInside(element)) element.type = 'Div';
  }
}

function hasFigureInside(figure: StructureElement): boolean {
  return [...elementsOf(figure)].some((inner) => inner !== figure && inner.type === 'Figure');
}
