import type { Context } from "../../command.ts";
import type { Reaction, Reply } from "../../replies/reply.ts";
import type { SmallTalkKind } from "./phrases.ts";

/** Where a sign will do in place of the line; of the other kinds words are wanted. */
const reactions: Readonly<Partial<Record<SmallTalkKind, Reaction>>> = {
  thanks: "👍",
  farewell: "👋",
  greeting: "👋",
  praise: "🙂",
  laughter: "🙂",
  reply: "👍",
};

/** What answers small talk: one line, without a search. Whoever begins with a greeting is told what the bot is for. */
export async function smallTalkReply(
  kind: SmallTalkKind,
  { knowledge, history, formatCommand }: Pick<Context, "knowledge" | "history" | "formatCommand">,
): Promise<Reply> {
  const count = knowledge.sources.length;
  const documents = count === 1 ? "one document" : `${count} documents`;
  const lines: Readonly<Record<SmallTalkKind, () => string | Promise<string>>> = {
    about: async () =>
      `I am a bot: I answer questions from ${documents}, in their own words, and say so when they don’t tell. For example: ${formatCommand("ask")} ${await knowledge.example()}`,
    wish: () => `I only know what stands in ${documents}: ask me about that.`,
    test: () => `I am here, with ${documents}: ask away.`,
    thanks: () => "You’re welcome!",
    farewell: () => "Bye! I’ll be here.",
    greeting: async () => `Hello! Ask me something, for example: ${formatCommand("ask")} ${await knowledge.example()}`,
    scolding: () => `Sorry. Other words may help; ${formatCommand("sources")} shows what I have read.`,
    praise: () => "Glad to help!",
    laughter: () => "🙂",
    reply: () => "👍",
  };
  const text = await lines[kind]();
  const reaction = kind === "greeting" && history.length === 0 ? undefined : reactions[kind];
  return { summary: text, items: [{ kind: "prose", text }], ...(reaction === undefined ? {} : { reaction }) };
}
