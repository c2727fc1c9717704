import type { Client, ReadonlyCollection } from "discord.js";
import { isOpenToAll, type Place } from "./place.ts";

/** Whom a text mentions, as Discord tells beside it. */
export interface Mentioned {
  readonly users?: Pick<ReadonlyCollection<string, { displayName: string }>, "get"> | undefined;
  readonly members?: Pick<ReadonlyCollection<string, object | null>, "get"> | null | undefined;
  readonly roles?: Pick<ReadonlyCollection<string, { name: string } | null>, "get"> | undefined;
}

/**
 * What a person wrote, as its readers see it: Discord writes people, roles, channels, commands, times and emoji as ids
 * in angle brackets (docs.discord.com/developers/reference#message-formatting). Where it tells no name, none is shown.
 */
export function readWords(
  text: string,
  { client, ...place }: Place & { client: Client },
  mentioned: Mentioned,
): string {
  const guild = place.guildId === null ? undefined : client.guilds.cache.get(place.guildId);
  const person = (id: string) =>
    displayNameOf(mentioned.members?.get(id)) ??
    mentioned.users?.get(id)?.displayName ??
    guild?.members.cache.get(id)?.displayName ??
    client.users.cache.get(id)?.displayName ??
    "someone";
  const role = (id: string) => mentioned.roles?.get(id)?.name ?? guild?.roles.cache.get(id)?.name ?? "some people";
  return text
    .replace(/<@!?(\d+)>/g, (_, id: string) => `@${person(id)}`)
    .replace(/<@&(\d+)>/g, (_, id: string) => `@${role(id).replace(/^@/, "")}`)
    .replace(/<#(\d+)>/g, (_, id: string) => `#${channelName(client, id)}`)
    .replace(/<\/([\w -]+):\d+>/g, "/$1")
    .replace(/<t:(-?\d{1,12})(?::\w)?>/g, (_, seconds: string) => toDay(Number(seconds)))
    .replace(/<a?(:\w+:)\d+>/g, "$1")
    .replace(/<id:(\w+)>/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

/** The name of a channel that not everyone sees stays there. */
function channelName(client: Client, id: string): string {
  const channel = client.channels.cache.get(id);
  if (channel === undefined || !("name" in channel) || !isOpenToAll(channel)) return "channel";
  return channel.name ?? "channel";
}

function displayNameOf(member: object | null | undefined): string | undefined {
  if (member === undefined || member === null) return undefined;
  if ("displayName" in member && typeof member.displayName === "string") return member.displayName;
  return "nick" in member && typeof member.nick === "string" ? member.nick : undefined;
}

function toDay(seconds: number): string {
  const date = new Date(seconds * 1_000);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}
