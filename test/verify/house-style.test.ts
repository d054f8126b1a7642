/** A note in an organisation's own house style carries that style's texts, and is verified word by word without being given it. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { houseOfTexts } from '../../src/files/read-house.ts';
import { runTemplate } from '../../src/render/templates.ts';
import { builtNotes, verified } from './built.ts';
import { changed, digitOnPage, fileInside } from './tampering.ts';

const long = 'processuelle-netvaerksmoeder';

describe('a note in a house style of its own', () => {
  let own: Uint8Array;

  beforeAll(async () => {
    // A house whose templates print a figure of its own before the chapters.
    const folder = await mkdtemp(join(tmpdir(), 'omkost-house-'));
    await cp('test/fixtures/house-style', folder, { recursive: true });
    const body = await readFile('templates/layouts/omkostningsvurdering/body.hbs', 'utf8');
    await mkdir(join(folder, 'templates', 'layouts', 'omkostningsvurdering'), { recursive: true });
    const ours = `Sagsnummer 2026-4711.\n\n${body}`;
    await writeFile(join(folder, 'templates', 'layouts', 'omkostningsvurdering', 'body.hbs'), ours);
    const theme = await readFile(join(folder, 'theme.yaml'), 'utf8');
    await writeFile(
      join(folder, 'theme.yaml'),
      `${theme.replace(/^footer:.*$/m, '')}\nfooter: Kommunens rapport 12 af 2026\n`,
    );
    [own = new Uint8Array()] = await builtNotes([{ scenario: long, theme: folder }]);
    await rm(folder, { recursive: true });
  });

  test('carries its texts, and is compared word by word without being given it', async () => {
    const { notices, differences, wording, textFigures, follows, files } = await verified(own);
    expect({ notices, differences, wording, follows }).toEqual({
      notices: [],
      differences: [],
      wording: [],
      follows: true,
    });
    expect(textFigures).toBeGreaterThan(30);
    expect(files.map(({ name }) => name).filter((name) => name.startsWith('house-'))).toEqual([
      'house-logo.svg',
      'house-templates-layouts-omkostningsvurdering-body.hbs',
      'house-templates-parts-cover.hbs',
      'house-theme.yaml',
    ]);
  });

  test('is found to be changed where a figure has no name', async () => {
    const forged = await changed(own, (document) => digitOnPage(document, '4711', 3, '2'));
    const { follows, differences } = await verified(forged);
    expect(follows).toBe(false);
    expect(differences).toEqual([expect.objectContaining({ where: 'text', printed: expect.stringContaining('4712') })]);
  });

  test('without its texts says what was not compared and how to give it', async () => {
    const { notices } = await verified(
      await changed(own, (document) =>
        fileInside(document, 'omkost-build.json', (text) => text.replaceAll('"role": "house"', '"role": "prose"')),
      ),
    );
    expect(notices.map(({ message, hint }) => `${message}; ${hint}`)).toEqual([
      expect.stringMatching(/in tables and charts none; name the folder of that house style with --theme/),
    ]);
  });

  test('whose templates use each other in a ring is told', async () => {
    const read = async (name: string) => ({
      path: name,
      text: await readFile(`templates/themes/standard/${name}`, 'utf8'),
    });
    const ring = { path: 'head.hbs', text: '{{> parts/head}}' };
    const texts = {
      'theme.yaml': await read('theme.yaml'),
      'logo.svg': await read('logo.svg'),
      'templates/parts/head.hbs': ring,
    };
    const house = await houseOfTexts(new Map(Object.entries(texts)), 'da');
    expect(() => runTemplate(house.templates, 'parts/head', {}, {})).toThrow('[template-unsafe]');
  });
});
