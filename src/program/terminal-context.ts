import type { Knowledge } from "../index.ts";

/** Where a command is asked at a terminal. */
export function terminalContext(knowledge: Knowledge) {
  return { knowledge, formatCommand: (command: string) => `/${command}`, feedback: { vote: () => {} } };
}
