// Completes package-lock.json after `npm install` on a machine whose registry has not got every platform's packages:
// npm then leaves those optional packages out of the lockfile, and `npm ci` refuses it everywhere as out of step.
// Adds an entry for each, with the exact version its parent asks for, and takes download addresses out.
// Usage: npm install <package> && node .ci/complete-lockfile.mjs && npm ci
import { readFileSync, writeFileSync } from 'node:fs';

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
for (const [parentPath, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const isThere = [`node_modules/${name}`, `${parentPath}/node_modules/${name}`].some((path) => path in lock.packages);
    if (!isThere) lock.packages[`node_modules/${name}`] = platformEntry(name, version, parent.dev);
  }
}
for (const entry of Object.values(lock.packages)) delete entry.resolved;
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);

function platformEntry(name, version, isDevelopment) {
  const words = name.split('/').at(-1).split('-');
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  return {
    version: version.replace(/^[\^~]/, ''),
    ...(cpu && { cpu: [cpu] }),
    ...(isDevelopment && { dev: true }),
    ...(words.includes('musl') && { libc: ['musl'] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}
