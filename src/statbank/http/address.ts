/** Which address StatBank is asked at: its own, or that of a test or a mirror. */
import { UserError } from '../../problem/problem.ts';

export const statbankAddress = 'https://api.statbank.dk/v1';

/** The address as a URL without a slash at its end. Throws UserError `statbank-address`: only https, but for this machine itself. */
export function checkedAddress(written: string): string {
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const isLoopback = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const isLawful = url !== undefined && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback));
  if (!isLawful) {
    const message = `“${written}” is no address to ask for figures: it must start with https://`;
    const hint = `StatBank itself is at ${statbankAddress}`;
    throw new UserError([{ severity: 'error', code: 'statbank-address', message, hint }]);
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    const message = 'an address of StatBank has no name, password or question in it';
    const hint = `write it as ${statbankAddress}`;
    throw new UserError([{ severity: 'error', code: 'statbank-address', message, hint }]);
  }
  return url.href.replace(/\/+$/, '');
}
