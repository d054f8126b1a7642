/** Work beside something that may end it, such as a crash, which mostly never comes. */

/**
 * As `Promise.race([work, end])`; throws what `end` throws if that comes first. `Promise.race` itself would keep every result for as
 * long as `end` is waited for: a run's prints would fill the memory.
 */
export async function unlessEnded<T>(work: Promise<T>, end: Promise<never>): Promise<T> {
  let done: { readonly result: T } | undefined;
  const told = work.then((result) => {
    done = { result };
  });
  await Promise.race([told, end]);
  // Only `told` ends the race without an error.
  return done === undefined ? end : done.result;
}
