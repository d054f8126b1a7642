/** `omkost doctor`: what this machine prints with, and whether a test page comes out. */
import type { DoctorReport } from '../../publish/doctor.ts';
import type { CommonOptions, ExitCode, Outside } from '../outside.ts';
import { describeEvent } from '../printer-events.ts';
import { exitCodeOf, problemAsJson, reportProblems } from '../report-problems.ts';

const origins = {
  option: 'named with --browser',
  environment: 'named in PUPPETEER_EXECUTABLE_PATH',
  embedded: 'embedded',
  'puppeteer-cache': 'from Puppeteer’s cache',
  installed: 'installed on this machine',
} as const;

const sandboxes = {
  on: 'on',
  'off-as-root': 'off, since Chromium has none for root',
  'off-unavailable': 'off, since this machine does not allow it',
} as const;

export async function doctor(options: CommonOptions, outside: Outside): Promise<ExitCode> {
  const { examine } = await import('../../publish/doctor.ts');
  const report = await examine({
    ...(options.browser !== undefined && { browserPath: options.browser }),
    environment: outside.environment,
    signal: outside.signal,
    onEvent: (event) => outside.err(`${describeEvent(event)}\n`),
  });
  const { problems, ...facts } = report;
  if (options.json) {
    outside.out(`${JSON.stringify({ ...facts, problems: problems.map(problemAsJson) }, null, 2)}\n`);
    return exitCodeOf(problems);
  }
  outside.out(describe(report));
  await reportProblems(outside, options, problems);
  return exitCodeOf(problems);
}

function describe({ node, platform, browser, testPage, cache, notesCache, problems }: DoctorReport): string {
  const rows: [string, string][] = [
    ['Node', `${node} on ${platform}`],
    ...(browser === undefined
      ? [['Browser', 'none that works'] as [string, string]]
      : ([
          ['Browser', `${browser.version}, ${origins[browser.origin]}`],
          ['', browser.executablePath],
          ['Sandbox', sandboxes[browser.sandbox]],
          ['Start', `${Math.round(browser.startMs)} ms`],
          ['System fonts', browser.fontFolder ?? 'those of this machine (notes bring their own)'],
        ] as [string, string][])),
    [
      'Test page',
      testPage === undefined
        ? 'not printed'
        : `${testPage.bytes} bytes in ${Math.round(testPage.milliseconds)} ms, ${testPage.hasItsFont ? 'with its own font' : 'with another font than its own'}`,
    ],
    ['Cache', `${cache.folder} (${Math.round(cache.bytes / 1024 / 1024)} MB)`],
    [
      'Built notes',
      `${notesCache.folder} (${Math.round(notesCache.bytes / 1024 / 1024)} MB; omkost cache --clear empties it)`,
    ],
    ['Verdict', problems.length === 0 && testPage?.hasItsFont ? 'ready to print' : 'not ready to print'],
  ];
  return rows.map(([name, value]) => `${name.padEnd(13)}${value}\n`).join('');
}
