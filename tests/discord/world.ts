import type { APIApplicationCommand, APIChannel, APIGuild, APIMessage, APIUser } from "discord-api-types/v10";
import type { InteractionKind } from "./rules.ts";

/** 1 January 2015, from which Discord counts: https://docs.discord.com/developers/reference#snowflakes */
const EPOCH = 1_420_070_400_000;
let increment = 0;

export function snowflake(): string {
  return String((BigInt(Date.now() - EPOCH) << 22n) + BigInt(increment++ % 4_096));
}

/** Who and what there is on the far side. */
export const APPLICATION = "900000000000000001";
export const BOT_ROLE = "900000000000000002";
export const GUILD = "910000000000000001";
export const GENERAL = "920000000000000001";
export const OTHER = "920000000000000002";
export const THREAD = "920000000000000003";
/** Channels that not everyone of the server sees: one of a team, and a private thread. */
export const TEAM_ROOM = "920000000000000004";
export const PRIVATE_THREAD = "920000000000000005";
/** A channel in which only some may write. */
export const READ_ONLY = "920000000000000007";
/** A forum, whose posts are threads. */
export const FORUM = "920000000000000008";
/** Another server that the bot is in. */
export const SECOND_GUILD = "910000000000000002";
export const SECOND_GENERAL = "920000000000000006";

function user(id: string, username: string, bot = false): APIUser {
  return { id, username, discriminator: "0", global_name: username, avatar: null, bot } as APIUser;
}

export const bot = user(APPLICATION, "Attaché", true);
export const ann = user("930000000000000001", "Ann");
export const ben = user("930000000000000002", "Ben");

/** A direct message's channel, which both ends have for good. */
export function directChannelOf(person: APIUser): string {
  return `94${person.id.slice(2)}`;
}

/** What everyone may do by default: see channels, write, read what was written. */
const EVERYONE = "68608";
/** VIEW_CHANNEL: https://docs.discord.com/developers/topics/permissions */
const VIEW = "1024";
const SEND = "2048";

const channel = (id: string, name: string, guild = GUILD, denied = "0") =>
  ({
    id,
    type: 0,
    guild_id: guild,
    name,
    position: 0,
    permission_overwrites: [{ id: guild, type: 0, allow: "0", deny: denied }],
    nsfw: false,
    parent_id: null,
  }) as const;

export const channels: Record<string, APIChannel> = {
  [GENERAL]: channel(GENERAL, "general") as unknown as APIChannel,
  [OTHER]: channel(OTHER, "other") as unknown as APIChannel,
  [TEAM_ROOM]: channel(TEAM_ROOM, "team", GUILD, VIEW) as unknown as APIChannel,
  [READ_ONLY]: channel(READ_ONLY, "news", GUILD, SEND) as unknown as APIChannel,
  [SECOND_GENERAL]: channel(SECOND_GENERAL, "general", SECOND_GUILD) as unknown as APIChannel,
  [FORUM]: { ...channel(FORUM, "questions"), type: 15 } as unknown as APIChannel,
  [THREAD]: thread(THREAD, "the expulsions", 11),
  [PRIVATE_THREAD]: thread(PRIVATE_THREAD, "between us", 12),
};

/** The server that a channel belongs to; null for what is not listed. */
export function guildOf(id: string): string | null {
  return (channels[id] as { guild_id?: string } | undefined)?.guild_id ?? null;
}

/** @param type 11 is a public one, 12 a private one */
export function thread(id: string, name: string, type: 11 | 12, parent = GENERAL): APIChannel {
  return {
    id,
    type,
    guild_id: GUILD,
    name,
    parent_id: parent,
    owner_id: ann.id,
    message_count: 1,
    member_count: 2,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 60,
      archive_timestamp: new Date(0).toISOString(),
      locked: false,
    },
    total_message_sent: 1,
  } as unknown as APIChannel;
}

/** The servers that the bot is in. */
export const guilds = [GUILD, SECOND_GUILD] as const;

