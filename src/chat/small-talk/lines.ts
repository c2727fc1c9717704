import type { Context } from "../../command.ts";
import type { Reply } from "../../replies/reply.ts";
import type { SmallTalkKind } from "./phrases.ts";

/** What answers small talk: one line, without a search. */
export function smallTalkReply(
  kind: SmallTalkKind,
  { knowledge, formatCommand }: Pick<Context, "knowledge" | "formatCommand">,
): Reply {
  const count = knowledge.sources.length;
  const documents = count === 1 ? "one document" : `${count} documents`;
  const lines: Readonly<Record<SmallTalkKind, () => string>> = {
    about: () =>
      `I am a bot: I answer questions from ${documents}, in their own words, and say so when they don’t tell. For example: ${formatCommand("ask")} ${knowledge.example}`,
    wish: () => `I only know what stands in ${documents}: ask me about that.`,
    test: () => `I am here, with ${documents}: ask away.`,
    thanks: () => "You’re welcome!",
    farewell: () => "Bye! I’ll be here.",
    greeting: () => `Hello! Ask me something, for example: ${formatCommand("ask")} ${knowledge.example}`,
    scolding: () => `Sorry. Other words may help; ${formatCommand("sources")} shows what I have read.`,
    praise: () => "Glad to help!",
    laughter: () => "🙂",
    reply: () => "👍",
  };
  const text = lines[kind]();
  return { summary: text, items: [{ kind: "prose", text }] };
}
