/** What programs read of a web page, and that the page says what the note says. */
import { describe, expect, test } from 'vitest';
import { noteOf, scenarioText } from './pages.ts';

const assessment = await noteOf(await scenarioText('the assessment'));

/** The descriptions of a page for search engines; throws where one is not JSON. */
function descriptions(html: string): Record<string, unknown>[] {
  return [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)].map(([, attributes, text = '']) => {
    expect(attributes).toBe(' type="application/ld+json"');
    return JSON.parse(text);
  });
}

function meta(html: string, property: string): string | undefined {
  return new RegExp(`<meta property="${property}" content="([^"]*)">`).exec(html)?.[1];
}

describe('the description for search engines', () => {
  const [description, ...others] = descriptions(assessment.summaryPage);

  test('says what the publication is, by whom, when, in what language, and where the PDF is', () => {
    expect(others).toEqual([]);
    expect(description).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Report',
      name: 'Omkostningsvurdering af processuelle netværksmøder',
      description: expect.stringContaining('Efterberegning af'),
      inLanguage: 'da-DK',
      datePublished: '2026-11',
      publisher: { '@type': 'Organization', name: 'omkost' },
      author: { '@type': 'Organization', name: 'omkost-projektet' },
      encoding: { '@type': 'MediaObject', contentUrl: 'note.pdf', encodingFormat: 'application/pdf' },
    });
  });

  test('gives the headline figures as they are printed', () => {
    expect(description?.hasPart).toMatchObject({
      '@type': 'Dataset',
      variableMeasured: expect.arrayContaining([
        { '@type': 'PropertyValue', name: 'Samlede omkostninger', value: 'ca.\u00a03,5\u00a0mio.\u00a0kr.' },
      ]),
    });
  });

  test('names the sources that the figures rest on', () => {
    const works = assessment.view.sources.map(({ text, href }) => ({
      '@type': 'CreativeWork',
      name: text,
      ...(href !== undefined && { url: href }),
    }));
    expect(works.length).toBeGreaterThan(0);
    expect(description?.isBasedOn).toEqual(works);
  });

  test('cannot be left by any text in it', async () => {
    const hostile = '</script><script>alert(1)</script><!-- ]]> \u2028 "\' \\ &';
    const text = (await scenarioText('the assessment')).replace(/^title: .*$/m, `title: ${JSON.stringify(hostile)}`);
    const { summaryPage } = await noteOf(text);
    expect(descriptions(summaryPage)).toMatchObject([{ name: hostile }]);
    expect(summaryPage.match(/<script/g)).toHaveLength(1);
    expect(summaryPage).toContain("default-src 'none'");
  });
});

test('a link to the page is shown with title, abstract, language and publisher', () => {
  const { summaryPage, view } = assessment;
  expect(meta(summaryPage, 'og:title')).toBe(view.title);
  expect(meta(summaryPage, 'og:description')).toBe(view.abstract);
  expect(meta(summaryPage, 'og:type')).toBe('article');
  expect(meta(summaryPage, 'og:locale')).toBe('da_DK');
  expect(meta(summaryPage, 'og:site_name')).toBe('omkost');
  expect(meta(summaryPage, 'article:published_time')).toBe('2026-11');
});

test('the page carries everything with it', () => {
  const addresses = [...assessment.summaryPage.matchAll(/(?:\ssrc=|url\()["']?([^"')\s]+)/g)].map(([, url]) => url);
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter((url) => !url?.startsWith('data:'))).toEqual([]);
  expect(assessment.summaryPage.match(/<svg[^>]* role="img"/g)).toHaveLength(3);
});

/** Paragraphs of the text with plain spaces, and without the places where print may break a word. */
function paragraphs(html: string): string[] {
  const text = (inner: string) =>
    inner
      .replace(/<[^>]+>|\u00ad/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  return [...html.matchAll(/<p(?: class="note")?>([\s\S]*?)<\/p>/g)].map(([, inner = '']) => text(inner));
}

describe('the paragraphs of the page stand in the note, word for word', () => {
  test.each(['the assessment', 'the note with all analyses'] as const)('of %s', async (name) => {
    const { html, summaryPage } = await noteOf(await scenarioText(name));
    const body = summaryPage.slice(summaryPage.indexOf('id="om-omkostningsvurderingen"'), summaryPage.indexOf('<dl'));
    const told = paragraphs(body);
    expect(told.some((sentence) => sentence.startsWith('Beregningen dækker'))).toBe(true);
    expect(told.filter((sentence) => !paragraphs(html).includes(sentence))).toEqual([]);
  });

  test('also where the author has written both summary and results', async () => {
    const own = 'text:\n  results: Det koster {{total}}\n';
    const { html, summaryPage } = await noteOf((await scenarioText('the assessment')).replace(/^text:\n/m, own));
    for (const page of [html, summaryPage]) expect(page).not.toContain('Beregningen dækker');
    expect(summaryPage).toContain('En kommune, der vil arbejde med processuelle netværksmøder, skal regne med');
  });
});
