/**
 * Wrong scenarios and exactly what `omkost check` prints about each: `<name>.yaml` and `<name>.txt`. After a message was
 * changed on purpose, `ACCEPT=1 npx vitest run test/problems` writes the texts again, to be read in the diff.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectAccepted } from './accepted.ts';
import { printedBy } from './printed.ts';

const folder = import.meta.dirname;
const files = readdirSync(folder).sort();
const scenarios = files.filter((file) => file.endsWith('.yaml')).map((file) => file.replace(/\.yaml$/, ''));

describe('omkost check prints what was accepted for', () => {
  it.each(scenarios)('%s', async (name) => {
    const { text } = await printedBy(folder, ['check', `${name}.yaml`]);
    expectAccepted(join(folder, `${name}.txt`), text);
  });
});

it('has no accepted text without its scenario', () => {
  const texts = files.filter((file) => file.endsWith('.txt')).map((file) => file.replace(/\.txt$/, ''));
  expect(texts.filter((name) => !scenarios.includes(name))).toEqual([]);
});
