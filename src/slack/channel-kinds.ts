import { BoundedMap } from "../text/bounded-map.ts";

/**
 * Which channels are public. An id does not tell, and Slack is asked for nothing that the answers do not need; but most
 * deliveries name the kind of their channel, and a mention of the bot in one comes as a message, too, which does.
 */
export interface ChannelKinds {
  /** Notes what a message says of its channel: docs.slack.dev/reference/events/message */
  fromMessage(channel: string, type: string | undefined): void;
  /** Notes what a command, a shortcut or a button says of its channel: only a public one is called by its own name. */
  fromName(channel: string, name: string | undefined): void;
  /** Whether everyone of the workspace can read there; false where nothing is known. */
  isPublic(channel: string): boolean;
}

/** Channels whose kind is kept in memory. */
const MAX_CHANNELS = 10_000;
/** In place of the name of a channel that is not for all. */
const CLOSED = /^(?:directmessage|privategroup|mpdm-.*)$/;

export function createChannelKinds(): ChannelKinds {
  const known = new BoundedMap<string, boolean>(MAX_CHANNELS);
  const note = (channel: string, isPublic: boolean) => known.set(channel, isPublic && channel.startsWith("C"));
  return {
    fromMessage(channel, type) {
      if (type !== undefined) note(channel, type === "channel");
    },
    fromName(channel, name) {
      if (name !== undefined) note(channel, !CLOSED.test(name));
    },
    isPublic: (channel) => known.get(channel) === true,
  };
}
