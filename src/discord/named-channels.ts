import { type Channel, type Client, DiscordAPIError, Events, type Message } from "discord.js";
import type { Bot } from "../chat/bot.ts";
import { privately } from "../chat/bot-reply.ts";
import { createTellOnce } from "../chat/tell-once.ts";
import type { Log } from "../log.ts";
import { canBeAsked } from "./intents.ts";
import type { Place } from "./place.ts";
import { writeTo } from "./reply-to.ts";
import { isClosedToMessages } from "./send.ts";

/** Servers that a line of the log names. */
const MAX_NAMED = 20;

/** Whether one of some channels is a server's, as far as the bot sees them. */
function namesSomeOf(guild: string | null, channels: readonly string[], client: Client): boolean {
  return channels.some((id) => {
    const channel = client.channels.cache.get(id);
    return channel !== undefined && "guildId" in channel && channel.guildId === guild;
  });
}

/** What a person is told where the bot does not answer, in that place. @param channels those where it does */
export function elsewhere({ guildId, client }: Place & { client: Client }, channels: readonly string[]): string {
  return namesSomeOf(guildId, channels, client)
    ? "I am to answer in certain channels of this server only: please ask there, or write to me directly."
    : "I am to answer in no channel of this server: please write to me directly.";
}

/** @returns what tells the author of a message that the bot does not answer there: once a server, in direct messages */
export function createTellElsewhere(
  bot: Bot,
  log: Log,
): (message: Message, channels: readonly string[]) => Promise<void> {
  const isNew = createTellOnce();
  return async (message, channels) => {
    const { id, author, client, guild, guildId } = message;
    if (!isNew(`${guildId}:${author.id}`) || !(await bot.isFirstDelivery(`discord:${id}`))) return;
    const server = guild === null ? "that server" : `“${guild.name}”`;
    const text = namesSomeOf(guildId, channels, client)
      ? `In ${server} I am to answer in certain channels only: please ask there, or here.`
      : `In ${server} I am to answer in no channel: please ask me here.`;
    try {
      await writeTo(message, privately("info", text), log);
    } catch (error) {
      if (!isClosedToMessages(error)) throw error;
    }
  };
}

interface NamedChannels {
  /** Where it answers at all, those in which every question is meant for it among them; null for everywhere. */
  readonly channels: readonly string[] | null;
  readonly askChannels: readonly string[];
  /** Where people answer; null for nowhere. */
  readonly escalateTo: string | null;
}

/**
 * Says in the log which ids of the settings that name channels are none in which the bot can do what they
 * are for, each once, and in which servers it answers in no channel. Where Discord does not say, nothing is said.
 */
export async function reportNamedChannels(
  client: Client<true>,
  { channels, askChannels, escalateTo }: NamedChannels,
  log: Log,
): Promise<void> {
  const tell = (message: string, ids: readonly string[]) => {
    if (ids.length > 0) log.warn(message, { channels: ids });
  };
  const named = (channels ?? []).filter((id) => !askChannels.includes(id));
  for (const [setting, ids] of [
    ["DISCORD_CHANNELS", named],
    ["DISCORD_ASK_CHANNELS", askChannels],
    ["DISCORD_ESCALATE_TO", escalateTo === null ? [] : [escalateTo]],
  ] as const) {
    const found = await Promise.all(ids.map((id) => find(id, client)));
    tell(
      `${setting} names what is no channel that the bot sees: check the ids (right-click a channel, Copy Channel ID), or give it View Channels there`,
      ids.filter((_, i) => found[i] === null),
    );
    if (setting !== "DISCORD_ASK_CHANNELS") continue;
    tell(
      `${setting} names what is no text channel and no forum, so nothing is answered there: name one, for a thread the channel that it belongs to`,
      ids.filter((_, i) => found[i] && !canBeAsked(found[i])),
    );
  }
  if (channels !== null) reportServers(client, channels, log);
}

/** Says of each server, be it joined later, whether no channel of it is named. */
function reportServers(client: Client<true>, channels: readonly string[], log: Log): void {
  const report = (guilds: readonly { id: string; name: string }[]) => {
    const shut = guilds.filter(({ id }) => !namesSomeOf(id, channels, client));
    if (shut.length === 0) return;
    log.info("DISCORD_CHANNELS names no channel of these servers: there the bot answers direct messages only", {
      servers: shut.slice(0, MAX_NAMED).map(({ name }) => name),
      ...(shut.length > MAX_NAMED ? { more: shut.length - MAX_NAMED } : {}),
    });
  };
  report([...client.guilds.cache.values()]);
  client.on(Events.GuildCreate, (guild) => report([guild]));
}

/** @returns a channel; null where the bot sees none, undefined where Discord does not say */
async function find(id: string, client: Client): Promise<Channel | null | undefined> {
  try {
    // One that is not known may be a thread that nobody wrote in lately.
    const channel = client.channels.cache.get(id) ?? (await client.channels.fetch(id));
    return channel !== null && "viewable" in channel && !channel.viewable ? null : channel;
  } catch (error) {
    return error instanceof DiscordAPIError && [403, 404].includes(error.status) ? null : undefined;
  }
}
