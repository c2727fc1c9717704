import { type Channel, ChannelType, GatewayIntentBits } from "discord.js";
import { AttacheError } from "../errors.ts";

/** What reads messages that do not speak to the bot. */
export interface Hearing {
  /** Ids of the channels in which every question is meant for it. */
  readonly askChannels: readonly string[];
  /** Whether a question that does not mention the bot is answered where it has answered before. */
  readonly followUps: boolean;
}

/** What the bot asks the gateway for: the content of messages only where somebody wants it to read them. */
export function intentsFor(hearing: Hearing): GatewayIntentBits[] {
  const least = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
  return hears(hearing) ? [...least, GatewayIntentBits.MessageContent] : least;
}

/** Whether messages are read that do not speak to the bot. */
export function hears({ askChannels, followUps }: Hearing): boolean {
  return followUps || askChannels.length > 0;
}

/** Kinds of channels in which people write, or begin posts. */
const ASKABLE: readonly ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
];

export function canBeAsked({ type }: Channel): boolean {
  return ASKABLE.includes(type);
}

/** With which the gateway closes where an intent is not granted, or is no longer. */
const DISALLOWED = 4014;

/**
 * @param closing with which the gateway closed
 * @returns what to mend where Discord does not grant the intent for them; null where something else is wrong
 */
export function explainIntents(closing: number | null, hearing: Hearing): AttacheError | null {
  if (closing !== DISALLOWED || !hears(hearing)) return null;
  const settings = [
    ...(hearing.askChannels.length > 0 ? ["DISCORD_ASK_CHANNELS"] : []),
    ...(hearing.followUps ? ["DISCORD_FOLLOW_UPS"] : []),
  ].join(" and ");
  return new AttacheError(
    "discord",
    `Discord does not grant the message content intent, without which ${settings} cannot work: under https://discord.com/developers/applications → your app → Bot → Privileged Gateway Intents, switch Message Content Intent on; or leave ${settings} empty (${closing})`,
  );
}
