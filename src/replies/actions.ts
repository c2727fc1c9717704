import type { Action, Reply } from "./reply.ts";

/** The actions of a reply, in the order in which its buttons are counted. */
export function actionsOf(reply: Reply): readonly Action[] {
  return reply.items.flatMap((item) => (item.kind === "actions" ? item.actions : []));
}
