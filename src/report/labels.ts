/** The fixed words of the templates: `templates/<language>/words.yaml`. */
import { z } from 'zod';
import type { Source } from '../problem/source.ts';
import { checkShape } from '../yaml/check-shape.ts';
import { parseYaml } from '../yaml/parse-yaml.ts';

const wordsSchema = z.strictObject({ labels: z.record(z.string(), z.string().min(1)) });

export function parseLabels(source: Source): Readonly<Record<string, string>> {
  return checkShape(parseYaml(source), wordsSchema).value.labels;
}
