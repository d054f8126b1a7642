#!/usr/bin/env node
/** The program: arguments → command → exit code, which is set in one place, at the end. */
import { CommanderError } from 'commander';
import { programVersion } from '../files/program.ts';
import { UserError } from '../problem/problem.ts';
import { type ExitCode, exitCodes, type Outside } from './outside.ts';
import { exitCodeOfParser, programFor } from './program.ts';
import { exitCodeOf, reportProblems } from './report-problems.ts';

async function main(): Promise<ExitCode> {
  const abort = new AbortController();
  const interrupt = () => abort.abort(new Interrupted());
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  const outside: Outside = {
    workingFolder: process.cwd(),
    environment: process.env,
    standardInput: process.stdin,
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true && process.env.CI === undefined,
    now: new Date(),
    signal: abort.signal,
  };
  let code: ExitCode = exitCodes.ok;
  try {
    await programFor(outside, await programVersion(), (given) => {
      code = given;
    }).parseAsync(process.argv);
    return code;
  } catch (error) {
    return codeOf(error, outside);
  }
}

class Interrupted extends Error {}

async function codeOf(error: unknown, outside: Outside): Promise<ExitCode> {
  if (error instanceof CommanderError) return exitCodeOfParser(error);
  if (error instanceof UserError) {
    await reportProblems(outside, {}, error.problems);
    return exitCodeOf(error.problems);
  }
  if (error instanceof Interrupted || outside.signal.aborted) {
    outside.err('stopped; what was built before stays\n');
    return exitCodes.problems;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  outside.err(`This is a bug in omkost, not in your scenario. Please report it with the lines below.\n${trace}\n`);
  return exitCodes.bug;
}

// A reader that stops early (`omkost calc x | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main();
