/** What is watched, and what the system's refusals are called. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isIgnored, watchFailed } from '../../src/files/watch-files.ts';
import { UserError } from '../../src/problem/problem.ts';

const project = join('/', 'home', '.hidden', 'project');
const ignored = (...names: string[]) => isIgnored(join(project, ...names), [project], [join(project, 'output')]);

test('hidden files, packages, outputs and what editors leave for a moment are not watched', () => {
  for (const names of [
    ['.git', 'HEAD'],
    ['node_modules', 'x', 'a.yaml'],
    ['output', 'a.html'],
    ['a.yaml~'],
    ['#a.yaml#'],
    ['.a.yaml.swp'],
  ]) {
    expect([names, ignored(...names)]).toEqual([names, true]);
  }
  for (const names of [[], ['a.yaml'], ['prices', 'b.yaml'], ['outputs', 'a.md'], ['..a.yaml']]) {
    expect([names, ignored(...names)]).toEqual([names, names[0] === '..a.yaml']);
  }
});

test('a folder that was named is watched wherever it lies', () => {
  const theme = join(project, 'node_modules', 'house');
  expect(isIgnored(join(theme, 'theme.yaml'), [project, theme], [])).toBe(false);
  expect(isIgnored(join(project, 'scenarios', 'a.yaml'), [join(project, 'scenarios')], [project])).toBe(false);
});

test.each(['ENOSPC', 'EMFILE'])('%s, too many watches, is the user’s to hear with what to do', (code) => {
  const error = watchFailed(
    Object.assign(new Error('System limit reached'), { code, path: join(project, 'scenarios') }),
  );
  if (!(error instanceof UserError)) throw error;
  expect(error.problems).toMatchObject([
    { code: 'watch-failed', message: expect.stringContaining(`scenarios cannot be watched`) },
  ]);
  expect(error.problems[0]?.hint).toMatch(/sysctl fs\.inotify\.max_user_\w+=\d+/);
  expect(error.problems[0]?.hint).toContain('--poll');
});

test('what the system says otherwise is a fault and stays what it is', () => {
  const error = new Error('something else');
  expect(watchFailed(error)).toBe(error);
});
