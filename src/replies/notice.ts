import type { Reply } from "./reply.ts";

/** A reply of one line, in our own words. */
export function notice(tone: "info" | "warning" | "error", text: string): Reply {
  return { summary: text, items: [{ kind: "notice", tone, text }] };
}
