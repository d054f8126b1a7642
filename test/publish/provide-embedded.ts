/** A program of its own for the test of four processes: provides the embedded browser and runs it for its version. */
import { execFileSync } from 'node:child_process';
import { provideEmbeddedBrowser } from '../../src/publish/browser/embedded-browser.ts';

const found = await provideEmbeddedBrowser({ environment: process.env });
if (found === undefined) throw new Error('the embedded browser is not installed here');
const env = { ...process.env, ...found.environment };
console.log(execFileSync(found.executablePath, ['--version'], { env, encoding: 'utf8' }));
