/** How far a build has come: a bar on a terminal, a line a note elsewhere, nothing when quiet. */
import type { CommonOptions, Outside } from './outside.ts';

export interface Progress {
  /** A note is done, well or badly. */
  step(name: string, outcome: 'built' | 'failed'): void;
  /** Something out of the ordinary, in a line. */
  say(text: string): void;
  stop(): void;
}

export async function startProgress(outside: Outside, options: CommonOptions, total: number): Promise<Progress> {
  if (options.quiet) return { step: () => {}, say: () => {}, stop: () => {} };
  if (!outside.isTerminal) return plainProgress(outside, total);
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar(
    {
      format: '{bar} {value}/{total} notes · {rate} · {note}',
      hideCursor: true,
      clearOnComplete: true,
      stream: process.stderr,
      etaBuffer: 20,
    },
    cliProgress.Presets.shades_classic,
  );
  const started = performance.now();
  bar.start(total, 0, { rate: '', note: '' });
  let done = 0;
  return {
    step: (name) => {
      done += 1;
      const perSecond = done / ((performance.now() - started) / 1000);
      const left = Math.ceil((total - done) / perSecond);
      bar.update(done, { rate: `${perSecond.toFixed(1)} a second, ${left} s left`, note: name });
    },
    say: (text) => outside.err(`\r\u001b[K${text}\n`),
    stop: () => bar.stop(),
  };
}

function plainProgress(outside: Outside, total: number): Progress {
  let done = 0;
  return {
    step: (name, outcome) => {
      done += 1;
      outside.err(`[${done}/${total}] ${name}${outcome === 'failed' ? ': not built' : ''}\n`);
    },
    say: (text) => outside.err(`${text}\n`),
    stop: () => {},
  };
}
