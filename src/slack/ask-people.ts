import type {
  App,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { z } from "zod";
import type { Bot, Requester } from "../chat/bot.ts";
import { type BotReply, privately } from "../chat/bot-reply.ts";
import type { AskPeople } from "../chat/people/people.ts";
import { MAX_PERSONS_ANSWER } from "../chat/people/replies.ts";
import type { Log } from "../log.ts";
import type { Reply } from "../replies/reply.ts";
import type { Escalation } from "../store/store.ts";
import { platformError } from "./auth.ts";
import { button, plain, richText, section } from "./blocks.ts";
import { requester, type SlackContext } from "./context.ts";
import type { Place } from "./deliver.ts";
import { isDirect, threadOf } from "./incoming.ts";
import { insist, isUnacknowledged } from "./insist.ts";
import { limits } from "./limits.ts";
import { ANSWER_BUTTON, answerForm } from "./names.ts";
import { openView } from "./open-view.ts";
import { originOfEvent, originOfInteraction } from "./outsiders.ts";
import { renderSlack } from "./render.ts";
import { type Envelope, isPersons, type Said } from "./said.ts";

const metadata = z.object({ escalation: z.string(), channel: z.string(), thread: z.string(), responseUrl: z.string() });

/** Neither lets a link show a preview nor a word become a link. */
const QUIET = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const;

/**
 * How the question under a button is put before people; nothing where there are none.
 *
 * @param isShown whether more than one person sees the message with the button, or it is in their direct messages
 */
export function askPeopleOf(
  work: SlackContext,
  { channel, thread, message }: { channel: string; thread: string | null; message: string | null },
  isShown: boolean,
): { readonly askPeople?: AskPeople } {
  const { escalateTo, client } = work;
  if (escalateTo === null) return {};
  const back = isShown ? { channel, message: thread } : null;
  const linked = isShown && !isDirect(channel) ? message : null;
  return {
    askPeople: {
      back,
      link: async () => {
        if (linked === null) return null;
        const found = await client.chat.getPermalink({ channel, message_ts: linked }).catch(() => null);
        return found?.permalink ?? null;
      },
      post: (reply, escalation) => post(work, escalateTo, reply, escalation),
    },
  };
}

async function post(
  { client, log }: SlackContext,
  channel: string,
  reply: Reply,
  escalation: string,
): Promise<string | null> {
  const { text, blocks } = renderSlack(reply, { button: null });
  const answer = { ...button("Answer", ANSWER_BUTTON, escalation), style: "primary" as const };
  const all = [...blocks, { type: "actions" as const, elements: [answer] }];
  const posted = await once(log, channel, () => client.chat.postMessage({ channel, text, blocks: all, ...QUIET }));
  return posted === null ? null : String(posted.ts);
}

/** The button under a question that was put before people, and the form that it opens. */
export function handlePeople(app: App, work: SlackContext): void {
  app.action<BlockAction>(
    ANSWER_BUTTON,
    work.handler("answer", async ({ body, action, ack }: SlackActionMiddlewareArgs<BlockAction>) => {
      await ack();
      if (!(await work.isFirstDelivery(body.trigger_id))) return;
      const { channel, user, response_url: responseUrl = "", container, trigger_id } = body;
      const place = { channel: channel?.id ?? user.id, thread: null, user: user.id, responseUrl };
      if (!(await work.admits(place, originOfInteraction(body)))) return;
      const escalation = "value" in action && typeof action.value === "string" ? action.value : "";
      const thread = String(container["message_ts"] ?? "");
      const kept = { escalation, channel: place.channel, thread, responseUrl } satisfies z.infer<typeof metadata>;
      await openView(work, place, trigger_id, answerModal(JSON.stringify(kept)));
    }),
  );
  app.view<ViewSubmitAction>(
    answerForm.callback,
    work.handler("answer form", async ({ view, body, ack }: SlackViewMiddlewareArgs<ViewSubmitAction>) => {
      await ack();
      if (!(await work.isFirstDelivery(`form:${view.id}`))) return;
      const { escalation, ...at } = metadata.parse(JSON.parse(view.private_metadata));
      const place = { ...at, user: body.user.id };
      const text = await readAnswer(work, view.state.values[answerForm.block]?.[answerForm.input]?.value ?? "");
      const from = { ...requester(work, place, null, body.team?.id), name: body.user.name };
      await work.deliver.post(place, await answer(work, { id: escalation }, text, from));
    }),
  );
}

function answerModal(kept: string): ModalView {
  return {
    type: "modal",
    callback_id: answerForm.callback,
    private_metadata: kept,
    title: plain("Answer", limits.viewTitle),
    submit: plain("Send", limits.viewTitle),
    close: plain("Cancel", limits.viewTitle),
    blocks: [
      {
        type: "input",
        block_id: answerForm.block,
        label: plain("Your answer", limits.inputLabel),
        hint: plain("It goes to who asked, with your name.", limits.inputHint),
        element: {
          type: "plain_text_input",
          action_id: answerForm.input,
          multiline: true,
          max_length: MAX_PERSONS_ANSWER,
        },
      },
    ],
  };
}

/**
 * Takes what a person writes in the thread of a question that was put before people as its answer, unless they say it to
 * one another.
 *
 * @returns false where it is nothing of the kind
 */
export async function answersForPeople(work: SlackContext, said: Said, body: Envelope): Promise<boolean> {
  const { channel, ts, thread_ts: thread } = said;
  if (channel !== work.escalateTo || thread === undefined || thread === ts || !isPersons(said)) return false;
  const post = { platform: "slack", post: thread } as const;
  if ((await work.bot.people.find(post)) === null || ASIDE.test(said.text ?? "")) return false;
  if (!(await work.isFirstDelivery(`${channel}:${ts}`))) return true;
  const place: Place = { channel, thread: threadOf(said), user: said.user, responseUrl: null };
  if (!(await work.admits(place, originOfEvent(said, body)))) return true;
  const text = await readAnswer(work, said.text ?? "");
  const name = await nameOf(work, said.user);
  const from = { ...requester(work, place, null, body.team_id), ...(name === null ? {} : { name }) };
  await work.deliver.post(place, await answer(work, post, text, from));
  return true;
}

/** What people there say to one another, or to the bot: it begins with a mention, or asks something itself. */
const ASIDE = /^\s*<@\w+(?:\|[^<>]*)?>|[?？]["”)\s]*$/u;

/** A link with words of its own. */
const WORDED_LINK = /<((?:https?|mailto):[^<>|\s]+)\|([^<>]*)>/g;

/** What a person answers, line by line as they wrote it, and with the address that a word of it leads to. */
async function readAnswer({ read }: SlackContext, text: string): Promise<string> {
  const bare = (link: string) => link.replace(/^(?:https?:\/\/|mailto:)|\/$/g, "");
  const addressed = text.replace(WORDED_LINK, (_, address: string, label: string) =>
    bare(address) === bare(label) ? label : `${label} (<${address}>)`,
  );
  return (await Promise.all(addressed.split("\n").map(read))).join("\n");
}

/** What somebody is called, where the app may ask. */
async function nameOf(work: SlackContext, user: string): Promise<string | null> {
  const name = (await work.read(`<@${user}>`)).replace(/^@/, "");
  return name === "someone" || name === "" ? null : name;
}

async function answer(
  work: SlackContext,
  by: Parameters<Bot["people"]["find"]>[0],
  text: string,
  from: Requester,
): Promise<BotReply> {
  const { bot } = work;
  const refused = await bot.admit(from);
  if (refused !== null) return refused;
  const asked = await bot.people.find(by);
  if (asked === null)
    return privately("info", "That question is no longer there: it is from too long ago, or deleted.");
  return bot.people.answer(asked, { text, deliver: (to, reply) => deliver(work, to, reply) }, from);
}

/** Posts what must not stand there twice. @returns null where Slack did not acknowledge it in time: it may well be there */
async function once<T>(log: Log, channel: string, call: () => Promise<T>): Promise<T | null> {
  try {
    return await insist(call);
  } catch (error) {
    if (!isUnacknowledged(error)) throw error;
    log.warn("Slack did not acknowledge in time what passes between people; it is not sent again", { channel });
    return null;
  }
}

/** Brings an answer to where the question was asked or, where that takes none or one person alone saw it, to who asked. */
async function deliver({ client, log }: SlackContext, to: Escalation, reply: Reply): Promise<void> {
  const { text, blocks } = renderSlack(reply, { button: null });
  // A person's own id stands for their direct messages with the bot.
  const alone = () => once(log, to.user, () => client.chat.postMessage({ channel: to.user, text, blocks, ...QUIET }));
  if (to.channel === null) return void (await alone());
  const channel = to.channel;
  const thread = to.message === null ? {} : { thread_ts: to.message };
  const person = isDirect(channel) ? [] : [richText([section({ type: "user", user_id: to.user })])];
  try {
    await once(log, channel, () =>
      client.chat.postMessage({ channel, ...thread, text, blocks: [...person, ...blocks], ...QUIET }),
    );
  } catch (error) {
    const code = platformError(error);
    if (code === null || isDirect(channel)) throw error;
    // Commands are answered in channels that the bot is not in, too.
    log.warn("Slack did not let a person’s answer into a channel; who asked gets it alone", { channel, code });
    await alone();
  }
}
