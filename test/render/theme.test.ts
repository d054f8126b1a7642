/** Theme files: colours that can be read, files that are there, fonts brought along. */
import { expect, test } from 'vitest';
import { UserError } from '../../src/problem/problem.ts';
import { base64 } from '../../src/render/base64.ts';
import { contrastRatio } from '../../src/render/contrast.ts';
import { chartStyleOf, parseTheme, themeAssets } from '../../src/render/theme.ts';
import { printThemeStyle, webThemeStyle } from '../../src/render/theme-style.ts';
import { shipped, theme } from './shipped-templates.ts';

const standard = shipped('themes/standard/theme.yaml');

function problemsWith(change: (text: string) => string, isComplete = true) {
  const source = { ...standard, text: change(standard.text) };
  const drawing = '<svg viewBox="0 0 8 8"></svg>';
  return problemsOf(() => {
    const found = themeAssets(source).map(({ key }) => [key, key.endsWith('.svg') ? drawing : 'AQID'] as const);
    parseTheme(source, new Map(isComplete ? found : []));
  });
}

function problemsOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error.problems;
    throw error;
  }
  return [];
}

test('black on white has a contrast of 21, a colour on itself 1', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastRatio('#a8481f', '#a8481f')).toBe(1);
});

test('text that is too faint is refused with its ratio and its place', () => {
  const [problem] = problemsWith((text) => text.replace('faint: "#566168"', 'faint: "#8a9499"'));
  expect(problem?.code).toBe('theme-invalid');
  expect(problem?.message).toMatch(/contrast of 3\.\d\d:1; text needs 4\.5:1/);
  expect(problem?.place?.source.text.split('\n')[(problem.place.line ?? 0) - 1]).toContain('faint:');
});

test.each([
  ['faint', '“panel”'],
  ['accent', '“panel”'],
])('“%s” is looked at on %s too', (name, ground) => {
  // Dark enough for white paper, not for a grey panel.
  const faded = (text: string) =>
    text.replace(/panel: "#\w+"/, 'panel: "#d4d4d4"').replace(new RegExp(`${name}: "#\\w+"`), `${name}: "#707070"`);
  expect(problemsWith(faded).map(({ message }) => message)).toContainEqual(
    expect.stringMatching(new RegExp(`“${name}” .* on ${ground} .* contrast of 3\\.\\d\\d:1`)),
  );
});

test('text is looked at on the darkest cell of a shaded table', () => {
  const grey = (text: string) =>
    text.replace(/ text: "#\w+"/, ' text: "#6a6a6a"').replace(/panel: "#\w+"/, 'panel: "#ffffff"');
  expect(problemsWith(grey).map(({ message }) => message)).toEqual([expect.stringContaining('“primary, shaded”')]);
});

test.each(['standard', 'agency'])('every text of the shipped theme “%s” can be read', (name) => {
  const source = shipped(`themes/${name}/theme.yaml`);
  const found = themeAssets(source).map(
    ({ key }) => [key, key.endsWith('.svg') ? '<svg viewBox="0 0 8 8"></svg>' : 'AQID'] as const,
  );
  expect(problemsOf(() => parseTheme(source, new Map(found)))).toEqual([]);
});

test('a file that was not found is refused where it is named', () => {
  expect(problemsWith((text) => text, false)).toHaveLength(5);
});

test('a file outside the theme’s folder and a colour that is none are refused', () => {
  expect(problemsWith((text) => text.replace('logo: logo.svg', 'logo: ../logo.svg'))).toHaveLength(1);
  expect(problemsWith((text) => text.replace('"#1c2429"', 'red; } body {'))).not.toHaveLength(0);
});

test('a logo that is more than a drawing is refused where it is named, with what was found', () => {
  const logo = '<svg viewBox="0 0 8 8"><script>alert(1)</script><path onclick="x()" d=""/></svg>';
  const assets = new Map(themeAssets(standard).map(({ key }) => [key, key === 'logo.svg' ? logo : 'AQID']));
  expect(problemsOf(() => parseTheme(standard, assets))).toMatchObject([
    { code: 'theme-invalid', message: 'the logo “logo.svg” holds <script>', place: { line: 5 } },
    { code: 'theme-invalid', message: 'the logo “logo.svg” holds the event handler “onclick”' },
  ]);
});

test('the theme names the files it needs, with the package they come from', () => {
  const assets = themeAssets(standard);
  expect(assets.at(-1)).toEqual({ key: 'logo.svg', file: 'logo.svg' });
  expect(assets[0]).toMatchObject({ package: 'source-sans', file: 'WOFF2/TTF/SourceSans3-Light.ttf.woff2' });
});

test('fonts are brought along as data', () => {
  const css = printThemeStyle(theme, { running: 'A "B" </style>', page: 'Side', of: 'af' });
  expect(css.match(/@font-face/g)).toHaveLength(4);
  expect(css).toContain('url("data:font/woff2;base64,AQID")');
  expect(css).not.toContain('</style');
});

test('the web page brings two of them', () => {
  expect(webThemeStyle(theme).match(/@font-face/g)).toHaveLength(2);
});

test('base64 is right for any number of bytes', () => {
  const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => index % 256);
  expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
});

test('charts get the theme’s colours and the full width of a figure', () => {
  expect(chartStyleOf(theme)).toMatchObject({
    fontFamily: "'Source Sans 3', sans-serif",
    width: 604,
    accent: '#a8481f',
  });
});

test('on a dark screen a theme has its own colours, and makes the others from those of paper', () => {
  const css = webThemeStyle(theme);
  expect(css).toContain('--dark-primary: #8fd0dc;');
  // The accent is not given: that of paper, #a8481f, taken towards white.
  const accent = /--dark-accent: (#[0-9a-f]{6});/.exec(css)?.[1] ?? '#000000';
  expect(contrastRatio(accent, theme.dark.panel)).toBeGreaterThanOrEqual(5);
  expect(chartStyleOf(theme).dark.background).toBe('#12191c');
});

test('dark colours that cannot be read are refused: at the one that is given, or at the ground it is read on', () => {
  const faint = problemsWith((text) => text.replace('faint: "#a9b6bb"', 'faint: "#4b5a60"'));
  expect(faint.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /the dark colour “faint” \(#4b5a60\) on “background” \(#12191c\) has a contrast of 2\.\d\d:1/,
    ),
    expect.stringMatching(/on “panel”/),
  ]);
  const all = problemsWith((text) => text.replace('background: "#12191c"', 'background: "#f2f2f2"'));
  const accent = all.find(({ message }) => message.startsWith('the dark colour “accent”'));
  expect(accent?.place?.line).toBeGreaterThan(standard.text.split('\n').indexOf('dark:'));
});
