/** The value of `--reporter`; in a file of its own since every run of the program reads it. */

/** What `--reporter` asks for; a file for those that write one. */
export type Reporter =
  | { readonly kind: 'github' }
  | { readonly kind: 'junit'; readonly file: string }
  | { readonly kind: 'sarif'; readonly file: string };

/** Reads `github`, `junit=report.xml` or `sarif=report.sarif`; undefined where it is none of them. */
export function parseReporter(text: string): Reporter | undefined {
  const [kind = '', ...rest] = text.split('=');
  const file = rest.join('=');
  if (kind === 'github' && rest.length === 0) return { kind };
  if ((kind === 'junit' || kind === 'sarif') && file !== '') return { kind, file };
  return undefined;
}
