import type { App, types } from "@slack/bolt";
import type { Requester } from "../chat/bot.ts";
import type { BotReply } from "../chat/bot-reply.ts";
import { pointsElsewhere } from "../chat/pointing.ts";
import { ASK, QUESTION } from "../chat/question.ts";
import { shorten } from "../replies/excerpt.ts";
import { shortReport } from "../report/short.ts";
import { answersForPeople } from "./ask-people.ts";
import { borrowedOf, wordsOf } from "./content.ts";
import { ELSEWHERE, requester, type SlackContext } from "./context.ts";
import { conversationIn, isDirect, threadOf, toRequest } from "./incoming.ts";
import { insist } from "./insist.ts";
import { limits } from "./limits.ts";
import { mentionIn } from "./mentions.ts";
import { originOfEvent } from "./outsiders.ts";
import { overhear } from "./overhear.ts";
import { askedByPointing } from "./pointed.ts";
import { react } from "./react.ts";
import { type Envelope, isBots, isFrom, isPersons, type Said } from "./said.ts";
import { showStatus } from "./status.ts";
import { homeView } from "./views.ts";

/** Questions that people write: mentions, direct messages, follow-ups; and the opening of the app's own tabs. */
export function handleMessages(app: App, work: SlackContext): void {
  app.event(
    "app_mention",
    work.handler("app_mention", async ({ event, body }: EventArgs<types.AppMentionEvent>) => {
      if (!isFrom(event, work.bots, work.identity()) || isDirect(event.channel)) return;
      if (await answersForPeople(work, event, body)) return;
      if (await isFirst(work, event)) await answer(work, event, body);
    }),
  );
  app.event(
    "message",
    work.handler("message", async ({ event, body }: EventArgs<types.MessageEvent>) => {
      const said = event as Said;
      work.kinds.fromMessage(said.channel, said.channel_type);
      if (await answersForPeople(work, said, body)) return;
      const mention = mentionIn(said, work.identity().user);
      if (mention !== null) {
        if (isFrom(mention, work.bots, work.identity()) && (await isFirst(work, mention)))
          await answer(work, mention, body);
        return;
      }
      if (!isPersons(said)) return;
      if (!isDirect(said.channel)) return overhear(work, said, body);
      if (wordsOf(said).text !== "" && (await isFirst(work, said))) await answer(work, said, body);
    }),
  );
  app.event(
    "app_home_opened",
    work.handler("app_home_opened", async ({ event, body }: EventArgs<types.AppHomeOpenedEvent>) => {
      if (!(await work.isFirstDelivery(body.event_id))) return;
      if (event.tab === "messages") await suggestPrompts(work, event.channel, body.team_id);
      else await publishHome(work, event.user, body.team_id);
    }),
  );
}

interface EventArgs<E> {
  readonly event: E;
  readonly body: Envelope;
}

/** One message may come as a mention and as a message, which are two events; so it is told by its place, not by them. */
function isFirst(work: SlackContext, { channel, ts }: Said): Promise<boolean> {
  return work.isFirstDelivery(`${channel}:${ts}`);
}

async function answer(work: SlackContext, said: Said, body: Envelope): Promise<void> {
  const { channel, user = said.bot_id ?? "" } = said;
  const thread = threadOf(said);
  const place = { channel, thread, user, responseUrl: null };
  // Of an app, there is nobody who could be told something alone.
  const isBot = isBots(said);
  if (isBot && !(work.answersIn(channel) && work.knows(originOfEvent(said, body)))) return;
  if (isBot && !(await hasTurnLeft(work, channel, thread))) return;
  if (!(await work.admits(place, originOfEvent(said, body)))) return;
  if (!work.answersIn(channel)) return work.deliver.tell(place, ELSEWHERE);
  const { bot, client, formatCommand, spare } = work;
  const from = requester(work, place, conversationIn(channel, thread), body.team_id);
  const asked = await askedBy(work, said, from);
  if ("reply" in asked) {
    if (!isBot && asked.again !== true) await work.deliver.post(place, asked);
    return;
  }
  const { text, isUnseen: questionUnseen, isAdmitted } = asked;
  const { agent } = work.identity();
  const inPane = agent && isDirect(channel);
  const pane = { channel_id: channel, thread_ts: thread };
  const status = inPane ? showStatus(work, pane) : null;
  const reply = await bot.handle(toRequest(text, bot.commands), from, { formatCommand, questionUnseen, isAdmitted });
  const isReaction = reply.again !== true && (await react(work, said, reply.reply.reaction));
  if (reply.again !== true && !isReaction && !(isBot && reply.visibility === "private")) {
    await status?.settle();
    await work.deliver.post(place, reply);
  }
  await status?.clear();
  if (inPane && !isReaction && thread === said.ts && text !== "") {
    const title = { ...pane, title: shorten(text, TITLE) };
    await spare(
      "title a thread",
      insist(() => client.assistant.threads.setTitle(title)),
    );
  }
}

