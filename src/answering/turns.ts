import { setImmediate } from "node:timers/promises";

/** Milliseconds after which a long piece of work lets others have their turn. */
const TURN = 10;

/** Gathers what comes in parts, a few at a time: whoever else asks something is answered in between. */
export async function collect<T>(parts: Iterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  let started = performance.now();
  for (const part of parts) {
    for (const one of part) all.push(one);
    if (performance.now() - started < TURN) continue;
    await setImmediate();
    started = performance.now();
  }
  return all;
}
