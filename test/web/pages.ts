/** Web pages to look at: those of the shipped notes, of one with all analyses, and of one where everything is as wide as it can be. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readHouse } from '../../src/files/read-house.ts';
import { composeAnthology, composeNote, type Note, readNote } from '../../src/index.ts';
import { renderSummaryPage } from '../../src/render/page.ts';
import { root } from '../cli/program.ts';
import { hostile, hostileTexts } from '../fixtures/hostile-view.ts';
import { readAnthology } from '../fixtures/read-anthology.ts';
import { assessmentTexts, assessmentView } from '../fixtures/view.ts';
import { proseFrom } from '../render/shipped-templates.ts';

const scenarios = {
  'the short note': 'scenarios/inddragende-netvaerksmoeder.yaml',
  'the assessment': 'scenarios/processuelle-netvaerksmoeder.yaml',
  'the note with all analyses': 'test/fixtures/analyses.yaml',
} as const;

/** The note of a scenario's text, as if it lay among the shipped ones. */
export async function noteOf(text: string): Promise<Note> {
  const workingFolder = join(root, 'scenarios');
  return composeNote(await readNote({ scenario: { text, name: 'note' }, workingFolder, issued: '2026-11-22' }));
}

export async function scenarioText(name: keyof typeof scenarios): Promise<string> {
  return readFile(join(root, scenarios[name]), 'utf8');
}

/** HTML by what it is the page of. */
export async function webPages(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>();
  for (const name of Object.keys(scenarios) as (keyof typeof scenarios)[]) {
    pages.set(name, (await noteOf(await scenarioText(name))).summaryPage);
  }
  const { templates, theme, labels } = await readHouse({ language: 'da' });
  const view = assessmentView(labels);
  const placed = { ...assessmentTexts, intervention: `${assessmentTexts.intervention}\n\n{{tables.sensitivity}}\n` };
  pages.set('a text with a table in it', renderSummaryPage(view, proseFrom(placed), templates, theme, 'a.pdf'));
  const wide = proseFrom(hostileTexts(placed));
  pages.set('the widest of all', renderSummaryPage(hostile(view), wide, templates, theme, 'a.pdf'));
  pages.set('an anthology', composeAnthology(await readAnthology('families')).summaryPage);
  return pages;
}
