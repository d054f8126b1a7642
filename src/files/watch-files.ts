/** Tells when files change: one call for each file that was added, changed or removed, once its writing is over. */
import { basename, isAbsolute, relative, sep } from 'node:path';
import { type Problem, UserError } from '../problem/problem.ts';

export interface WatchOptions {
  /** Files and folders, from the root. A folder is watched with what is below it. */
  readonly paths: readonly string[];
  /** Folders of which nothing is told, unless something watched lies in them. */
  readonly except: readonly string[];
  /** Looks at the files again and again instead of being told: for network drives, which tell nothing. */
  readonly poll: boolean;
  readonly onChange: (path: string) => void;
  /** Something can no longer be watched. */
  readonly onFailure: (error: unknown) => void;
}

export interface FileWatch {
  /** Watches these too; those that are watched already stay as they are. */
  add(paths: readonly string[]): void;
  close(): Promise<void>;
}

/** A folder of scenarios with its prices, prose and theme is no deeper; a home folder that was named by mistake is. */
const deepest = 5;

/** How long a file must stay the same size before it counts as written [ms]; an editor writes a scenario in one go. */
const settled = { stabilityThreshold: 60, pollInterval: 20 };

/** Comes back once everything is watched. Throws UserError `watch-failed` where the system refuses. */
export async function watchFiles(options: WatchOptions): Promise<FileWatch> {
  const { watch } = await import('chokidar');
  const known = new Set(options.paths);
  const watcher = watch([...known], {
    ignoreInitial: true,
    usePolling: options.poll,
    interval: 300,
    awaitWriteFinish: settled,
    depth: deepest,
    ignored: (path) => isIgnored(path, [...known], options.except),
  });
  watcher.on('all', (_, path) => options.onChange(path));
  try {
    await new Promise<void>((resolve, reject) => {
      watcher.once('ready', resolve);
      watcher.once('error', (error) => reject(watchFailed(error)));
    });
  } catch (error) {
    await watcher.close();
    throw error;
  }
  watcher.on('error', (error) => options.onFailure(watchFailed(error)));
  return {
    add: (paths) => {
      const added = paths.filter((path) => !known.has(path));
      for (const path of added) known.add(path);
      if (added.length > 0) watcher.add(added);
    },
    close: () => watcher.close(),
  };
}

/** Hidden files, what package managers keep, and what editors leave beside a file while they write it. */
const passing = /^(?:\..+|node_modules|.*~|#.*#|.*\.(?:tmp|swp|bak))$/;

/** A watched folder may itself lie in a hidden one: only what is below it is judged by its name. */
export function isIgnored(path: string, watched: readonly string[], except: readonly string[]): boolean {
  const below = watched.filter((root) => isWithin(path, root));
  const names = below.map((root) => relative(root, path).split(sep).filter(Boolean));
  if (below.length > 0 && names.every((parts) => parts.some((part) => passing.test(part)))) return true;
  const out = except.filter((folder) => !watched.some((root) => isWithin(root, folder)));
  return out.some((folder) => isWithin(path, folder));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`));
}

/** What the system’s refusals mean, and what can be done about them. */
export function watchFailed(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const path = error instanceof Error && 'path' in error ? basename(String(error.path)) : '';
  const refusal = refusals[code];
  if (refusal === undefined) return error;
  const [why, hint] = refusal;
  const message = `${path === '' ? 'the files' : path} cannot be watched: ${why} [${code}]`;
  const problem: Problem = { severity: 'error', code: 'watch-failed', message, hint };
  return new UserError([problem], { cause: error });
}

const tooMany =
  'let others go (editors and dev servers watch too), raise the limit with `sudo sysctl fs.inotify.max_user_watches=524288`, or look again and again instead: --poll';

const refusals: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  ENOSPC: ['this machine allows no more watched files', tooMany],
  EMFILE: [
    'too many files are open, or too many programs watch',
    'close what watches too, raise the limits with `ulimit -n 4096` and `sudo sysctl fs.inotify.max_user_instances=512`, or use --poll',
  ],
  EACCES: ['it may not be read', 'check who may read it'],
  EPERM: ['it may not be read', 'check who may read it'],
};
