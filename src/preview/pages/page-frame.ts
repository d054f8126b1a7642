/** What every page of the preview has round it. */
import { escapeHtml } from '../../render/escape.ts';

export interface FramedPage {
  /** Another kind of page in its place is loaded anew; the same kind is brought up to date part by part. */
  readonly kind: 'index' | 'note' | 'missing';
  readonly title: string;
  /** HTML, as are the others. */
  readonly header: string;
  readonly main: string;
}

/** A part of a page that the script keeps up to date. */
export function livePart(id: string, content: string, attributes = ''): string {
  return `<div id="${id}" data-live${attributes}>${content}</div>`;
}

export function framed({ kind, title, header, main }: FramedPage): string {
  return `<!DOCTYPE html>
<html lang="en" data-page="${kind}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/preview.css">
<script src="/preview.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>${header}</header>
<p id="lost" role="alert" hidden>The preview has stopped. Start it again with <code>omkost preview</code>; this page then goes on by itself.</p>
<noscript><p class="notice">Scripts are off: load the page again to see what has changed.</p></noscript>
<main id="main" tabindex="-1">${main}</main>
</body>
</html>
`;
}
