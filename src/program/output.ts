import process from "node:process";
import { styleText } from "node:util";
import type { OnFault } from "../dispatch.ts";
import { AttacheError } from "../errors.ts";
import { withoutControls } from "../terminal/controls.ts";

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

/** Files of a folder from which a person at a terminal is shown how far the reading is. */
const LARGE = 500;

export function showProgress(done: number, total: number): void {
  if (total < LARGE || process.stderr.isTTY !== true) return;
  if (done % 50 === 0 || done === total)
    process.stderr.write(`\rReading: ${done} of ${total} files${done === total ? "\n" : ""}`);
}
