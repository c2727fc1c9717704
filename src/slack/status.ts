import { setTimeout as sleep } from "node:timers/promises";
import type { SlackContext } from "./context.ts";

/** Milliseconds for which an answer lets the status go first. */
const FIRST = 300;

export interface Status {
  /** Lets the status go first, but not for long. */
  settle(): Promise<void>;
  /** To be called behind the answer, or where none goes: takes away a status that nothing else does. */
  clear(): Promise<void>;
}

/**
 * Shows in the agent pane that the bot is at work. Slack takes the status away when the answer comes, so the status is to
 * come first; where Slack is slow with it, the answer goes all the same, and what then came too late is taken away.
 */
export function showStatus(
  { client, spare }: Pick<SlackContext, "client" | "spare">,
  pane: { readonly channel_id: string; readonly thread_ts: string },
): Status {
  const what = "show that I am at work";
  const set = (status: string) => spare(what, client.assistant.threads.setStatus({ ...pane, status }));
  let isShown = false;
  let stays = true;
  const shown = set("is looking it up…").then(() => {
    isShown = true;
  });
  return {
    async settle() {
      await Promise.race([shown, sleep(FIRST, undefined, { ref: false })]);
      stays = !isShown;
    },
    async clear() {
      if (!stays) return;
      await shown;
      await set("");
    },
  };
}
