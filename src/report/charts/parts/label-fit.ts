/** Where text fits: its estimated width, its lines, and places that keep labels apart. */
import { glyphWidth } from './glyph-widths.ts';
import type { Lettering } from './lettering.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Semibold runs 3–4 pct. wider than Regular; the rest is a margin for kerning and rounding. */
const boldStretch = 1.05;
const margin = 1.02;

/** Estimated width of one line, never less than what is printed. */
export function textWidth(text: string, lettering: Lettering): number {
  let ems = 0;
  for (const character of text) ems += glyphWidth(character);
  return ems * lettering.size * lettering.stretch * margin * (lettering.weight === 600 ? boldStretch : 1);
}

export function widest(texts: readonly string[], lettering: Lettering): number {
  return texts.reduce((width, text) => Math.max(width, textWidth(text, lettering)), 0);
}

export interface Wrapped {
  readonly lines: readonly string[];
  /** True where a word had to be cut because it is wider than the space. */
  readonly cut: boolean;
}

/**
 * Lines no wider than `room`: broken at spaces, then at soft hyphens and after hyphens, and only then inside a word. The lines
 * are made about equally long, so that no word is left alone where it need not be.
 */
export function wrapLabel(text: string, room: number, lettering: Lettering): Wrapped {
  let best = fillLines(text, room, lettering);
  if (best.lines.length < 2) return best;
  for (const share of [0.9, 0.8, 0.7, 0.6, 0.5]) {
    const narrower = fillLines(text, room * share, lettering);
    if (narrower.lines.length > best.lines.length || (narrower.cut && !best.cut)) break;
    best = narrower;
  }
  return best;
}

function fillLines(text: string, room: number, lettering: Lettering): Wrapped {
  const lines: string[] = [];
  let cut = false;
  let line = '';
  const fits = (candidate: string): boolean => textWidth(candidate, lettering) <= room;
  for (const word of text.split(/[ \t\r\n]+/).filter((part) => part !== '')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    const broken = fits(word) ? { pieces: [word], cut: false } : breakWord(word, fits);
    cut ||= broken.cut;
    lines.push(...broken.pieces.slice(0, -1));
    line = broken.pieces.at(-1) ?? '';
  }
  if (line !== '') lines.push(line);
  return { lines: lines.map((each) => each.replaceAll('\u00ad', '')), cut };
}

/** A word wider than the space, in pieces; the last piece is open for what follows. */
function breakWord(
  word: string,
  fits: (text: string) => boolean,
): { readonly pieces: string[]; readonly cut: boolean } {
  const pieces: string[] = [];
  let cut = false;
  let piece = '';
  for (const part of word.split(/(?<=[\u00ad-])/)) {
    if (piece !== '' && !fits(withHyphen(piece + part))) {
      pieces.push(withHyphen(piece));
      piece = '';
    }
    for (const character of part) {
      if (piece !== '' && !fits(`${piece}${character}-`)) {
        pieces.push(withHyphen(piece));
        piece = '';
        cut = true;
      }
      piece += character;
    }
  }
  return { pieces: [...pieces, piece], cut };
}

function withHyphen(piece: string): string {
  const bare = piece.replace(/\u00ad$/, '');
  return bare.endsWith('-') ? bare : `${bare}-`;
}

export function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/**
 * Centres for labels in a row or a column: in their order, not overlapping, inside [from, to], as near to where they belong as that
 * allows. Neighbours that collide are pooled into one block and centred together (pool adjacent violators).
 */
export function spreadLabels(
  wanted: readonly { readonly at: number; readonly size: number }[],
  space: { readonly from: number; readonly to: number; readonly gap: number },
): number[] {
  type Block = { start: number; length: number; readonly members: number[] };
  const blocks: Block[] = [];
  const settle = (block: Block): void => {
    // Where each member would have the block start, averaged; then kept inside the space.
    let offset = 0;
    let sum = 0;
    for (const member of block.members) {
      const { at = 0, size = 0 } = wanted[member] ?? {};
      sum += at - (offset + size / 2);
      offset += size + space.gap;
    }
    block.length = offset - space.gap;
    block.start = Math.max(space.from, Math.min(sum / block.members.length, space.to - block.length));
  };
  wanted.forEach((_, index) => {
    let block: Block = { start: 0, length: 0, members: [index] };
    settle(block);
    for (let before = blocks.at(-1); before !== undefined && before.start + before.length + space.gap > block.start; ) {
      block = { start: 0, length: 0, members: [...before.members, ...block.members] };
      settle(block);
      blocks.pop();
      before = blocks.at(-1);
    }
    blocks.push(block);
  });
  return blocks.flatMap((block) => {
    let cursor = block.start;
    return block.members.map((member) => {
      const size = wanted[member]?.size ?? 0;
      const centre = cursor + size / 2;
      cursor += size + space.gap;
      return centre;
    });
  });
}
