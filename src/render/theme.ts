/** A theme: read from its file, checked so that its text can be read, with its fonts and logo at hand. */
import { type Problem, refuseErrors } from '../problem/problem.ts';
import type { Place, Source } from '../problem/source.ts';
import type { ChartColours, ChartStyle } from '../report/charts/chart.types.ts';
import { mix } from '../report/charts/parts/colour.ts';
import type { PublisherView } from '../report/view.types.ts';
import { checkShape } from '../yaml/check-shape.ts';
import { type Located, type Path, parseYaml } from '../yaml/parse-yaml.ts';
import { base64 } from './base64.ts';
import { contrastRatio } from './contrast.ts';
import { darkColoursOf } from './dark-colours.ts';
import { drawingOf, logoFaults } from './logo.ts';
import { type DarkColours, type FontFace, type ThemeColours, type ThemeFile, themeSchema } from './theme-schema.ts';

/** A file that a theme needs. `key` is its name in `ThemeAssets`; without `package` it lies beside the theme. */
export interface ThemeAsset {
  readonly key: string;
  readonly package?: string;
  readonly file: string;
}

/** The files named by `themeAssets`, read: bytes, or bytes already written as base64 (a logo as its SVG text). */
export type ThemeAssets = ReadonlyMap<string, Uint8Array | string>;

export interface ThemeFont {
  readonly weight: string;
  readonly style: 'normal' | 'italic';
  /** `data:font/woff2;base64,…` */
  readonly address: string;
}

export interface Theme {
  readonly name: string;
  readonly publisher?: PublisherView;
  readonly cover: 'full' | 'plain';
  readonly footer?: string;
  /** SVG text, for the cover. */
  readonly logo?: string;
  readonly fontFamily: string;
  readonly fonts: readonly ThemeFont[];
  readonly colours: ThemeColours;
  /** Of the web page on a dark screen. */
  readonly dark: DarkColours;
}

/** Full width of a figure in the printed note (160 mm) in CSS px; the web page scales the drawing. */
const figureWidth = 604;

/** Smallest contrast for text (WCAG 2.2, 1.4.3). */
const leastContrast = 4.5;

/** What must be read from disk before `parseTheme` can be called. */
export function themeAssets(source: Source): readonly ThemeAsset[] {
  const theme = checkShape(parseYaml(source), themeSchema).value;
  const logo = theme.logo === undefined ? [] : [{ key: theme.logo, file: theme.logo }];
  return [...theme.font.faces.map(assetOf), ...logo];
}

/** The theme itself. Everything that is wrong with the file, its colours and its fonts is said at once. */
export function parseTheme(source: Source, assets: ThemeAssets): Theme {
  const located = checkShape(parseYaml(source), themeSchema);
  const file = located.value;
  refuseErrors([...contrastProblems(located), ...assetProblems(located, assets)]);
  const logo = file.logo === undefined ? undefined : assets.get(file.logo);
  return {
    name: file.name,
    ...(file.publisher === undefined ? {} : { publisher: withoutAbsent(file.publisher) }),
    cover: file.cover,
    ...(file.footer === undefined ? {} : { footer: file.footer }),
    ...(logo === undefined ? {} : { logo: drawingOf(textOf(logo)) }),
    fontFamily: file.font.family,
    fonts: file.font.faces.map((face) => ({
      weight: face.weight,
      style: face.style,
      address: `data:font/woff2;base64,${encoded(assets.get(assetOf(face).key))}`,
    })),
    colours: file.colours,
    dark: darkOf(file),
  };
}

function darkOf({ colours, dark = {} }: ThemeFile): DarkColours {
  const given = Object.entries(dark).filter(([, value]) => value !== undefined);
  return darkColoursOf(colours, Object.fromEntries(given));
}

/** The theme as `report/charts/` wants it. */
export function chartStyleOf(theme: Theme): ChartStyle {
  const fontFamily = `'${theme.fontFamily}', sans-serif`;
  return { fontFamily, ...chartColours(theme.colours), dark: chartColours(theme.dark), width: figureWidth };
}

function chartColours({ text, faint, rule, background, series, accent }: DarkColours): ChartColours {
  return { text, faint, grid: rule, background, series, accent };
}

function assetOf(face: FontFace): ThemeAsset {
  if (face.package === undefined) return { key: face.file, file: face.file };
  return { key: `${face.package}/${face.file}`, package: face.package, file: face.file };
}

