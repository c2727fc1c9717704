import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../log.ts";

/** Passes on what the SDK warns of. */
export function toBoltLogger(log: Log): Logger {
  return {
    debug() {},
    info() {},
    warn: (...message) => log.warn(`Slack SDK: ${describe(message)}`),
    error: (...message) => log.error(`Slack SDK: ${describe(message)}`),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}

/** For the parts of the SDK that tell of each failed attempt: what comes of it is told once, by us. */
export const quiet: Logger = toBoltLogger({ info() {}, warn() {}, error() {} });

/** Characters of an error: where a proxy answers in Slack's place, its whole page is one. */
const MAX_ERROR = 300;

/** An error in one line. */
export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error))
    .replace(/\s+/g, " ")
    .slice(0, MAX_ERROR)
    .toWellFormed();
}

function describe(message: readonly unknown[]): string {
  return message.map((part) => messageOf(part)).join(" ");
}
