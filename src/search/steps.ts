/**
 * Work that may have to wait for passages that are not in memory: a promise is yielded for each wait. Where all are in
 * memory there is none, and the work is done at once.
 */
export type Steps<T> = Generator<Promise<unknown>, T, unknown>;

/** What may have to be waited for. */
export type Awaitable<T> = T | Promise<T>;

/** Waits for a value, where it is not there yet. */
export function* wait<T>(value: Awaitable<T>): Steps<T> {
  return value instanceof Promise ? ((yield value) as T) : value;
}

/** Does work whose waits are waited for. */
export async function finish<T>(steps: Steps<T>): Promise<T> {
  let step = steps.next();
  while (step.done !== true) {
    const waited = step.value;
    step = await waited.then(
      (value) => steps.next(value),
      (error) => steps.throw(error),
    );
  }
  return step.value;
}

/** Does work on passages that are all in memory. @throws Error where there is something to wait for */
export function finishNow<T>(steps: Steps<T>): T {
  const step = steps.next();
  if (step.done === true) return step.value;
  throw new Error("The passages are not in memory: wait for them with finish");
}