/** Colours of text and grounds: on paper, or on a dark screen. */
type Palette = Omit<DarkColours, 'series'>;

const readPairs: readonly (readonly [text: keyof Palette, ground: keyof Palette])[] = [
  ['text', 'background'],
  ['text', 'panel'],
  ['faint', 'background'],
  ['faint', 'panel'],
  ['primary', 'background'],
  ['primary', 'panel'],
  ['accent', 'background'],
  ['accent', 'panel'],
];

/** The darkest cell of a table that shades what it compares: so much of `primary` on the paper, in print and on the web page. */
const darkestShade = 0.26;

function contrastProblems(located: Located<ThemeFile>): Problem[] {
  const { colours, dark: own } = located.value;
  const dark = darkOf(located.value);
  const cover = {
    text: 'coverText',
    one: colours.coverText,
    ground: 'coverBackground',
    other: colours.coverBackground,
  };
  // A colour that the theme leaves out is made to be read on the ground that it gives.
  const placeOfDark = (name: string) =>
    located.locate(own === undefined ? ['colours', name] : name in own ? ['dark', name] : ['dark']);
  return [
    ...[...pairsOf(colours), cover].flatMap((pair) =>
      contrastProblem(pair, '', () => located.locate(['colours', pair.text])),
    ),
    ...pairsOf(dark).flatMap((pair) => contrastProblem(pair, 'dark ', () => placeOfDark(pair.text))),
  ];
}

interface ColourPair {
  readonly text: string;
  readonly one: string;
  readonly ground: string;
  readonly other: string;
}

function pairsOf(colours: Palette): readonly ColourPair[] {
  const shaded = mix(colours.background, colours.primary, darkestShade);
  return [
    ...readPairs.map(([text, ground]) => ({ text, one: colours[text], ground, other: colours[ground] })),
    { text: 'text', one: colours.text, ground: 'primary, shaded', other: shaded },
  ];
}

function contrastProblem({ text, one, ground, other }: ColourPair, screen: string, place: () => Place): Problem[] {
  const ratio = contrastRatio(one, other);
  if (ratio >= leastContrast) return [];
  // Cut, not rounded: 4.496 must not be reported as 4.50.
  const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
  return [
    invalid(
      place(),
      `the ${screen}colour “${text}” (${one}) on “${ground}” (${other}) has a contrast of ${shown}:1; text needs ${leastContrast}:1`,
      'make the one darker or the other lighter',
    ),
  ];
}

function assetProblems(located: Located<ThemeFile>, assets: ThemeAssets): Problem[] {
  const { font, logo } = located.value;
  const missing = (path: Path, key: string): Problem[] =>
    assets.has(key) ? [] : [invalid(located.locate(path), `the file “${key}” of the theme was not found`)];
  const drawn = logo === undefined ? undefined : assets.get(logo);
  const faults = drawn === undefined ? [] : logoFaults(textOf(drawn));
  const upright = font.faces.some((face) => face.weight === '400' && face.style === 'normal');
  return [
    ...font.faces.flatMap((face, index) => missing(['font', 'faces', index, 'file'], assetOf(face).key)),
    ...(logo === undefined ? [] : missing(['logo'], logo)),
    ...faults.map((fault) =>
      invalid(
        located.locate(['logo']),
        `the logo “${logo}” ${fault}`,
        'a logo is a plain SVG drawing, its letters turned into paths',
      ),
    ),
    ...(upright ? [] : [invalid(located.locate(['font', 'faces']), 'the theme has no upright face of weight 400')]),
  ];
}

function invalid(place: NonNullable<Problem['place']>, message: string, hint?: string): Problem {
  return { severity: 'error', code: 'theme-invalid', message, place, ...(hint === undefined ? {} : { hint }) };
}

function encoded(asset: Uint8Array | string | undefined): string {
  return typeof asset === 'string' ? asset : base64(asset ?? new Uint8Array());
}

function textOf(asset: Uint8Array | string): string {
  return typeof asset === 'string' ? asset : new TextDecoder().decode(asset);
}

/** zod writes an absent key as `undefined`, which a view must not hold: a template would see a name without a value. */
function withoutAbsent(publisher: NonNullable<ThemeFile['publisher']>): PublisherView {
  const { name, addressLines, ...rest } = publisher;
  const present = Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { name, addressLines, ...Object.fromEntries(present) };
}