export function guildCreate(guild: string): APIGuild {
  const listed = Object.values(channels).filter(({ id }) => guildOf(id) === guild);
  const isThread = ({ type }: APIChannel) => type === 11 || type === 12;
  const role = (id: string, name: string, more: object) => ({
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    permissions: "0",
    managed: false,
    mentionable: true,
    flags: 0,
    ...more,
  });
  return {
    id: guild,
    name: guild === GUILD ? "Event" : "Elsewhere",
    owner_id: ann.id,
    roles: [
      role(guild, "@everyone", { permissions: EVERYONE }),
      role(BOT_ROLE, bot.username, { managed: true, tags: { bot_id: bot.id } }),
    ],
    emojis: [],
    features: [],
    stickers: [],
    channels: listed.filter((one) => !isThread(one)),
    threads: listed.filter(isThread),
    members: [
      { user: bot, roles: [BOT_ROLE], joined_at: new Date(0).toISOString(), deaf: false, mute: false, flags: 0 },
    ],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    large: false,
    unavailable: false,
    member_count: 3,
    joined_at: new Date(0).toISOString(),
  } as unknown as APIGuild;
}

/** What a person sees of a response. */
export type Shown =
  | {
      readonly kind: "message";
      readonly message: APIMessage;
      readonly ephemeral: boolean;
      /** Whether "thinking" was shown first. */
      readonly deferred: boolean;
    }
  | { readonly kind: "choices"; readonly choices: readonly { name: string; value: string }[] }
  | { readonly kind: "modal"; readonly modal: Record<string, unknown> }
  /** A button was acknowledged, and nothing changes. */
  | { readonly kind: "nothing" };

export interface FakeInteraction {
  readonly id: string;
  readonly token: string;
  readonly kind: InteractionKind;
  readonly channel: string;
  readonly user: APIUser;
  /** When it was sent, and when its first response came: milliseconds of `performance.now()`. */
  sent: number;
  responded: number | null;
  expired: boolean;
  /** The message of the first response, null while it is "thinking" or deleted. */
  original: APIMessage | null;
  ephemeral: boolean;
  deferred: boolean;
  /** First responses that were taken. */
  responses: number;
  resolve(shown: Shown): void;
}

/** All that the fake remembers. */
export interface World {
  readonly token: string;
  readonly commands: Map<string, APIApplicationCommand[]>;
  readonly interactions: Map<string, FakeInteraction>;
  readonly messages: Map<string, APIMessage>;
  /** Who waits for the bot's answer to a message, by the message's id. */
  readonly waiting: Map<string, (message: APIMessage) => void>;
  /** Whether the bot has asked for the content of all messages, and it was granted. */
  readsAll: boolean;
  /** What the bot has reacted with, to which message. */
  readonly reactions: { readonly message: string; readonly emoji: string }[];
  /** Who waits for the bot's reaction to a message, by the message's id. */
  readonly reacting: Map<string, (emoji: string) => void>;
  /** People who take no direct messages. */
  readonly closed: Set<string>;
  /** Channels whose earlier messages the bot may not read. */
  readonly noHistory: Set<string>;
  /** Channels that take no message of the bot's, with Discord's refusal. */
  readonly refusing: Map<string, { readonly status: number; readonly code: number }>;
  /** Channels in which the bot may not add reactions. */
  readonly noReactions: Set<string>;
  /** Nonces of messages that were created, with them. */
  readonly nonces: Map<string, APIMessage>;
  /** Requests that the real Discord would refuse, a line for each. */
  readonly problems: string[];
}

export function createWorld(token: string): World {
  return {
    token,
    commands: new Map(),
    interactions: new Map(),
    messages: new Map(),
    waiting: new Map(),
    closed: new Set(),
    noHistory: new Set(),
    refusing: new Map(),
    noReactions: new Set(),
    readsAll: false,
    reactions: [],
    reacting: new Map(),
    nonces: new Map(),
    problems: [],
  };
}

/**
 * A message as the bot gets it: without the message content intent, what does not speak to it is empty.
 * https://docs.discord.com/developers/events/gateway#message-content-intent
 */
export function asSeenByBot<M extends APIMessage>({ readsAll }: World, message: M, isDirect = false): M {
  const isFor = message.author.id === APPLICATION || message.mentions.some(({ id }) => id === APPLICATION);
  if (readsAll || isDirect || isFor) return message;
  const { message_snapshots: _, ...rest } = message;
  return { ...rest, content: "", embeds: [], attachments: [], components: [] } as unknown as M;
}
