/** Web pages to look at: those of the shipped notes, of one with all analyses, and of one where everything is as wide as it can be. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readHouse } from '../../src/files/read-house.ts';
import { composeAnthology, composeNote, type Note, readNote } from '../../src/index.ts';
import { renderSummaryPage } from '../../src/render/page.ts';
import { checkedAnthology } from '../../src/scenario/anthology/parse.ts';
import { root } from '../cli/program.ts';
import { hostile, hostileTexts } from '../fixtures/hostile-view.ts';
import { assessmentTexts, assessmentView } from '../fixtures/view.ts';
import { proseFrom } from '../render/shipped-templates.ts';

const scenarios = {
  'the short note': 'scenarios/inddragende-netvaerksmoeder.yaml',
  'the assessment': 'scenarios/processuelle-netvaerksmoeder.yaml',
  'the note with all analyses': 'test/fixtures/analyses.yaml',
} as const;

const foreword = `Kommunen har regnet på to indsatser[^1]. Den ene koster {{brief.total}}, se {{ref tables.comparison}}.

[^1]: Den anden {{anthology-chapter.total.exact}}.

## Hvordan bogen læses

- Hvert kapitel står for sig.
`;

/** An anthology with a foreword: one whose amounts can be compared, or one in English that has everything a note can have. */
export async function anthologyPage(language: 'da' | 'en'): Promise<string> {
  const fixture = (name: string) => readFile(join(root, 'test', 'fixtures', `${name}.yaml`), 'utf8');
  const reading = await fixture('english');
  const [names, texts] =
    language === 'da'
      ? [
          ['brief', 'anthology-chapter'],
          [await fixture('brief'), await fixture('anthology-chapter')],
        ]
      : [
          ['one', 'other'],
          [reading, reading.replace('intervention: supervised', 'intervention: other supervised')],
        ];
  const chapters = await Promise.all(
    texts.map((text, index) =>
      readNote({
        scenario: { text, name: names[index] ?? '' },
        workingFolder: join(root, 'scenarios'),
        issued: '2026-11-22',
      }),
    ),
  );
  const written = JSON.stringify(
    language === 'da' ? foreword : 'The first costs {{one.total}}[^a].\n\n[^a]: Rounded.\n',
  );
  const text = `title: Families\nsubtitle: What they cost\nforeword: ${written}\nchapters: [${names.join(', ')}]\n`;
  const file = { checked: checkedAnthology({ path: 'families.yaml', text }), prose: new Map() };
  return composeAnthology({ name: 'families', file, chapters }).summaryPage;
}

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
  pages.set('an anthology', await anthologyPage('da'));
  return pages;
}
