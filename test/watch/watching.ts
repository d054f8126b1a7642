/** A watch or a preview that runs, and what it tells, line by line: tests wait for what is told, never for a time. */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { type Given, start } from '../cli/program.ts';

export interface Told {
  readonly kind: string;
  readonly what?: 'texts' | 'pdf';
  readonly names?: readonly string[];
  readonly milliseconds?: number;
  readonly address?: string;
  readonly problems?: readonly {
    readonly code: string;
    readonly file?: string;
    readonly line?: number;
    readonly column?: number;
  }[];
}

export class Watching {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<number | null>;
  #heard: Told[] = [];
  #wake = () => {};
  #err = '';
  #isOver = false;

  /** `args` with `--json`, which is added. */
  constructor(args: readonly string[], given: Given) {
    this.child = start([...args, '--json'], given);
    this.child.stdin.end();
    this.child.stderr.on('data', (text: Buffer) => {
      this.#err += text.toString();
    });
    createInterface({ input: this.child.stdout }).on('line', (line) => {
      this.#heard.push(JSON.parse(line) as Told);
      this.#wake();
    });
    this.ended = new Promise((resolve) => {
      this.child.on('close', (code) => {
        this.#isOver = true;
        this.#wake();
        resolve(code);
      });
    });
  }

  /** The next thing told that is meant; what comes before it is passed over. */
  async next(isMeant: (told: Told) => boolean): Promise<Told> {
    for (;;) {
      for (let told = this.#heard.shift(); told !== undefined; told = this.#heard.shift())
        if (isMeant(told)) return told;
      if (this.#isOver) throw new Error(`it ended before that was told\n${this.#err}`);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async built(what: 'texts' | 'pdf'): Promise<readonly string[]> {
    const { names = [] } = await this.next((told) => told.kind === 'built' && told.what === what);
    return names;
  }

  async stop(signal: 'SIGINT' | 'SIGTERM' = 'SIGINT'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }

  get err(): string {
    return this.#err;
  }
}
