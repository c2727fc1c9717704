import type { webApi } from "@slack/bolt";
import { buttonId } from "../chat/bot.ts";
import { type BotReply, privately } from "../chat/bot-reply.ts";
import { withReason } from "../chat/with-reason.ts";
import type { Log } from "../log.ts";
import { plainLines } from "../replies/plain.ts";
import { platformError } from "./auth.ts";
import { isDirect } from "./incoming.ts";
import { insist, isUnacknowledged } from "./insist.ts";
import { messageOf } from "./log.ts";
import { isOfForm, whyNotThere } from "./refusals.ts";
import { notification, renderSlack, type SlackMessage } from "./render.ts";
import { postToUrl, UrlRefusal } from "./response-url.ts";

/** Where a reply belongs. */
export interface Place {
  readonly channel: string;
  readonly thread: string | null;
  /** Who is to see what is private, and to be told what went wrong. */
  readonly user: string;
  /** Slack's address for answering this interaction without being in the channel; null for an event. */
  readonly responseUrl: string | null;
}

export interface Deliver {
  /** Posts into the thread, or for the person alone when the reply is private. Never throws. */
  post(place: Place, reply: BotReply): Promise<void>;
  /** Answers an interaction at its own address, where the bot need not be in the channel. Never throws. */
  respond(place: Place, reply: BotReply): Promise<void>;
  /** Tells the person alone. Never throws. */
  tell(place: Place, text: string): Promise<void>;
}

/** Neither lets a link show a preview nor a word become a link; the blocks are the message. */
const QUIET = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const;

/** What is sent of a reply: all of it, or, where Slack does not take that, its sentence and its source in plain words. */
type Message = SlackMessage | Pick<SlackMessage, "text">;

function toMessage({ reply, exchange }: BotReply): Message {
  return renderSlack(reply, { button: exchange === null ? null : (index) => buttonId(exchange, index) });
}

function toPlain({ reply }: BotReply): Message {
  return { text: notification(plainLines(reply).join(" · ")) };
}

/**
 * Sends replies, in this order until one arrives: as they are, in plain words, and, where the place does not take them,
 * to the person alone, at the interaction's own address or else in direct messages, with the reason. What nobody asked for
 * goes nowhere else.
 *
 * @param timeout milliseconds in which Slack acknowledges; later, an answer counts as sent
 */
export function createDeliver(client: webApi.WebClient, log: Log, timeout: number): Deliver {
  async function send({ channel, thread, user }: Place, message: Message, alone: boolean): Promise<void> {
    const target = { channel, ...(thread === null ? {} : { thread_ts: thread }) };
    await insist<unknown>(() =>
      alone && !isDirect(channel)
        ? client.chat.postEphemeral({ ...target, user, ...message })
        : client.chat.postMessage({ ...target, ...QUIET, ...message }),
    );
  }

  async function sendToUrl(url: string, { thread }: Place, message: Message, alone: boolean): Promise<void> {
    const type = alone ? "ephemeral" : "in_channel";
    const inThread = thread === null ? {} : { thread_ts: thread };
    await postToUrl(url, { response_type: type, replace_original: false, ...inThread, ...QUIET, ...message }, timeout);
  }

  /** @throws what Slack refused for another reason than its form, or in plain words too */
  async function inSomeForm(place: Place, reply: BotReply, by: (message: Message) => Promise<void>): Promise<void> {
    try {
      await by(toMessage(reply));
    } catch (error) {
      const code = codeOf(error);
      if (code === null || !isOfForm(code)) throw error;
      log.error("Slack refused an answer as it was; its sentence and source went alone", {
        channel: place.channel,
        code,
      });
      await by(toPlain(reply));
    }
  }

  async function post(place: Place, reply: BotReply): Promise<void> {
    const alone = reply.visibility === "private";
    try {
      await inSomeForm(place, reply, (message) => send(place, message, alone));
    } catch (error) {
      const code = codeOf(error);
      if (code === null) throw error;
      const fields = { channel: place.channel, code };
      if (reply.isUnasked === true) {
        log.warn(
          "Slack did not let an answer into a channel; nobody had asked the bot for it, so nobody is told",
          fields,
        );
        return;
      }
      log.warn("Slack did not let an answer into a channel; the person gets it alone", fields);
      await toPerson(place, withReason(reply, whyNotThere(code)));
    }
  }

  async function toPerson(place: Place, reply: BotReply): Promise<void> {
    const { user, responseUrl: url } = place;
    if (url !== null) {
      try {
        return await inSomeForm(place, reply, (message) => sendToUrl(url, place, message, true));
      } catch (error) {
        if (isUnacknowledged(error)) throw error;
      }
    }
    // A person's own id stands for their direct messages with the bot.
    const direct = { ...place, channel: user, thread: null };
    await inSomeForm(place, reply, (message) => send(direct, message, false));
  }

  async function respond(place: Place, reply: BotReply): Promise<void> {
    const { responseUrl: url } = place;
    if (url === null) return;
    const alone = reply.visibility === "private";
    try {
      await inSomeForm(place, reply, (message) => sendToUrl(url, place, message, alone));
    } catch (error) {
      if (isUnacknowledged(error)) throw error;
      log.warn("Slack took no answer at an interaction’s address; it is posted", {
        channel: place.channel,
        code: codeOf(error) ?? messageOf(error),
      });
      await post({ ...place, responseUrl: null }, reply);
    }
  }

  const logged =
    ({ channel }: Place) =>
    (error: unknown) => {
      if (isUnacknowledged(error)) {
        log.warn("Slack did not acknowledge an answer in time; it is not sent again", { channel });
      } else log.error("An answer could not be sent to Slack", { channel, error: messageOf(error) });
    };
  return {
    post: (place, reply) => post(place, reply).catch(logged(place)),
    respond: (place, reply) => respond(place, reply).catch(logged(place)),
    tell(place, text) {
      const reply = privately("info", text);
      return place.responseUrl === null ? this.post(place, reply) : this.respond(place, reply);
    },
  };
}

/** Slack's own name of why it refuses; null when it was not Slack that refused. */
function codeOf(error: unknown): string | null {
  return error instanceof UrlRefusal ? error.reason : platformError(error);
}
