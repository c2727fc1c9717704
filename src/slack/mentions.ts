import { isDirect } from "./incoming.ts";
import { isPersons, type Said } from "./said.ts";

/** An edit, as Slack tells of it: docs.slack.dev/reference/events/message/message_changed */
interface Changed {
  readonly subtype?: string | undefined;
  readonly channel: string;
  readonly channel_type?: string | undefined;
  readonly message?: Omit<Said, "channel">;
  readonly previous_message?: { readonly text?: string | undefined };
}

/** Whether a text, as Slack writes it, mentions somebody. */
export function mentions(text: string | undefined, user: string): boolean {
  return new RegExp(`<@${user}(?:\\|[^>]*)?>`).test(text ?? "");
}

/**
 * A mention of the bot that comes as a message: in a group of direct messages, where people mention a bot as they do in
 * channels, or added by an edit. In a channel, a mention is an event of its own.
 *
 * @returns null where there is none, or there was one before the edit
 */
export function mentionIn(event: Said & Changed, botUser: string): Said | null {
  const { channel, channel_type, message, previous_message: before } = event;
  if (event.subtype !== "message_changed") {
    return channel_type === "mpim" && mentions(event.text, botUser) ? event : null;
  }
  // A preview that Slack adds below a link is a change, too, and no edit.
  if (message?.edited === undefined || isDirect(channel)) return null;
  const { edited: _, ...rest } = message;
  const now = { ...rest, channel, channel_type };
  // Bots write some messages bit by bit.
  return isPersons(now) && mentions(now.text, botUser) && !mentions(before?.text, botUser) ? now : null;
}
