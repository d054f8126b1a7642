/** Who may ask the preview, and what the browser is told to allow what it shows. */
import type { IncomingMessage } from 'node:http';

export interface Refusal {
  readonly status: number;
  readonly reason: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Why a request is not answered. A page from elsewhere can let its own name point at this machine (DNS rebinding): then the Host is
 * that name. There is nothing to change here, and nothing that another site has a reason to ask for.
 */
export function refusalOf(
  { method = '', headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  port: number,
): Refusal | undefined {
  if (!ownHosts(port).includes(headers.host?.toLowerCase() ?? '')) {
    return { status: 403, reason: 'the preview answers only to the address that omkost printed' };
  }
  if (method !== 'GET' && method !== 'HEAD') {
    return { status: 405, reason: 'the preview can only be read', headers: { Allow: 'GET, HEAD' } };
  }
  const isOpened = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  const site = headers['sec-fetch-site'];
  if ((site === 'cross-site' || site === 'same-site') && !isOpened) {
    return { status: 403, reason: 'the preview is not for other pages' };
  }
  return undefined;
}

function ownHosts(port: number): readonly string[] {
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  return [...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])];
}

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** `page`: the preview's own; `note`: what a note brings with it, which runs nothing; `pdf`: a browser's viewer makes a page round it. */
export type Kind = 'page' | 'note' | 'pdf';

const policies: Readonly<Record<Kind, string>> = {
  page: "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; frame-ancestors 'none'",
  note: "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'",
  pdf: "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
};

export function headersFor(kind: Kind): Readonly<Record<string, string>> {
  return { ...everywhere, 'Content-Security-Policy': `${policies[kind]}; base-uri 'none'; form-action 'none'` };
}
