import type { webApi } from "@slack/bolt";
import type { Log } from "../log.ts";
import { platformError } from "./auth.ts";

/** A time at which nobody wrote: only whether the channel is there is asked. */
const NEVER = "1000000000.000001";

/**
 * Says in the log what SLACK_CHANNELS comes to, and which of its ids the bot sees no channel of. Slack is asked by a
 * call that needs no scope: docs.slack.dev/reference/methods/chat.getPermalink
 */
export async function reportNamedChannels(
  client: webApi.WebClient,
  channels: readonly string[],
  log: Log,
): Promise<void> {
  log.info("SLACK_CHANNELS: it answers in these channels only, and in direct messages", { channels });
  const seen = await Promise.all(
    channels.map((channel) =>
      client.chat.getPermalink({ channel, message_ts: NEVER }).then(
        () => true,
        (error: unknown) => platformError(error) !== "channel_not_found",
      ),
    ),
  );
  const unseen = channels.filter((_, i) => seen[i] === false);
  if (unseen.length === 0) return;
  log.warn(
    "SLACK_CHANNELS names what is no channel that the bot sees: check the ids (a channel’s details, at the foot of “About”), or invite it to the private ones",
    { channels: unseen },
  );
}
