import { toTypedQuestion } from "../chat/question.ts";
import type { Command } from "../command.ts";
import type { Request } from "../dispatch.ts";

/**
 * What Slack writes in angle brackets: a person, a channel, a group or date, an address. What a person typed there, and
 * Slack did not escape, is none of these, as in "is 5 < 6 and 7 > 3".
 */
const ENTITY = /<(?:@([A-Z0-9]+)|#([A-Z0-9]+)|!([^<>|]+)|((?:https?|mailto|tel|ftp|slack):[^<>|\s]+))(?:\|([^<>]*))?>/g;

/**
 * Turns a message's text into what its author sees: Slack writes people, channels and links in angle brackets and
 * escapes `&`, `<` and `>` (docs.slack.dev/messaging/formatting-message-text). The bot's own mention is left out.
 */
export function readText(text: string, botUser: string): string {
  return text
    .replace(ENTITY, (_, person?: string, channel?: string, group?: string, address?: string, label?: string) => {
      if (person !== undefined) return person === botUser ? " " : `@${label ?? "someone"}`;
      if (channel !== undefined) return `#${label ?? "channel"}`;
      if (group !== undefined) return label ?? (/^[a-z]+$/.test(group) ? `@${group}` : " ");
      return label ?? address ?? "";
    })
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ")
    .trim();
}

/** A command's bare name runs it, as "help" does; any other text is a question. */
export function toRequest(text: string, commands: readonly Command[]): Request {
  const word = text.toLowerCase().replace(/^\//, "");
  const named = commands.find(({ name, hidden, options }) => {
    const needs = Object.values(options).some(({ required }) => required === true);
    return name === word && hidden !== true && !needs;
  });
  if (named !== undefined) return { command: named.name, input: { text: "" } };
  return toTypedQuestion(text);
}

/** Where a message stands, as far as it says where its answer belongs. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string | undefined;
}

/** The thread of a message; a message outside of any begins one. */
export function threadOf({ ts, thread_ts }: Message): string {
  return thread_ts ?? ts;
}

/** The key under which the questions of a thread belong together. */
export function conversationIn(channel: string, thread: string): string {
  return `${channel}:${thread}`;
}

/** Direct messages with one person, by the id of their channel or of the person. */
export function isDirect(channel: string): boolean {
  return /^[DUW]/.test(channel);
}
