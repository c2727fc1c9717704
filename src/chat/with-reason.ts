import type { ReplyItem } from "../replies/reply.ts";
import type { BotReply } from "./bot-reply.ts";
import { withQuestion } from "./sharing.ts";

/** A reply that does not stand by its question: the question stands above it, since people ask several. */
export function apart(given: BotReply): BotReply {
  return { ...given, reply: withQuestion(given.reply, given.question) };
}

/** A reply for its person alone, below a line that says why it does not stand where it was asked for. */
export function withReason(given: BotReply, reason: string): BotReply {
  const { reply, exchange } = apart(given);
  const line: ReplyItem = { kind: "notice", tone: "info", text: reason };
  return { reply: { ...reply, items: [line, ...reply.items] }, visibility: "private", exchange };
}
