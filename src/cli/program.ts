/** The command line: its commands, options and help. Each command's code is imported when it is asked for. */
import { Command } from 'commander';
import { addDiff } from './arguments/diff.ts';
import { addManifest } from './arguments/manifest.ts';
import { addBuild, addCalc, addCheck, addExplain } from './arguments/notes.ts';
import { addPrices } from './arguments/prices.ts';
import { addCache, addDoctor, addNew, addSchema } from './arguments/project.ts';
import { addVerify } from './arguments/verify.ts';
import { addPreview, addWatch } from './arguments/watching.ts';
import { type Done, type ExitCode, exitCodes, type Outside } from './outside.ts';

/** Builds the parser; `done` receives the exit code of the command that was run. */
export function programFor(outside: Outside, version: string, done: Done): Command {
  const program = new Command('omkost')
    .description(
      'Publishes cost assessments: a scenario in YAML becomes a PDF note, a web page and the figures as data.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showHelpAfterError('(omkost --help says what there is)')
    .configureOutput({ writeOut: outside.out, writeErr: outside.err })
    .addHelpText('after', examples)
    .exitOverride();
  addBuild(program, outside, done);
  addCheck(program, outside, done);
  addCalc(program, outside, done);
  addExplain(program, outside, done);
  addNew(program, outside, done);
  addSchema(program, outside, done);
  addWatch(program, outside, done);
  addPreview(program, outside, done);
  addDiff(program, outside, done);
  addVerify(program, outside, done);
  addCache(program, outside, done);
  addDoctor(program, outside, done);
  addPrices(program, outside, done);
  addManifest(program, outside, done);
  return program;
}

const examples = `
Examples:
  omkost new my-intervention     write scenarios/my-intervention.yaml to start from
  omkost build                   build every scenario in scenarios/ into output/
  omkost build my-intervention   build one
  omkost preview                 the notes in your browser, shown anew as you write
  omkost check                   say everything that is wrong, write nothing
  omkost calc my-intervention    the figures, in the terminal
  omkost explain my-intervention how the headline came about, down to hours and wages
  omkost prices update           new values from StatBank into the price tables
  omkost diff old/output output  which printed figures differ, and why
  omkost verify output/*.pdf     whether what the notes print still follows from what is inside them

Exit codes: 0 all built; 1 some scenario has problems; 2 wrong command line; 3 no usable browser; 70 a bug in omkost.`;

/** commander’s own errors are wrong command lines; asking for help or the version is not. */
export function exitCodeOfParser(error: { readonly exitCode: number }): ExitCode {
  return error.exitCode === 0 ? exitCodes.ok : exitCodes.wrongCommandLine;
}
