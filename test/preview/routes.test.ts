/** Addresses of the preview: they choose among the notes there are, and nothing else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentPath, pagePath, routeOf, views } from '../../src/preview/routes.ts';

const names = new Set(['one', 'med mellemrum & æøå', '..', 'a%2Fb']);

test('every note has its pages and its contents, whatever its name', () => {
  for (const name of names) {
    for (const view of views) expect(routeOf(pagePath(name, view), names)).toEqual({ kind: 'note', name, view });
    for (const content of ['web', 'note', 'pdf'] as const) {
      expect(routeOf(`${contentPath(name, content)}?version`, names)).toEqual({ kind: 'content', name, content });
    }
  }
  for (const short of ['/notes/one/', '/notes/one']) {
    expect(routeOf(short, names)).toEqual({ kind: 'move', to: '/notes/one/side' });
  }
});

test.each([
  '/notes/../one/side',
  '/notes/one/content/../../../../etc/passwd',
  '/notes/one/content/..%2f..%2fone.yaml',
  '/notes/one/content/%2e%2e/one.pdf',
  '/notes/one/content//etc/passwd',
  '/notes/one/content/%2Fetc%2Fpasswd',
  '/notes/one/content/..\\..\\one.yaml',
  '/notes/one/content/one.pdf%00.html',
  '/notes/one%00/side',
  '/notes/%c0%ae%c0%ae/side',
  '/notes/%/side',
  '/notes/one/content/other.pdf',
  '/notes/one/content/manifest.json',
  '/notes/one/content/one.json',
  '/notes/__proto__/side',
  '/__proto__',
  '/constructor',
  'http://elsewhere.example/',
  '//elsewhere.example/',
  '/index.html',
  '/notes',
  '',
])('%s leads nowhere', (target) => {
  expect(routeOf(target, names)).toEqual({ kind: 'missing' });
});

test('no address names a note that is not there', () => {
  const part = fc.oneof(
    fc.constantFrom('notes', 'content', 'one', '..', '%2e%2e', 'one.pdf', '\\', '%00', ''),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
      const route = routeOf(`/${parts.join('/')}`, names);
      if ('name' in route) expect(names.has(route.name)).toBe(true);
      if (route.kind === 'move') expect(route.to).toMatch(/^\/notes\/[^/]+\/side$/);
    }),
  );
});
