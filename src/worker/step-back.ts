import { constants, getPriority, setPriority } from "node:os";
import process from "node:process";

/** By how much: a thread with the same to do gets three times as much of the processor. */
const STEP = 5;

/**
 * Has this thread, and those that it starts, stand behind the others for the processor, for good: only who may do
 * anything can take that back. On Linux alone is a priority a thread's own (setpriority(2), "BUGS"); elsewhere it would
 * be the whole process's, and is left as it is.
 */
export function stepBack(): void {
  if (process.platform !== "linux") return;
  try {
    // The first thread has the process's number: a step behind that is one step, however often it is taken.
    setPriority(Math.min(getPriority(process.pid) + STEP, constants.priority.PRIORITY_LOW));
  } catch {
    // Where a system lets nobody do so, it is as urgent as before.
  }
}
