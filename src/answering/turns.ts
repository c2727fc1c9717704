import { setImmediate as nextRound } from "node:timers/promises";

/** Milliseconds after which a long piece of work lets others have their turn. */
const TURN = 10;
/** Milliseconds that whoever was just answered has for what he asks next, and what can wait rests at the most for it. */
const PAUSE = 3;
const LONGEST_REST = 100;

let restUntil = 0;
let wentOn = 0;

/** Long pieces of work that wait to go on. */
const waiting: (() => void)[] = [];

/** One goes on in a round of the event loop, however many there are: whoever asks waits for one turn at the most. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(goOn);
  });
}

/** Has none of those that wait go on, nor hold anything in memory. */
export function dropTurns(): void {
  waiting.length = 0;
}

/** Has long pieces of work rest for a moment: somebody was answered, and a question is often several requests in a row. */
export function restTurns(): void {
  restUntil = performance.now() + PAUSE;
}

function goOn(): void {
  const now = performance.now();
  if (now < restUntil && now - wentOn < LONGEST_REST) {
    setTimeout(goOn, restUntil - now);
    return;
  }
  wentOn = now;
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(goOn);
}

/** Does a piece of work after the other, a few at a time: whoever else asks something is answered in between. */
export function inTurns<T>(pieces: Iterable<T>, work: (piece: T) => unknown): Promise<void> {
  return inRounds(pieces, work, nextTurn);
}

/** The same for what somebody waits for: it goes before what is done in turns, and rests for nobody. */
export async function inRounds<T>(
  pieces: Iterable<T>,
  work: (piece: T) => unknown,
  next: () => Promise<void> = nextRound,
): Promise<void> {
  let started = performance.now();
  for (const piece of pieces) {
    const worked = work(piece);
    if (worked instanceof Promise) await worked;
    if (performance.now() - started < TURN) continue;
    await next();
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
