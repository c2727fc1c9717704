import { setTimeout as sleep } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import { type BotReply, buttonId } from "../chat/bot.ts";
import type { Log } from "../log.ts";
import { notice } from "../replies/notice.ts";
import type { Reply } from "../replies/reply.ts";
import { platformError } from "./auth.ts";
import { isDirect } from "./incoming.ts";
import { messageOf } from "./log.ts";
import { renderSlack, type SlackMessage } from "./render.ts";

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

const TOO_LONG = new Set(["msg_too_long", "msg_blocks_too_long", "invalid_blocks", "invalid_blocks_format"]);
const NOT_THERE = new Set([
  "not_in_channel",
  "channel_not_found",
  "is_archived",
  "restricted_action",
  "user_not_in_channel",
]);
/** Neither lets a link show a preview nor a word become a link; the blocks are the message. */
const QUIET = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const;

function toMessage({ reply, exchange }: BotReply): SlackMessage {
  return renderSlack(reply, { button: exchange === null ? null : (index) => buttonId(exchange, index) });
}

/** Sends replies. What Slack refuses is made shorter, or sent another way, or else told to the person and logged. */
export function createDeliver(client: webApi.WebClient, log: Log): Deliver {
  async function send(place: Place, message: SlackMessage, alone: boolean): Promise<void> {
    const { channel, thread, user } = place;
    const target = { channel, ...(thread === null ? {} : { thread_ts: thread }) };
    if (alone && !isDirect(channel)) {
      await client.chat.postEphemeral({ ...target, user, text: message.text, blocks: message.blocks });
    } else await client.chat.postMessage({ ...target, ...QUIET, text: message.text, blocks: message.blocks });
  }

  function shorter({ channel }: Place, { reply }: BotReply, code: string): SlackMessage {
    log.error("Slack refused an answer’s blocks; its first sentence went alone", { channel, code });
    return toMessage(privately(`${reply.summary} (Slack did not take the whole answer.)`));
  }

  async function instead(place: Place, reply: BotReply, error: unknown): Promise<void> {
    const code = platformError(error);
    const { channel, user } = place;
    if (code !== null && TOO_LONG.has(code)) {
      return send(place, shorter(place, reply, code), reply.visibility === "private");
    }
    log.warn("Slack did not let an answer into a channel", { channel, code: code ?? messageOf(error) });
    if (code === null || !NOT_THERE.has(code)) return;
    const invite = "I am not in that channel, or may not write there. Invite me, and I answer where you asked.";
    if (place.responseUrl !== null) {
      await respond(place, { ...reply, visibility: "private" });
      return respond(place, privately(invite));
    }
    // A person's own id stands for their direct messages with the bot.
    await send({ ...place, channel: user, thread: null }, toMessage(privately(invite)), false);
  }

  async function respond(place: Place, reply: BotReply): Promise<void> {
    if (place.responseUrl === null) return;
    const type = reply.visibility === "private" ? "ephemeral" : "in_channel";
    const thread = place.thread === null ? {} : { thread_ts: place.thread };
    const shared = { response_type: type, replace_original: false, ...thread, ...QUIET };
    try {
      await postJson(place.responseUrl, { ...shared, ...toMessage(reply) });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      await postJson(place.responseUrl, { ...shared, ...shorter(place, reply, error.message) });
    }
  }

  const logged = (place: Place) => (error: unknown) => {
    log.error("An answer could not be sent to Slack", { channel: place.channel, error: messageOf(error) });
  };
  return {
    post: (place, reply) =>
      send(place, toMessage(reply), reply.visibility === "private")
        .catch((error: unknown) => instead(place, reply, error))
        .catch(logged(place)),
    respond: (place, reply) => respond(place, reply).catch(logged(place)),
    tell(place, text) {
      const reply = privately(text);
      return place.responseUrl === null ? this.post(place, reply) : this.respond(place, reply);
    },
  };
}

/** A reply of one line for one person. */
function privately(text: string): BotReply {
  return { reply: notice("info", text) satisfies Reply, visibility: "private", exchange: null };
}

/** Slack read what was posted to a `response_url`, and does not take it. */
class Refused extends Error {}

const ATTEMPTS = 3;
/** Milliseconds. */
const TIMEOUT = 10_000;
const LONGEST_WAIT = 10_000;

/** Posts to a `response_url`, which takes 5 posts within 30 minutes; waits as Slack bids, up to 10 s. */
async function postJson(url: string, body: object): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const said = (await response.text()).slice(0, 100);
    if (response.status === 400 || (response.ok && said.includes('"ok":false'))) throw new Refused(said);
    if (response.ok) return;
    const again = response.status === 429 || response.status >= 500;
    if (!again || attempt >= ATTEMPTS) throw new Error(`response_url: HTTP ${response.status} ${said}`);
    const seconds = Number(response.headers.get("retry-after") ?? 1);
    await sleep(Math.min(LONGEST_WAIT, seconds * 1_000));
  }
}
