/** Table: who bears the costs, before and after subsidies and saved expenses. */
import type { PayerTotal } from '../../model/totals.ts';
import type { ReportContext } from '../context.ts';
import { text } from '../context.ts';
import type { TableRow, TableView } from '../view.types.ts';
import { bareKroner, column, ownNotes, tableWords } from './table-words.ts';

/** What a payer bears, from the gross to the net. */
export const payerParts = ['gross', 'subsidies', 'savings', 'net'] as const;

type PayerPart = (typeof payerParts)[number];

/** Subsidies and savings come off the gross: printed with their sign wherever they stand, so that rows and columns add up. */
export function withSign(amounts: Readonly<Record<PayerPart, number>>, part: PayerPart): number {
  return part === 'subsidies' || part === 'savings' ? -amounts[part] : amounts[part];
}

export function payersTable(context: ReportContext): TableView {
  const words = tableWords(context, 'byPayer');
  const { byPayer } = context.assessment;
  const cells = (total: Pick<PayerTotal, PayerPart>) =>
    payerParts.map((part) => bareKroner(context, withSign(total, part)));
  const sum = (part: PayerPart) => byPayer.reduce((all, total) => all + total[part], 0);
  const rows = byPayer.map(
    (total): TableRow => ({ kind: 'body', head: context.language.payers[total.payer], cells: cells(total) }),
  );
  const all = { gross: sum('gross'), subsidies: sum('subsidies'), savings: sum('savings'), net: sum('net') };
  return {
    id: 'by-payer',
    title: words.title,
    unit: words.unit,
    columns: [column(words.what), ...payerParts.map((part) => column(text(words.texts, part), true))],
    rows: [...rows, { kind: 'total', head: context.language.words.total, cells: cells(all) }],
    ...ownNotes(context, ['undiscounted']),
  };
}
