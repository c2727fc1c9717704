import type { webApi } from "@slack/bolt";
import type { Log } from "../log.ts";
import { platformError } from "./auth.ts";

/** A time at which nobody wrote: only whether the channel is there is asked. */
const NEVER = "1000000000.000001";

interface NamedChannels {
  /** Where it answers at all, those in which every question is meant for it among them; null for everywhere. */
  readonly channels: readonly string[] | null;
  readonly askChannels: readonly string[];
  /** Where people answer; null for nowhere. */
  readonly escalateTo: string | null;
}

/**
 * Says in the log what SLACK_CHANNELS comes to, and which ids of it, of SLACK_ASK_CHANNELS and of SLACK_ESCALATE_TO are no
 * channels in which the bot can do what they are for, each once. Where Slack does not say, nothing is said.
 */
export async function reportNamedChannels(
  client: webApi.WebClient,
  { channels, askChannels, escalateTo }: NamedChannels,
  log: Log,
): Promise<void> {
  if (channels !== null) {
    log.info("SLACK_CHANNELS: it answers in these channels only, and in direct messages", { channels });
  }
  const named = (channels ?? []).filter((id) => !askChannels.includes(id));
  // No call that needs a scope: docs.slack.dev/reference/methods/chat.getPermalink
  const seen = refusals(named, (channel) => client.chat.getPermalink({ channel, message_ts: NEVER }));
  // Of a channel that it is no member of the bot hears nothing, and may not read: docs.slack.dev/reference/methods/conversations.history
  const hears = (channel: string) => client.conversations.history({ channel, oldest: NEVER, latest: NEVER, limit: 1 });
  const heard = refusals(askChannels, hears);
  const answered = refusals(escalateTo === null ? [] : [escalateTo], hears);
  const tell = (message: string, ids: readonly string[]) => {
    if (ids.length > 0) log.warn(message, { channels: ids });
  };
  for (const [setting, found] of [
    ["SLACK_CHANNELS", await seen],
    ["SLACK_ASK_CHANNELS", await heard],
    ["SLACK_ESCALATE_TO", await answered],
  ] as const) {
    tell(
      `${setting} names what is no channel that the bot sees: check the ids (a channel’s details, at the foot of “About”), or invite it to the private ones`,
      found.get("channel_not_found") ?? [],
    );
    tell(
      `${setting} names channels that the bot is no member of, so it hears nothing there: invite it`,
      found.get("not_in_channel") ?? [],
    );
  }
}

/** @returns channels by why Slack refuses a call for them */
async function refusals(
  channels: readonly string[],
  call: (channel: string) => Promise<unknown>,
): Promise<ReadonlyMap<string | null, readonly string[]>> {
  const codes = await Promise.all(
    channels.map(async (channel) => {
      const code = await call(channel).then(() => null, platformError);
      return { channel, code };
    }),
  );
  const byCode = Map.groupBy(codes, ({ code }) => code);
  return new Map([...byCode].map(([code, found]) => [code, found.map(({ channel }) => channel)]));
}
