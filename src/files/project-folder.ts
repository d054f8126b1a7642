/** Where omkost itself is installed: its templates, its shipped price tables, its version. */
import { fileURLToPath } from 'node:url';

/** Two folders up from here, whether this file runs from `src/` or from `dist/`. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
