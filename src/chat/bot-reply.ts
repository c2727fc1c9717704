import type { Visibility } from "../dispatch.ts";
import { notice } from "../replies/notice.ts";
import type { Reply } from "../replies/reply.ts";

/** What the bot says, and to whom. */
export interface BotReply {
  readonly reply: Reply;
  readonly visibility: Visibility;
  /** What its buttons are named after (`buttonId`). Null when nothing was stored: draw no button that needs it. */
  readonly exchange: string | null;
  /** What was asked: to stand above it where it does not stand by the question. */
  readonly question?: string;
  /** Whether the person was told the same before: unless something waits for a reply, once is enough. */
  readonly again?: boolean;
  /** Whether nobody put the question to the bot: where its place takes no answer, there is none. */
  readonly isUnasked?: boolean;
}

/** A notice for one person alone. */
export function privately(tone: "info" | "warning" | "error", text: string): BotReply {
  return { reply: notice(tone, text), visibility: "private", exchange: null };
}

/** A notice where its person wrote, which whoever reads that may read. */
export function below(text: string): BotReply {
  return { reply: notice("info", text), visibility: "public", exchange: null };
}
