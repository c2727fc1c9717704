import type { OnFault } from "../dispatch.ts";
import type { Log } from "../log.ts";

/** Tells the log what went wrong. A fault's message may repeat what a person typed, so that is taken out. */
export function createOnFault(log: Log): OnFault {
  return (error, { command, input }) => {
    const { name, code, message, stack } = error as Error & { code?: unknown };
    if (code === "store") return;
    const typed = ("text" in input ? [input.text] : Object.values(input.values)).filter(
      (value) => typeof value === "string",
    );
    const hide = (text: string) =>
      typed.reduce((rest, value) => (value === "" ? rest : rest.replaceAll(value, "…")), text);
    log.error("A command failed", { command, name, code, cause: hide(String(message)), stack: hide(String(stack)) });
  };
}
