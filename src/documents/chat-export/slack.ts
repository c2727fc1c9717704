import { z } from "zod";
import type { ExportedChannel, ExportedMessage } from "./messages.ts";

const optionalText = z.string().optional().catch(undefined);
const profile = z.object({ real_name: optionalText, display_name: optionalText }).optional().catch(undefined);

/** What is needed of a day of a channel in Slack's export. */
const slackMessage = z.object({
  type: z.literal("message"),
  subtype: optionalText,
  ts: z.string().regex(/^\d+\.\d+$/),
  thread_ts: optionalText,
  text: z.string().max(100_000),
  user: optionalText,
  username: optionalText,
  team: optionalText,
  user_profile: profile,
});
const slackDay = z.array(z.unknown()).min(1);
const slackUsers = z.array(z.object({ id: z.string(), name: optionalText, real_name: optionalText, profile }));
const slackChannels = z.array(z.object({ id: z.string().regex(/^\w+$/), name: z.string() }));

/** What Slack's export says beside the messages, as far as it is there. */
export interface SlackLists {
  /** users.json */
  readonly users: unknown;
  /** channels.json, and those of private ones */
  readonly channels: readonly unknown[];
}

/** Messages that Slack writes itself, "Ana has joined the channel": no subtype but these is somebody's. */
const SAID = new Set(["bot_message", "thread_broadcast", "me_message", "file_share", "file_comment"]);

/**
 * @param json of a file "general/2024-05-03.json"
 * @param channel name of the folder that it is in
 * @param raw the file's text, in which its workspace may be named
 * @returns null where it is none
 */
export function readSlackExport(
  json: unknown,
  channel: string,
  raw: string,
  lists: SlackLists,
): ExportedChannel | null {
  const day = slackDay.safeParse(json);
  if (!day.success) return null;
  const messages = day.data.flatMap((one) => slackMessage.safeParse(one).data ?? []);
  if (messages.length * 2 < day.data.length) return null;
  const names = namesOf(lists.users);
  const id = lists.channels
    .map((list) => slackChannels.safeParse(list).data?.find(({ name }) => name === channel)?.id)
    .find(Boolean);
  const workspace = /https:\/\/([a-z0-9-]+)\.(?:enterprise\.)?slack\.com\//.exec(raw)?.[1];
  const urlOf = (ts: string, team: string | undefined): string | null => {
    if (id === undefined) return null;
    if (workspace !== undefined) return `https://${workspace}.slack.com/archives/${id}/p${ts.replace(".", "")}`;
    return team === undefined
      ? null
      : `https://slack.com/app_redirect?team=${encodeURIComponent(team)}&channel=${id}&message_ts=${ts}`;
  };
  const said = messages.filter(
    ({ subtype, text }) => (subtype === undefined || SAID.has(subtype)) && text.trim() !== "",
  );
  const threaded = said.toSorted(
    (a, b) => Number(a.thread_ts ?? a.ts) - Number(b.thread_ts ?? b.ts) || Number(a.ts) - Number(b.ts),
  );
  return {
    title: `#${channel}`,
    publisher: null,
    messages: threaded.map(({ ts, text, user, username, team, user_profile }): ExportedMessage => {
      const sender = user_profile?.real_name || names.get(user ?? "") || username || user || "Unknown";
      return { sender, sent: momentOf(ts), text: plainSlack(text, names), url: urlOf(ts, team) };
    }),
  };
}

function namesOf(users: unknown): Map<string, string> {
  const read = slackUsers.safeParse(users).data ?? [];
  return new Map(read.map(({ id, name, real_name, profile }) => [id, profile?.real_name || real_name || name || id]));
}

/** In UTC: an export names no time zone. */
function momentOf(ts: string): string {
  const date = new Date(Number(ts) * 1_000);
  return Number.isNaN(date.getTime()) ? "1970-01-01T00:00" : date.toISOString().slice(0, 16);
}

/** Slack's mrkdwn as it is shown: names for ids, labels for links, no marks of bold, italic and code; what is struck out is withdrawn. */
function plainSlack(text: string, names: ReadonlyMap<string, string>): string {
  return text
    .replace(/<@(\w+)(?:\|([^>]*))?>/g, (_, id: string, label = "") => `@${names.get(id) ?? (label || id)}`)
    .replace(/<#\w+\|([^>]*)>/g, "#$1")
    .replace(/<!(?:subteam\^\w+\|)?@?([^>|^]+)[^>]*>/g, "@$1")
    .replace(/<(?:https?:|mailto:|tel:)[^>|]*\|([^>]*)>/g, "$1")
    .replace(/<((?:https?:|mailto:|tel:)[^>]*)>/g, "$1")
    .replace(/```|`/g, "")
    .replace(/\s?(?<![\p{L}\p{N}~])~(?=\S)[^~\n]+~(?![\p{L}\p{N}~])/gu, "")
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_\n]+)(?<=\S)\1(?![\p{L}\p{N}*_])/gu, "$2")
    .replace(/^&gt; ?/gm, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
}
