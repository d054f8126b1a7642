/** Every table and figure of a note says what it shows, in what unit, what to know about it, and where its figures come from. */
import { expect, test } from 'vitest';
import { noteOf, scenarioText } from '../web/pages.ts';

const withoutPrice = 'notPriced:\n  - { name: Lokaler, reason: De er der i forvejen. }\n';

/** HTML of each table and figure, by its title. */
function exhibits(html: string): ReadonlyMap<string, string> {
  const starts = /<(?:div class="table-block|figure)/;
  const blocks = html.split(starts).slice(1);
  return new Map(
    blocks.map((block) => [/class="caption-title">(.*?)(?: <span|<\/span>)/.exec(block)?.[1] ?? '', block]),
  );
}

test.each(['the short note', 'the assessment', 'the note with all analyses'] as const)('those of %s', async (name) => {
  const text = await scenarioText(name);
  const { html } = await noteOf(/^notPriced:/m.test(text) ? text : `${text}\n${withoutPrice}`);
  const found = exhibits(html);
  expect([...found.keys()]).toContain('Ressourcer, der er nævnt, men ikke medregnet');
  expect(found.size).toBeGreaterThan(3);
  const own = ['class="label">', 'class="unit">', '>Anm.:<', '>Kilde:<'];
  const lacking = [...found].flatMap(([title, block]) =>
    own.filter((part) => !block.includes(part)).map((part) => `${title}: ${part}`),
  );
  expect(lacking).toEqual([]);
});
