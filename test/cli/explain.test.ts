/** `omkost explain`: what is printed, what machines get, and what a wrong name leads to. */
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/cli/commands/explain.ts';
import type { Outside } from '../../src/cli/outside.ts';
import { scenarioWith } from '../model/comparing-scenario.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(figure: string | undefined, options: Parameters<typeof explain>[2] = {}): Promise<Ran> {
  const written = { out: '', err: '' };
  const outside: Outside = {
    workingFolder: process.cwd(),
    environment: { NO_COLOR: '1' },
    standardInput: Readable.from([Buffer.from(scenarioWith())]),
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    isTerminal: false,
    now: new Date('2026-11-22T00:00:00Z'),
    signal: new AbortController().signal,
  };
  const prices = ['scenarios/prices/kalkulationsrenter.yaml'];
  const code = await explain('-', figure, { ...options, prices }, outside);
  return { code, ...written };
}

describe('omkost explain', () => {
  it('explains the headline where no figure is named', async () => {
    const { code, out } = await run(undefined);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toBe('Omkostning pr. gennemført barn = 130.000 kr. / 30 = 4.333,33 kr.');
  });

  it('prints as many levels as are asked for', async () => {
    const { out } = await run('total', { depth: 0 });
    expect(out.trimEnd().split('\n')).toHaveLength(1);
  });

  it('gives machines the values at full precision', async () => {
    const { out } = await run('perCompleted', { json: true });
    expect(JSON.parse(out)).toMatchObject({ figure: 'perCompleted', value: 130_000 / 30, unit: 'kr' });
  });

  it('offers the nearest name for one that there is not', async () => {
    const { code, err } = await run('costs.drift.totl');
    expect(code).toBe(1);
    expect(err).toContain('[figure-unknown]');
    expect(err).toContain('did you mean “costs.drift.total”?');
  });

  it('lists what is in a group', async () => {
    const { err } = await run('costs.drift');
    expect(err).toContain('costs.drift.each');
  });
});
