/** Boxes in the author's text: “::: box Title {#name}” to “:::”, numbered through the note. */
import type { Token } from 'markdown-it';
import { anchorAtEnd } from './anchors.ts';
import { escapeHtml } from './escape.ts';

/** What stands after the colons: `box` in every language, or its Danish name. */
export const boxOpening = /^bo(?:x|ks)(?=\s|$)/;

/** Takes a box into the note; the label is “Boks 1”. */
export type BoxHook = (title: string, name: string | undefined) => { readonly id: string; readonly label: string };

/** Opens and closes the boxes as HTML; `inline` makes HTML of a title. */
export function placeBoxes(tokens: readonly Token[], hook: BoxHook, inline: (title: string) => string): void {
  for (const token of tokens) {
    if (token.type === 'container_box_open') {
      const shown = inline(boxTitle(token.info));
      const { id, label } = hook(plain(shown), anchorAtEnd.exec(token.info)?.[1]);
      token.content = `<div class="text-box" role="group" aria-labelledby="${id}-title" id="${id}">\n<p class="box-title" id="${id}-title"><span class="label">${escapeHtml(label)} </span>${shown}</p>\n`;
      token.type = 'html_block';
    }
    if (token.type === 'container_box_close') Object.assign(token, { type: 'html_block', content: '</div>\n' });
  }
}

/** The title of an opening line, as Markdown: “box Title {#name}” → “Title”. */
export function boxTitle(info: string): string {
  return info.trim().replace(boxOpening, '').replace(anchorAtEnd, '').trim();
}

/** For lists, which escape it again. */
function plain(html: string): string {
  const signs: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  return html.replace(/<[^>]+>/g, '').replace(/&(?:lt|gt|quot|amp);/g, (sign) => signs[sign] ?? sign);
}
