import type { Context } from "../../src/command.ts";
import type { Knowledge } from "../../src/index.ts";

/** What a command gets, where its commands are called "/name" and nobody votes. */
export function contextOf(knowledge: Knowledge, given: Partial<Context> = {}): Context {
  return { knowledge, history: [], formatCommand: (command) => `/${command}`, feedback: { vote: () => {} }, ...given };
}
