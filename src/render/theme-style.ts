/** A theme as CSS: its fonts, its colours as custom properties, and the words of the page footers. */
import { cssString } from './escape.ts';
import type { Theme, ThemeFont } from './theme.ts';

export interface FooterWords {
  /** The line at the left foot of a page. */
  readonly running: string;
  /** “Side” */
  readonly page: string;
  /** “af” */
  readonly of: string;
}

/** All faces, for print. Margin boxes cannot take text from the page, so their words are custom properties too. */
export function printThemeStyle(theme: Theme, words: FooterWords): string {
  const footer = `--running: ${cssString(words.running)}; --page-word: ${cssString(`${words.page}\u00a0`)}; --of-word: ${cssString(`\u00a0${words.of}\u00a0`)};`;
  return `${theme.fonts.map((font) => fontFace(theme, font)).join('\n')}\n:root { ${variables(theme)} ${footer} }`;
}

/** The two upright faces that the web page uses, so that the file stays small. */
export function webThemeStyle(theme: Theme): string {
  const used = theme.fonts.filter(({ weight, style }) => style === 'normal' && (weight === '400' || weight === '600'));
  return `${used.map((font) => fontFace(theme, font)).join('\n')}\n:root { ${variables(theme)} }`;
}

function fontFace(theme: Theme, font: ThemeFont): string {
  const name = cssString(theme.fontFamily);
  return `@font-face { font-family: ${name}; font-weight: ${font.weight}; font-style: ${font.style}; src: url("${font.address}") format("woff2"); }`;
}

function variables(theme: Theme): string {
  const { coverShades, series, ...single } = theme.colours;
  const named = Object.entries(single).map(([name, value]) => `--${kebab(name)}: ${value};`);
  const shades = coverShades.map((value, index) => `--cover-shade-${index + 1}: ${value};`);
  const fills = series.map((value, index) => `--series-${index + 1}: ${value};`);
  return [`--font: ${cssString(theme.fontFamily)}, sans-serif;`, ...named, ...shades, ...fills].join(' ');
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
