import type { Reaction } from "../replies/reply.ts";
import { platformError } from "./auth.ts";
import type { SlackContext } from "./context.ts";
import { insist } from "./insist.ts";

/** Slack's names of what the bot reacts with. */
const names: Readonly<Record<Reaction, string>> = { "👍": "+1", "👋": "wave", "🙂": "slightly_smiling_face" };
/** Milliseconds: a line is written where it takes longer. */
const PATIENCE = 3_000;

/**
 * Reacts to a message where that will do: to thanks, for example.
 *
 * @returns false where it will not, or the bot may not: then the reply itself is to be sent
 */
export async function react(
  { client, log }: SlackContext,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  reaction: Reaction | undefined,
): Promise<boolean> {
  if (reaction === undefined) return false;
  try {
    await insist(() => client.reactions.add({ channel, timestamp: ts, name: names[reaction] }), PATIENCE);
    return true;
  } catch (error) {
    const code = platformError(error);
    if (code === "already_reacted") return true;
    log.info("Slack did not let the bot react to a message; it writes a line", { code: code ?? "not reached" });
    return false;
  }
}
