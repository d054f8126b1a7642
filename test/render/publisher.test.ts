/** Who publishes: the scenario's word over the theme's, key by key. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UserError } from '../../src/problem/problem.ts';
import { publisherOf } from '../../src/render/publisher.ts';
import { parseScenario } from '../../src/scenario/parse.ts';

const path = 'scenarios/processuelle-netvaerksmoeder.yaml';
const shipped = readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

/** The shipped scenario with these lines in the place of its publisher. */
function scenarioOf(publisher: string) {
  return parseScenario({ path, text: shipped.replace(/^publisher:\n(?: .*\n)+/m, publisher) });
}

const theme = { name: 'Eksempel Kommune', addressLines: ['Rådhuspladsen 1'], phone: '99 99 99 99' };

test('the theme’s publisher stands where the scenario names none', () => {
  expect(publisherOf(scenarioOf(''), theme)).toEqual(theme);
});

test('what the scenario says replaces what the theme says, key by key', () => {
  const own = 'publisher:\n  name: Center for Analyse\n  web: www.eksempel.example\n';
  expect(publisherOf(scenarioOf(own), theme)).toEqual({
    ...theme,
    name: 'Center for Analyse',
    web: 'www.eksempel.example',
    webHref: 'https://www.eksempel.example',
  });
});

test('a scenario alone is enough', () => {
  const own = 'publisher:\n  name: Center for Analyse\n  address: [Vejnavn 1, 9999 Eksempelby]\n';
  expect(publisherOf(scenarioOf(own), undefined)).toEqual({
    name: 'Center for Analyse',
    addressLines: ['Vejnavn 1', '9999 Eksempelby'],
  });
});

test('a note that nobody publishes is refused at its title', () => {
  const scenario = scenarioOf('');
  let thrown: unknown;
  try {
    publisherOf(scenario, undefined);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(UserError);
  expect(thrown instanceof UserError && thrown.problems).toMatchObject([{ code: 'key-missing', place: { line: 4 } }]);
});
