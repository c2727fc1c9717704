import type { webApi } from "@slack/bolt";
import type { Bot, Requester } from "../chat/bot.ts";
import type { BotReply } from "../chat/bot-reply.ts";
import { toQuestion } from "../chat/question.ts";
import { createTellOnce } from "../chat/tell-once.ts";
import type { Log } from "../log.ts";
import type { Identity } from "./auth.ts";
import { type ChannelKinds, createChannelKinds } from "./channel-kinds.ts";
import { createDeliver, type Deliver, type Place } from "./deliver.ts";
import { isDirect, readText } from "./incoming.ts";
import { messageOf } from "./log.ts";
import { isOutsider, type Origin } from "./outsiders.ts";
import { createPeople } from "./people.ts";

/** What every handler of a delivery works with. */
export interface SlackContext {
  readonly bot: Bot;
  readonly log: Log;
  readonly client: webApi.WebClient;
  readonly deliver: Deliver;
  /** Known once the adapter has started. */
  readonly identity: () => Identity;
  readonly formatCommand: (command: string) => string;
  /** What deliveries told of the channels they came from. */
  readonly kinds: ChannelKinds;
  /** Whether the bot is to answer in a channel; always in direct messages. */
  readonly answersIn: (channel: string) => boolean;
  /** Whether every question in a channel is meant for the bot. */
  readonly isAskChannel: (channel: string) => boolean;
  /** Whether a question that does not mention the bot is answered in a thread where it has answered before. */
  readonly followUps: boolean;
  /** Whether a workflow or another app that mentions the bot is answered. */
  readonly bots: boolean;
  /** Channel in which people answer what the documents do not; null for none. */
  readonly escalateTo: string | null;
  /** Milliseconds in which Slack is to give what the bot is pointed to. */
  readonly readingTimeout: number;
  /** Whether somebody is of the organisation, or all are answered. */
  readonly knows: (origin: Origin) => boolean;
  /** Whether somebody is to be answered at all; who is not is told so, once. */
  readonly admits: (place: Place, origin: Origin) => Promise<boolean>;
  /** What a person wrote, as its readers see it, with the names of the people that it mentions. */
  readonly read: (text: string) => Promise<string>;
  /** @returns true for the first delivery of its kind, from any process */
  readonly isFirstDelivery: (key: string) => Promise<boolean>;
  /** Makes a handler that never fails and that `settle` waits for. */
  readonly handler: <A>(name: string, handle: (args: A) => Promise<void>) => (args: A) => Promise<void>;
  /** Waits for all that is being handled, so many milliseconds at the most. */
  readonly settle: (most: number) => Promise<void>;
  /** Lets what an answer can do without fail, with a line in the log the first time. */
  readonly spare: (what: string, call: Promise<unknown>) => Promise<void>;
}

export interface SlackContextOptions {
  readonly bot: Bot;
  readonly log: Log;
  readonly client: webApi.WebClient;
  /** Milliseconds in which Slack is to acknowledge a call. */
  readonly callTimeout: number;
  /** Milliseconds in which Slack is to give what the bot is pointed to. */
  readonly readingTimeout: number;
  readonly identity: () => Identity;
  readonly prefix: string;
  /** Null for every one. */
  readonly channels: readonly string[] | null;
  readonly askChannels: readonly string[];
  readonly followUps: boolean;
  /** Whether people of other organisations are answered in channels that are shared with them. */
  readonly external: boolean;
  /** Whether a workflow or another app that mentions the bot is answered. */
  readonly bots: boolean;
  /** Channel in which people answer what the documents do not; null for none. */
  readonly escalateTo: string | null;
  /** Asks what people are called: it is to fail rather than wait. */
  readonly names: webApi.WebClient;
}

/** What somebody of another organisation is told. */
const OUTSIDE = "I answer people of the organisation that I belong to only: please ask somebody there.";
/** What somebody is told where the bot does not answer. Which of its channels they see, it does not know. */
export const ELSEWHERE =
  "I answer in certain channels only, which this is none of, and in direct messages with me: please ask me there.";

export function createSlackContext({
  bot,
  log,
  client,
  callTimeout,
  readingTimeout,
  identity,
  prefix,
  channels,
  askChannels,
  followUps,
  external,
  bots,
  escalateTo,
  names,
}: SlackContextOptions): SlackContext {
  const people = createPeople(names, () => identity().names);
  const deliver = createDeliver(client, log, callTimeout);
  const running = new Set<Promise<void>>();
  const spared = new Set<string>();
  const isNewOutsider = createTellOnce();
  const knows = (origin: Origin) => external || !isOutsider(identity(), origin);
  return {
    bot,
    log,
    client,
    identity,
    kinds: createChannelKinds(),
    deliver,
    bots,
    escalateTo,
    readingTimeout,
    knows,
    followUps,
    isAskChannel: (channel) => askChannels.includes(channel),
    formatCommand: (command) => `/${prefix}${command}`,
    answersIn: (channel) => channels === null || channels.includes(channel) || isDirect(channel),
    async admits(place, origin) {
      if (knows(origin)) return true;
      if (isNewOutsider(`${origin.team}:${place.user}`)) await deliver.tell(place, OUTSIDE);
      return false;
    },
    read: async (text) => readText(await people.withNames(text), identity().user),
    isFirstDelivery: (key) => bot.isFirstDelivery(`slack:${key}`),
    handler: (name, handle) => (args) => {
      const task = handle(args).catch((error: unknown) => {
        log.error("A delivery of Slack’s could not be handled", { handler: name, error: messageOf(error) });
      });
      running.add(task);
      return task.finally(() => running.delete(task));
    },
    async settle(most) {
      const timeout = Promise.withResolvers<void>();
      const timer = setTimeout(timeout.resolve, most);
      await Promise.race([Promise.all(running), timeout.promise]);
      clearTimeout(timer);
      if (running.size > 0) log.warn("Some answers to Slack were not finished in time", { count: running.size });
    },
    async spare(what, call) {
      await call.catch((error: unknown) => {
        if (spared.has(what)) return;
        spared.add(what);
        log.warn(`Slack did not let me ${what}; answers are not affected`, { error: messageOf(error) });
      });
    },
  };
}

/** @param team the workspace that a delivery is from: where the app is installed for a whole organisation, it decides */
export function requester(
  work: SlackContext,
  { channel, user }: Pick<Place, "channel" | "user">,
  conversation: string | null,
  team: string | undefined,
): Requester {
  const inPublic = work.kinds.isPublic(channel);
  const workspace = work.identity().team ?? team ?? null;
  return { platform: "slack", workspace, channel, conversation, user, inPublic };
}

/** What a button or a field of ours carried, as a question to ask. */
export function question(
  work: SlackContext,
  words: string,
  from: Requester,
  { questionUnseen = false } = {},
): Promise<BotReply> {
  return work.bot.handle(toQuestion(words), from, { formatCommand: work.formatCommand, questionUnseen });
}
