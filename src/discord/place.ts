import {
  type BaseInteraction,
  type Channel,
  ChannelType,
  type Message,
  PermissionFlagsBits,
  type User,
} from "discord.js";
import type { Requester } from "../chat/bot.ts";

/** @param channels ids in which the bot may answer; null means all of them. Direct messages are always answered. */
export function isAllowed({ guildId, channelId, channel }: Place, channels: readonly string[] | null): boolean {
  if (guildId === null || channels === null) return true;
  const parent = channel?.isThread() ? channel.parentId : null;
  return [channelId, parent].some((id) => id !== null && channels.includes(id));
}

export type Place = Pick<BaseInteraction | Message, "guildId" | "channelId" | "channel" | "member" | "client">;

/** A thread or a direct message is a conversation of its own; elsewhere each question starts one. */
export function standingConversation({ guildId, channelId, channel }: Place): string | null {
  return guildId === null || channel?.isThread() === true ? channelId : null;
}

/**
 * Who asks, for the shared layer.
 *
 * @param escalateTo id of the channel of people, where the question may be put before them
 */
export function requesterOf(
  place: Place,
  person: User,
  conversation: string | null,
  escalateTo: string | null = null,
): Requester {
  const { guildId, channelId, member } = place;
  const { id: user, displayName } = person;
  return {
    platform: "discord",
    workspace: guildId,
    channel: channelId ?? user,
    conversation,
    user,
    inPublic: place.channel !== null && isOpenToAll(place.channel),
    peopleElsewhere: escalateTo !== null && serverOf(place.client.channels.cache.get(escalateTo)) !== guildId,
    name: member !== null && "displayName" in member ? member.displayName : displayName,
  };
}

function serverOf(channel: Channel | undefined): string | null {
  return channel === undefined || channel.isDMBased() ? null : channel.guildId;
}

/** Whether everyone of a server can read there. Of a server that the bot is not in, nothing is known. */
export function isOpenToAll(channel: Channel): boolean {
  if (channel.isDMBased() || channel.type === ChannelType.PrivateThread) return false;
  const { everyone } = channel.guild.roles;
  return channel.permissionsFor(everyone)?.has(PermissionFlagsBits.ViewChannel) === true;
}

/** How commands and their flags are called: Discord shows each option as a field of its own. */
export const calls = { formatCommand: (command: string) => `/${command}`, flag: (name: string) => name };
