#!/usr/bin/env node
/** The program as a process: its streams, its signals, and its exit code, which is set in one place, at the end. */
import './compile-late.ts';
import { confirmOn } from './confirm.ts';
import { exitCodes, type Outside } from './outside.ts';
import { run } from './run.ts';

const abort = new AbortController();
// Whoever presses Ctrl-C again does not want to wait for an orderly end. The listener stays: libraries that tidy up on a signal
// end the program themselves when they find no other listener.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (abort.signal.aborted) process.exit(exitCodes.problems);
    abort.abort();
  });
}

// A reader that stops early (`omkost calc x | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const isTerminal = process.stderr.isTTY === true && process.env.CI === undefined;

const outside: Outside = {
  workingFolder: process.cwd(),
  environment: process.env,
  standardInput: process.stdin,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  isTerminal,
  // Results go to standard output; a question is none.
  ...(isTerminal &&
    process.stdin.isTTY && {
      confirm: confirmOn({ input: process.stdin, output: process.stderr, signal: abort.signal }),
    }),
  now: new Date(),
  signal: abort.signal,
};

process.exitCode = await run(process.argv.slice(2), outside);
