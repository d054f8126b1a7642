/** The parts used of the package `hyphen`, which brings no types. */
declare module 'hyphen' {
  /** Patterns of one language, as TeX has them. */
  export type HyphenationPatterns = { readonly [part: string]: unknown };
  interface Options {
    readonly hyphenChar?: string;
    readonly minWordLength?: number;
  }
  export default function createHyphenator(patterns: HyphenationPatterns, options?: Options): (text: string) => string;
}

declare module 'hyphen/patterns/*.js' {
  import type { HyphenationPatterns } from 'hyphen';

  const patterns: HyphenationPatterns;
  export default patterns;
}
