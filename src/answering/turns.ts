import { setImmediate } from "node:timers/promises";

/** Milliseconds after which a long piece of work lets others have their turn. */
const TURN = 10;

/** Does a piece of work after the other, a few at a time: whoever else asks something is answered in between. */
export async function inTurns<T>(pieces: Iterable<T>, work: (piece: T) => void): Promise<void> {
  let started = performance.now();
  for (const piece of pieces) {
    work(piece);
    if (performance.now() - started < TURN) continue;
    await setImmediate();
    started = performance.now();
  }
}

/** Gathers what comes in parts, a few at a time. */
export async function collect<T>(parts: Iterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  await inTurns(parts, (part) => {
    for (const one of part) all.push(one);
  });
  return all;
}
