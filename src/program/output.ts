import process from "node:process";
import { styleText } from "node:util";
import type { OnFault } from "../dispatch.ts";
import { AttacheError } from "../errors.ts";
import { withoutControls } from "../terminal/controls.ts";
import { progressLines } from "../terminal/progress-lines.ts";

/** Whether standard output takes colours. */
export const color = styleText("bold", "x", { stream: process.stdout }) !== "x";

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function warn(text: string): void {
  process.stderr.write(`${withoutControls(text)}\n`);
}

/** Tells what went wrong in a command at a terminal. */
export const onFault: OnFault = (error) => {
  warn(error instanceof AttacheError ? error.message : String((error as Error).stack ?? error));
};

/** Tells how far a reading is that somebody waits for: as `showProgress` at a terminal, elsewhere in a line now and then. */
export function tellProgress(): (done: number, total: number) => void {
  return process.stderr.isTTY === true ? showProgress : progressLines(warn);
}

/** Files of a folder from which a person at a terminal is shown how far the reading is. */
const LARGE = 500;

/** Rows of a bar. */
const BAR = 30;

/** Shows how much of an index was written: a bar to a person at a terminal, elsewhere a line now and then. */
export function showWritten(done: number, total: number): void {
  const numbers = `${done.toLocaleString("en")} of ${total.toLocaleString("en")} passages`;
  if (process.stderr.isTTY !== true) {
    warn(`Written: ${numbers}`);
    return;
  }
  const filled = Math.round((BAR * done) / total);
  const bar = "#".repeat(filled).padEnd(BAR, "-");
  process.stderr.write(`\rWriting [${bar}] ${numbers}${done === total ? "\n" : ""}`);
}

export function showProgress(done: number, total: number): void {
  if (total < LARGE || process.stderr.isTTY !== true) return;
  process.stderr.write(`\rReading: ${done} of ${total} files${done === total ? "\n" : ""}`);
}
