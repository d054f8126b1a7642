/** Where every figure comes from, in words: for the tables of assumptions and the list of sources. */
import type { UsedPrice } from '../prices/price.ts';
import type { Provenance, Reference } from '../scenario/schema/provenance.ts';
import type { Quantity } from '../scenario/schema/quantity.ts';
import type { ReportContext } from './context.ts';
import { quantityText, say, text } from './context.ts';
import type { SourceView } from './view.types.ts';

export interface InputRow {
  readonly path: string;
  readonly what: string;
  readonly value: string;
  /** The source's text, or “Antagelse: why”. */
  readonly basis: string;
  readonly short: string;
  readonly isAssumption: boolean;
  readonly why: string;
}

/** Every figure the author gave, in the order of the scenario. */
export function inputRows(context: ReportContext): readonly InputRow[] {
  return [...context.parameters].map(([path, quantity]) => inputRow(context, path, quantity));
}

function inputRow(context: ReportContext, path: string, quantity: Quantity): InputRow {
  const { language } = context;
  const price = context.assessment.priced.pricesUsed.get(path);
  const provenance = provenanceAt(context, path, quantity);
  const why = provenance.assumption ?? price?.price.assumption ?? '';
  const cited = price?.price.source === undefined ? citedReference(context, provenance) : price.price.source;
  const isAssumption = cited === undefined;
  const source = cited === undefined ? '' : sourceText(context, cited, provenance.source?.at);
  const basis = isAssumption
    ? say(context, text(language.notes, 'assumption'), { why })
    : price === undefined
      ? source
      : say(context, text(language.notes, 'price'), { source, year: String(price.year) });
  const short = isAssumption ? text(language.notes, 'assumptionMark') : shortSource(context, cited, provenance);
  return {
    path,
    what: inputName(context, path),
    value: quantityText(context, quantity),
    basis,
    short,
    isAssumption,
    why,
  };
}

function shortSource(context: ReportContext, cited: Reference, provenance: Provenance): string {
  const at = provenance.source?.at ?? cited.at;
  return at === undefined ? cited.title : say(context, context.language.words.page, { title: cited.title, at });
}

/** The provenance written at the figure, or else at the nearest block that holds it. */
export function provenanceAt(context: ReportContext, path: string, quantity: Quantity): Provenance {
  if (quantity.source !== undefined || quantity.assumption !== undefined) return quantity;
  const names = path.split('.');
  let found: Provenance = {};
  let value: unknown = context.scenario;
  for (const name of names) {
    if (typeof value !== 'object' || value === null) break;
    const block: Provenance = value;
    if (block !== context.scenario && (block.source !== undefined || block.assumption !== undefined)) found = block;
    value = (value as Record<string, unknown>)[name];
  }
  return found;
}

function citedReference(context: ReportContext, provenance: Provenance): Reference | undefined {
  return provenance.source === undefined ? undefined : context.scenario.references?.[provenance.source.ref];
}

/** A source as a bibliography prints it: author (year): title. publisher, at. */
export function sourceText(context: ReportContext, reference: Reference, at?: string): string {
  const { title, author, publisher, published } = reference;
  const who = author ?? publisher;
  const dated = published === undefined ? who : who === undefined ? published : `${who} (${published})`;
  const place = at ?? reference.at;
  const titled = place === undefined ? title : say(context, context.language.words.page, { title, at: place });
  const also = author !== undefined && publisher !== undefined ? `. ${publisher}` : '';
  return `${dated === undefined ? '' : `${dated}: `}${titled}${also}`;
}

/** The list of sources: those the scenario refers to and those of the prices used, each once, by their text. */
export function sourceList(context: ReportContext): readonly SourceView[] {
  const own = Object.entries(context.scenario.references ?? {}).map(([id, reference]) =>
    sourceView(context, id, reference),
  );
  const prices = [...context.assessment.priced.pricesUsed.values()].flatMap((used) => priceSource(context, used));
  const byText = new Map([...own, ...prices].map((source) => [source.text, source]));
  return [...byText.values()].sort((one, other) => one.text.localeCompare(other.text, context.language.locale));
}

function priceSource(context: ReportContext, used: UsedPrice): SourceView[] {
  return used.price.source === undefined ? [] : [sourceView(context, used.id, used.price.source)];
}

function sourceView(context: ReportContext, id: string, reference: Reference): SourceView {
  const { language, numbers } = context;
  const read =
    reference.read === undefined
      ? undefined
      : language.fill(language.words.read, { date: numbers.date(reference.read) });
  return {
    id,
    text: sourceText(context, reference),
    ...(reference.url !== undefined && { href: reference.url }),
    ...(read !== undefined && { read }),
  };
}

/** The name of an input by its place: the language's text for its last key, with the name of the block that owns it. */
export function inputName(context: ReportContext, path: string): string {
  const names = path.split('.');
  const owner = ownerOf(context, names);
  const last = names.at(-1) ?? '';
  const key = names.findLast(
    (name) => context.language.inputs[name] !== undefined && !(name === 'staff' && names[0] === 'staff'),
  );
  const role = context.scenario.staff?.[last]?.name ?? last;
  const driver = driverOf(context, names);
  if (key === undefined) return path;
  return say(context, text(context.language.inputs, key), { owner, last, role, driver });
}

function ownerOf(context: ReportContext, names: readonly string[]): string {
  const [section = '', id = ''] = names;
  const block = (context.scenario as unknown as Record<string, Record<string, { name?: string }> | undefined>)[
    section
  ]?.[id];
  return block?.name ?? id;
}

function driverOf(context: ReportContext, names: readonly string[]): string {
  const [section = '', id = ''] = names;
  if (section === 'grants' || section === 'equipment') return '';
  const line = section === 'avoidedCosts' ? context.scenario.avoidedCosts?.[id] : context.scenario.costs?.[id];
  return line === undefined ? '' : driverText(context, line.per);
}

/** “pr. forløb”, “hvert 3. år” */
export function driverText(
  context: ReportContext,
  driver: { readonly kind: string; readonly interval?: number },
): string {
  return say(context, text(context.language.drivers, driver.kind), { interval: String(driver.interval ?? '') });
}
