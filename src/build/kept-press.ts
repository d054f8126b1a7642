/** A press that stays open from run to run: the second print of a day need not wait for a browser to start. */
import type { LendPress } from './build-request.ts';
import { type Press, withPress } from './press.ts';

interface OpenPress {
  readonly press: Promise<Press>;
  close(): Promise<void>;
}

/** Opened when it is first lent. Whoever makes one closes it. */
export class KeptPress {
  #open: OpenPress | undefined;

  /** As `withPress`; a press that could not be opened is tried again the next time. */
  readonly lend: LendPress = async (options, use) => {
    this.#open ??= openPress(options);
    const { press } = this.#open;
    try {
      return await use(await press);
    } catch (error) {
      if (await isShut(press)) this.#open = undefined;
      throw error;
    }
  };

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await open?.close();
  }
}

function openPress(options: Parameters<LendPress>[0]): OpenPress {
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  let held: Promise<void> = Promise.resolve();
  const press = new Promise<Press>((resolve, reject) => {
    held = withPress(options, async (opened) => {
      resolve(opened);
      await left;
    });
    held.catch(reject);
  });
  return {
    press,
    close: async () => {
      leave();
      // That it could not be opened was told to whoever wanted it.
      if (!(await isShut(press))) await held;
    },
  };
}

async function isShut(press: Promise<Press>): Promise<boolean> {
  return press.then(
    () => false,
    () => true,
  );
}
