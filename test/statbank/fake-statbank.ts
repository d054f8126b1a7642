/** A real HTTP server on loopback that answers as StatBank does, faults included. Its figures from 2024 on are invented. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';

export interface Request {
  readonly path: string;
  readonly body: unknown;
}

export type Answering = (response: ServerResponse, request: Request) => void;

export interface FakeStatbank {
  readonly address: string;
  readonly requests: readonly Request[];
  /** The next answers of /data in their order; the last one repeats. */
  data(...answers: readonly Answering[]): void;
  /** The next answers of /tableinfo; without them every table is unknown. */
  tableInfo(...answers: readonly Answering[]): void;
  close(): Promise<void>;
}

export async function fakeStatbank(): Promise<FakeStatbank> {
  const requests: Request[] = [];
  const queues = { data: [] as Answering[], tableinfo: [] as Answering[] };
  const next = (kind: keyof typeof queues): Answering =>
    (queues[kind].length > 1 ? queues[kind].shift() : queues[kind][0]) ?? notFound;
  const server = createServer((request, response) => void answer(request, response));
  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await text(incoming);
    const request = { path: incoming.url ?? '', body: sent === '' ? undefined : JSON.parse(sent) };
    requests.push(request);
    next(request.path.includes('/tableinfo/') ? 'tableinfo' : 'data')(response, request);
  }
  const port = await listening(server);
  return {
    address: `http://127.0.0.1:${port}/v1`,
    requests,
    data: (...answers) => void queues.data.splice(0, Number.POSITIVE_INFINITY, ...answers),
    tableInfo: (...answers) => void queues.tableinfo.splice(0, Number.POSITIVE_INFINITY, ...answers),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('the server has no port');
}

export const json =
  (value: unknown): Answering =>
  (response) =>
    void response.writeHead(200, { 'content-type': 'text/json; charset=utf-8' }).end(JSON.stringify(value));

export const plain =
  (body: string | Buffer, contentType = 'text/csv', headers: Readonly<Record<string, string>> = {}): Answering =>
  (response) =>
    void response.writeHead(200, { 'content-type': contentType, ...headers }).end(body);

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}, body = ''): Answering =>
  (response) =>
    void response.writeHead(code, headers).end(body);

/** As StatBank words it. */
export const notFound: Answering = (response) =>
  void response
    .writeHead(400, { 'content-type': 'text/json' })
    .end(JSON.stringify({ errorTypeCode: 'EXTRACT-NOTFOUND', message: 'Tabellen blev ikke fundet' }));

/** Never ends by itself. */
export const silent: Answering = () => {};

/** Says how long it is, and ends before it. */
export const cutOff =
  (value: unknown): Answering =>
  (response) => {
    const body = JSON.stringify(value);
    response.writeHead(200, { 'content-type': 'text/json', 'content-length': body.length });
    response.write(body.slice(0, body.length / 2), () => response.destroy());
  };

/** Small on the line, large when unpacked. */
export const gzipBomb = (bytes: number): Answering =>
  plain(gzipSync(Buffer.alloc(bytes, 32)), 'text/json', { 'content-encoding': 'gzip' });

export type Figures = Readonly<Record<string, number | string | null>>;

/** One series of PRIS112 in JSON-stat 1.x, as StatBank writes it. */
export function pris112(figures: Figures, { code = '1005', label = 'Årsgennemsnit', base = '2015=100' } = {}): unknown {
  const periods = Object.keys(figures);
  return oneSeries({
    table: 'PRIS112',
    unit: base,
    chosen: { HOVED: { code, label } },
    periods,
    values: periods.map((period) => figures[period] ?? null),
  });
}

/** The total of PRIS01, by month. */
export function pris01(figures: Figures): unknown {
  const periods = Object.keys(figures);
  return oneSeries({
    table: 'PRIS01',
    unit: '2015=100',
    chosen: { VAREGR: { code: '000000', label: 'I alt' }, ENHED: { code: '100', label: 'Indeks' } },
    periods,
    values: periods.map((period) => figures[period] ?? null),
  });
}

interface Series {
  readonly table: string;
  readonly unit: string;
  readonly chosen: Readonly<Record<string, { readonly code: string; readonly label: string }>>;
  readonly periods: readonly string[];
  readonly values: readonly unknown[];
}

function oneSeries({ table, unit, chosen, periods, values }: Series): unknown {
  const dimensions = Object.entries(chosen).map(([variable, { code, label }]) => [
    variable,
    { label: variable, category: { index: { [code]: 0 }, label: { [code]: label } } },
  ]);
  const index = Object.fromEntries(periods.map((period, at) => [period, at]));
  const label = Object.fromEntries(periods.map((period) => [period, period]));
  return {
    dataset: {
      dimension: {
        ...Object.fromEntries(dimensions),
        ContentsCode: {
          label: 'Indhold',
          category: {
            index: { [table]: 0 },
            label: { [table]: table },
            unit: { [table]: { base: unit, decimals: 1 } },
          },
        },
        Tid: { label: 'tid', category: { index, label } },
        id: [...Object.keys(chosen), 'ContentsCode', 'Tid'],
        size: [...Object.keys(chosen).map(() => 1), 1, periods.length],
        role: { metric: ['ContentsCode'], time: ['Tid'] },
      },
      label: `${table} efter tid`,
      source: 'Danmarks Statistik',
      updated: '2026-01-12T07:00:00Z',
      value: values,
    },
  };
}

/** What /tableinfo says of PRIS112, with the values of its variable. */
export const pris112Info = (
  variable = 'HOVED',
  values: Readonly<Record<string, string>> = { 1005: 'Årsgennemsnit', 1010: 'Årsstigning' },
) => ({
  id: 'PRIS112',
  text: 'Forbrugerprisindeks, årsgennemsnit',
  unit: 'Indeks',
  variables: [
    {
      id: variable,
      text: 'hovedtal',
      elimination: false,
      time: false,
      values: Object.entries(values).map(([id, label]) => ({ id, text: label })),
    },
    { id: 'Tid', text: 'tid', elimination: false, time: true, values: [{ id: '2023', text: '2023' }] },
  ],
});

/** The twelve months of a year, all of one value. */
export function months(year: number, value: number, count = 12): Figures {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`${year}M${String(at + 1).padStart(2, '0')}`, value]),
  );
}
