/** The list of sources, and how a source is named where it is used: “Socialstyrelsen (2018a), s. 5”. */
import type { Reference } from '../scenario/schema/provenance.ts';
import type { ReportContext } from './context.ts';
import { say } from './context.ts';
import type { SourceView } from './view.types.ts';
import { authorOf, sourcesOf, workOf } from './year-letters.ts';

/** “2018”, “november 2016”, “2018a”; undefined where there is neither a date nor need of a letter. */
function publishedText({ yearLetters, language }: ReportContext, reference: Reference): string | undefined {
  const { published } = reference;
  const letter = yearLetters.get(workOf(reference));
  if (letter === undefined) return published;
  if (published === undefined) return language.fill(language.words.undated, { letter });
  // The letter stands at the year; a date in figures, 2018-05-01, keeps its own parts together.
  const withLetter = published.replace(/(?<!\d)\d{4}(?![\d-])/, (year) => year + letter);
  return withLetter === published ? published + letter : withLetter;
}

/** “Socialstyrelsen (2018), s. 5” */
export function shortCitation(context: ReportContext, reference: Reference, at?: string): string {
  const published = publishedText(context, reference);
  const who = authorOf(reference);
  const dated = published === undefined ? who : `${who} (${published})`;
  return placedAt(context, dated, at ?? reference.at);
}

/** A source as a bibliography prints it: author (year): title, at. publisher */
export function sourceText(context: ReportContext, reference: Reference, at?: string): string {
  const { title, author, publisher } = reference;
  const published = publishedText(context, reference);
  const who = author ?? publisher;
  const dated = published === undefined ? who : who === undefined ? published : `${who} (${published})`;
  const titled = placedAt(context, title, at ?? reference.at);
  const also = author !== undefined && publisher !== undefined ? `. ${publisher}` : '';
  return `${dated === undefined ? '' : `${dated}: `}${titled}${also}`;
}

function placedAt(context: ReportContext, title: string, at: string | undefined): string {
  return at === undefined ? title : say(context, context.language.words.page, { title, at });
}

/** The list of sources: those the scenario refers to and those of the prices used, each once, by their text. */
export function sourceList(context: ReportContext): readonly SourceView[] {
  const byText = new Map<string, Entry>();
  for (const { name, reference } of sourcesOf(context.assessment.priced)) {
    const text = sourceText(context, reference);
    const names = byText.get(text)?.names ?? [];
    byText.set(text, { text, reference, names: name === undefined ? names : [...names, name] });
  }
  // Without the letters, which are given by this order: after “z” comes “aa”, which Danish sorts as “å”.
  const unlettered = { ...context, yearLetters: new Map<string, string>() };
  return [...byText.values()]
    .map((entry) => ({ entry, key: sourceText(unlettered, entry.reference) }))
    .sort((one, other) => one.key.localeCompare(other.key, context.language.locale))
    .map(({ entry }, place) => sourceView(context, entry, place));
}

interface Entry {
  readonly text: string;
  readonly reference: Reference;
  /** What the scenario calls it, under `references`; one that only prices name has none. */
  readonly names: readonly string[];
}

function sourceView(context: ReportContext, { text, reference, names }: Entry, place: number): SourceView {
  const { language, numbers } = context;
  const { url, read } = reference;
  return {
    // A number: what an author calls a source may have letters that an id in a PDF cannot have.
    id: `source-${place + 1}`,
    names,
    citation: shortCitation(context, reference),
    text,
    ...(url !== undefined && { href: url }),
    ...(read !== undefined && { read: language.fill(language.words.read, { date: numbers.date(read) }) }),
  };
}
