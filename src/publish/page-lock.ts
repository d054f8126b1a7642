/** What a page must bring with it before it is loaded: a policy that lets nothing in but what stands in the page itself. */
import { UserError } from '../problem/problem.ts';

/** The policy must come before anything that could load something; only the character set may stand before it. */
const policyFirst =
  /^\s*<!doctype html>\s*<html[^>]*>\s*<head[^>]*>\s*(?:<meta\s+charset=[^>]*>\s*)?<meta\s+http-equiv="?content-security-policy"?\s+content="([^"]*)"\s*\/?>/i;

/** The one measure that stands in the page and not in the browser: templates can lose it, so it is looked for each time. Gives the policy. */
export function closedPolicyOf(html: string, name: string): string {
  const policy = policyFirst.exec(html.slice(0, 4096))?.[1];
  if (policy !== undefined && isClosed(policy)) return policy;
  throw new UserError([
    {
      severity: 'error',
      code: 'page-failed',
      message: `the page of “${name}” does not begin with a content security policy that keeps everything out`,
      hint: 'the template needs <meta http-equiv="Content-Security-Policy" content="default-src \'none\'; …"> first in its <head>',
    },
  ]);
}

function isClosed(policy: string): boolean {
  const directives = policy
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .filter(([name]) => name !== undefined && name !== '');
  const hasDefault = directives.some(([name, ...sources]) => name === 'default-src' && sources.join() === "'none'");
  return hasDefault && directives.every(([name, ...sources]) => sources.every((source) => isHarmless(name, source)));
}

function isHarmless(directive: string | undefined, source: string): boolean {
  if (source === "'none'") return true;
  if (source === 'data:') return directive === 'img-src' || directive === 'font-src';
  return source === "'unsafe-inline'" && directive === 'style-src';
}
