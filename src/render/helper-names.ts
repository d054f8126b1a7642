/** The names that a template may call. */

export const helperNames = [
  'section',
  'prose',
  'table',
  'chart',
  'unplaced',
  'ref',
  'amount',
  'drawing',
  'structuredData',
  'contents',
  'lists',
  'chapters',
  'endnotes',
  'stylesheet',
  'themeStyle',
  'logo',
  'link',
] as const;

export type HelperName = (typeof helperNames)[number];

/** Handlebars' own that serve here; `lookup` and `log` do not: a template neither computes names nor talks. */
export const builtInHelpers = ['if', 'unless', 'each', 'with'] as const;
