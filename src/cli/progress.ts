/** How far a build has come: a bar on a terminal, a line a note elsewhere, nothing when quiet. */
import type { Outcome } from '../build/build-request.ts';
import type { CommonOptions, Outside } from './outside.ts';

export interface Progress {
  /** A note is done, well or badly. */
  step(name: string, outcome: Outcome): void;
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
  let started = performance.now();
  bar.start(total, 0, { rate: '', note: '' });
  let done = 0;
  let unchanged = 0;
  return {
    step: (name, outcome) => {
      done += 1;
      if (outcome === 'unchanged') {
        // What was only looked at says nothing about how long the others take.
        unchanged += 1;
        started = performance.now();
        return bar.update(done, { rate: `${unchanged} unchanged`, note: '' });
      }
      const perSecond = (done - unchanged) / ((performance.now() - started) / 1000);
      const left = Math.ceil((total - done) / perSecond);
      bar.update(done, { rate: `${perSecond.toFixed(1)} a second, ${left} s left`, note: name });
    },
    say: (text) => outside.err(`\r\u001b[K${text}\n`),
    stop: () => bar.stop(),
  };
}

/** A shorter run is over before anybody wants to know. */
const many = 10;

function plainProgress(outside: Outside, total: number): Progress {
  const started = performance.now();
  let done = 0;
  let unchanged = 0;
  let made = 0;
  /** “ · 5.2 a second, 17 s left” */
  const pace = (): string => {
    if (total < many || done === total) return '';
    const perSecond = made / ((performance.now() - started) / 1000);
    return ` · ${perSecond.toFixed(1)} a second, ${Math.ceil((total - done) / perSecond)} s left`;
  };
  /** A line each would hide the few that were built. */
  const tellUnchanged = () => {
    if (unchanged > 0) outside.err(`[${done}/${total}] ${unchanged} unchanged\n`);
    unchanged = 0;
  };
  return {
    step: (name, outcome) => {
      if (outcome === 'unchanged') {
        done += 1;
        unchanged += 1;
        return;
      }
      tellUnchanged();
      done += 1;
      made += 1;
      outside.err(`[${done}/${total}] ${name}${outcome === 'failed' ? ': not built' : ''}${pace()}\n`);
    },
    say: (text) => outside.err(`${text}\n`),
    stop: tellUnchanged,
  };
}
