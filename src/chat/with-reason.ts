import type { ReplyItem } from "../replies/reply.ts";
import type { BotReply } from "./bot-reply.ts";

/** A reply for its person alone, below a line that says why it does not stand where it was asked for. */
export function withReason({ reply, exchange }: BotReply, reason: string): BotReply {
  const line: ReplyItem = { kind: "notice", tone: "info", text: reason };
  return { reply: { ...reply, items: [line, ...reply.items] }, visibility: "private", exchange };
}
