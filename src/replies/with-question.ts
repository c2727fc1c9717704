import type { Reply } from "./reply.ts";

/** Names the question of an answer that others have not seen asked. */
export function withQuestion(reply: Reply, question: unknown): Reply {
  if (typeof question !== "string") return reply;
  return { ...reply, items: [{ kind: "prose", text: `Asked: “${question}”` }, ...reply.items] };
}
