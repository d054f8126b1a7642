/** StatBank (Danmarks Statistik) as it is asked: the figures of a table, and what there is in it. Proxies are not used. */
import { type Problem, UserError } from '../problem/problem.ts';
import { refuseAnswer, shown, type TableSelection } from './answers/answer.ts';
import { misfit, readTableInfo, type TableInfo } from './answers/table-info.ts';
import { checkedAddress, statbankAddress } from './http/address.ts';
import { ask, type Question, type Reply } from './http/ask.ts';
import { type Patience, usualPatience } from './http/patience.ts';

export interface StatbankOptions {
  /** Instead of StatBank's own. */
  readonly address?: string | undefined;
  readonly patience?: Partial<Patience>;
  readonly signal: AbortSignal;
}

export class Statbank {
  readonly #address: string;
  readonly #patience: Patience;
  readonly #signal: AbortSignal;

  /** Throws UserError `statbank-address`. */
  constructor({ address = statbankAddress, patience = {}, signal }: StatbankOptions) {
    this.#address = checkedAddress(address);
    this.#patience = { ...usualPatience, ...patience };
    this.#signal = signal;
  }

  /**
   * All periods of a selection, as the text that came. Throws UserError: `statbank-table` where the table, a variable or a value is
   * not there (any more), `statbank-refused`, `statbank-unreachable`.
   */
  async figures(selection: TableSelection): Promise<string> {
    const chosen = Object.entries(selection.select).map(([code, value]) => ({ code, values: [value] }));
    const body = {
      table: selection.table,
      lang: 'da',
      format: 'JSONSTAT',
      variables: [...chosen, { code: 'Tid', values: ['*'] }],
    };
    const reply = await this.#ask({ url: `${this.#address}/data`, body });
    if (reply.status >= 200 && reply.status < 300) return reply.text;
    throw await this.#whyRefused(selection, reply);
  }

  /** Variables, values and unit of a table; undefined where StatBank has none of that name. */
  async tableInfo(table: string): Promise<TableInfo | undefined> {
    const url = `${this.#address}/tableinfo/${encodeURIComponent(table)}?format=JSON&lang=da`;
    const reply = await this.#ask({ url });
    if (reply.status >= 200 && reply.status < 300) return readTableInfo(reply.text);
    if (reply.status === 400 || reply.status === 404) return undefined;
    throw asRefusal(reply);
  }

  /** StatBank's own message names codes at most: what the table has is asked for and told. */
  async #whyRefused(selection: TableSelection, reply: Reply): Promise<UserError> {
    if (reply.status !== 400 && reply.status !== 404) return asRefusal(reply);
    const info = await this.tableInfo(selection.table);
    if (info === undefined) {
      const message = `StatBank has no table “${selection.table}”`;
      return refuseAnswer(message, 'it was closed or renamed: look for its successor on statbank.dk', 'statbank-table');
    }
    const unfit = misfit(info, selection);
    return unfit === undefined ? asRefusal(reply) : refuseAnswer(unfit.message, unfit.hint, 'statbank-table');
  }

  #ask(question: Question): Promise<Reply> {
    return ask(question, this.#patience, this.#signal);
  }
}

/** `{"errorTypeCode":"EXTRACT-NOTFOUND","message":"…"}`, or whatever else came with the status. */
function asRefusal({ status, text }: Reply): UserError {
  const said = errorIn(text);
  const code: Problem['code'] = 'statbank-refused';
  const message = `StatBank refuses the question (${status}${said === undefined ? '' : `: ${said}`})`;
  return new UserError([
    { severity: 'error', code, message, hint: 'compare `statbank:` with the table on statbank.dk' },
  ]);
}

function errorIn(text: string): string | undefined {
  try {
    const { errorTypeCode, message }: Record<string, unknown> = Object(JSON.parse(text));
    const parts = [errorTypeCode, message].filter((part): part is string => typeof part === 'string');
    return parts.length === 0 ? undefined : shown(parts.join(', '), 300);
  } catch {
    // A web page or a cut-off text says nothing that helps; the status is told.
    return undefined;
  }
}
