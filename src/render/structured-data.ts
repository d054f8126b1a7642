/** What search engines and catalogues read of a web page: a schema.org description, which no browser runs. */
import type { NoteView, PublisherView, SourceView } from '../report/view.types.ts';
import { jsonForHtml } from './escape.ts';

/** The `<script>` element with the description; it holds data, and the page's policy lets nothing run. */
export function structuredDataOf(view: NoteView, pdfHref: string): string {
  return `<script type="application/ld+json">${jsonForHtml(descriptionOf(view, pdfHref))}</script>`;
}

function descriptionOf(view: NoteView, pdfHref: string): object {
  const { publisher, sources } = view;
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    name: view.title,
    ...(view.subtitle !== undefined && { alternativeHeadline: view.subtitle }),
    description: view.abstract,
    inLanguage: view.locale,
    datePublished: view.issuedIso,
    ...(view.keywords.length > 0 && { keywords: view.keywords.join(', ') }),
    publisher: organisation(publisher),
    author: publisher.authorUnit === undefined ? organisation(publisher) : named('Organization', publisher.authorUnit),
    ...(publisher.isbn !== undefined && { identifier: `ISBN ${publisher.isbn}` }),
    ...(publisher.licence !== undefined && { copyrightNotice: publisher.licence }),
    encoding: {
      '@type': 'MediaObject',
      contentUrl: pdfHref,
      encodingFormat: 'application/pdf',
      inLanguage: view.locale,
    },
    hasPart: headlineData(view),
    ...(sources.length > 0 && { isBasedOn: sources.map(work) }),
  };
}

function named(type: string, name: string): object {
  return { '@type': type, name };
}

function organisation({ name, email, phone, webHref }: PublisherView): object {
  return {
    ...named('Organization', name),
    ...(webHref !== undefined && { url: webHref }),
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { telephone: phone }),
  };
}

/** The headline figures as they are printed: a rounded figure is not given more digits here than in the note. */
function headlineData(view: NoteView): object {
  return {
    ...named('Dataset', `${view.title}: ${view.labels.headlines ?? ''}`),
    description: view.sentences.result ?? view.abstract,
    variableMeasured: view.headlines.map(({ label, figure }) => ({ ...named('PropertyValue', label), value: figure })),
  };
}

function work({ text, href }: SourceView): object {
  return { ...named('CreativeWork', text), ...(href !== undefined && { url: href }) };
}
