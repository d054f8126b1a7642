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
  return `${styleOf(theme).all}\n:root { ${styleOf(theme).variables} ${footer} }`;
}

/** The two upright faces that the web page uses, so that the file stays small; and the colours of a dark screen. */
export function webThemeStyle(theme: Theme): string {
  const style = styleOf(theme);
  const { series: _, ...dark } = theme.dark;
  const named = Object.entries(dark).map(([name, value]) => `--dark-${name}: ${value};`);
  return `${style.upright}\n:root { ${style.variables} ${named.join(' ')} }`;
}

interface ThemeStyle {
  /** Half a megabyte of fonts: made once, not once a note. */
  readonly all: string;
  readonly upright: string;
  readonly variables: string;
}

const styles = new WeakMap<Theme, ThemeStyle>();

function styleOf(theme: Theme): ThemeStyle {
  const known = styles.get(theme);
  if (known !== undefined) return known;
  const upright = theme.fonts.filter(
    ({ weight, style }) => style === 'normal' && (weight === '400' || weight === '600'),
  );
  const made = { all: facesOf(theme, theme.fonts), upright: facesOf(theme, upright), variables: variables(theme) };
  styles.set(theme, made);
  return made;
}

function facesOf(theme: Theme, fonts: readonly ThemeFont[]): string {
  return fonts.map((font) => fontFace(theme, font)).join('\n');
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
