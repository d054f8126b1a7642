/** The shipped language, for tests of the report. */
import { readFileSync } from 'node:fs';
import { type Language, parseLanguage } from '../../src/report/language.ts';

const path = 'templates/da/language.yaml';

export const danish: Language = parseLanguage({ path, text: readFileSync(path, 'utf8') });