/** Answers to bots in one thread: two that mention each other in every answer are to come to an end. */
const MAX_ANSWERS_TO_BOTS = 3;

async function hasTurnLeft(work: SlackContext, channel: string, thread: string): Promise<boolean> {
  for (let turn = 1; turn <= MAX_ANSWERS_TO_BOTS; turn++) {
    if (await work.isFirstDelivery(`bots:${channel}:${thread}:${turn}`)) return true;
  }
  return false;
}

interface Asked {
  readonly text: string;
  /** Whether those who read the answer do not see that. */
  readonly isUnseen: boolean;
  /** Whether it was counted within the limits: looking for what is meant is work. */
  readonly isAdmitted: boolean;
}

/** @returns what a message asks; or what its author is to be told, where that cannot be read or they are to wait */
async function askedBy(work: SlackContext, said: Said, from: Requester): Promise<Asked | BotReply> {
  const words = wordsOf(said);
  const text = await work.read(words.text);
  if (words.isBorrowed || !pointsElsewhere(text)) return { text, isUnseen: words.isBorrowed, isAdmitted: false };
  const shared = borrowedOf(said.attachments);
  if (shared !== null) return { text: await work.read(shared), isUnseen: true, isAdmitted: false };
  const refused = await work.bot.admit(from);
  if (refused !== null) return refused;
  const pointed = await askedByPointing(work, said);
  if (typeof pointed === "object" && pointed !== null) return pointed;
  return { text: pointed ?? "", isUnseen: pointed !== null, isAdmitted: true };
}

/** Characters of a question that a thread's title shows. */
const TITLE = 60;

/** Questions to try; as many as Slack shows. */
async function examples({ bot, identity }: SlackContext, team: string, most: number): Promise<string[]> {
  const from = { platform: "slack", workspace: identity().team ?? team } as const;
  // Here nobody types meanwhile: there is time until all are found.
  await bot.knowledge.answeredQuestions();
  const offered = bot.suggest(ASK, QUESTION, "", from).map(({ value }) => value);
  return (offered.length > 0 ? offered : [await bot.knowledge.example()]).slice(0, most);
}

async function suggestPrompts(work: SlackContext, channel: string, team: string): Promise<void> {
  if (!work.identity().agent) return;
  const prompts = (await examples(work, team, limits.suggestedPrompts)).map((message) => ({
    title: shorten(message, limits.buttonText),
    message,
  }));
  // Without a thread: with one, the call does nothing in an app with an agent view.
  const offer = { channel_id: channel, title: "For example", prompts };
  await work.spare(
    "suggest questions",
    insist(() => work.client.assistant.threads.setSuggestedPrompts(offer)),
  );
}

const HOME_EXAMPLES = 5;

async function publishHome(work: SlackContext, user: string, team: string): Promise<void> {
  const { bot, identity, formatCommand } = work;
  const { sources, fingerprint } = bot.knowledge;
  const offered = await examples(work, team, HOME_EXAMPLES);
  const report = await bot.reportTo({ platform: "slack", user });
  const view = homeView({
    sources,
    index: fingerprint,
    examples: offered,
    formatCommand,
    botName: identity().name,
    report: report === null ? null : shortReport(report),
  });
  await work.spare(
    "fill the Home tab",
    insist(() => work.client.views.publish({ user_id: user, view })),
  );
}
