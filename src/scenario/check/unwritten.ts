/** Marks of what is still to be written in the scenario itself; its prose, which may stand in files, is looked at where it is read. */
import { type Path, placeInScalar } from '../../yaml/parse-yaml.ts';
import { placeholders } from '../placeholders.ts';
import type { Findings } from './report.ts';

export function checkUnwritten({ located, problems }: Findings): void {
  const look = (value: unknown, path: Path): void => {
    if (isProse(path)) return;
    if (typeof value === 'string') {
      const placeOf = (offset: number, length: number) => placeInScalar(located, path, offset, length);
      problems.push(...placeholders(value, placeOf));
    } else if (Array.isArray(value)) value.forEach((item, place) => void look(item, [...path, place]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) look(item, [...path, key]);
  };
  look(located.value, []);
}

/** `text.summary`, `text.sections[0].text` */
function isProse([section, slot, , key]: Path): boolean {
  return section === 'text' && slot !== undefined && (slot !== 'sections' || key === 'text');
}
