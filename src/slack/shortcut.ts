import type {
  App,
  MessageShortcut,
  SlackShortcutMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from "@slack/bolt";
import { z } from "zod";
import { longestQuestion } from "../chat/question.ts";
import { wordsOf } from "./content.ts";
import { ELSEWHERE, question, requester, type SlackContext } from "./context.ts";
import type { Place } from "./deliver.ts";
import { conversationIn, threadOf } from "./incoming.ts";
import { limits } from "./limits.ts";
import { askForm, SHORTCUT } from "./names.ts";
import { openView } from "./open-view.ts";
import { originOfInteraction } from "./outsiders.ts";
import { askModal } from "./views.ts";

const metadata = z.object({ channel: z.string(), thread: z.string(), responseUrl: z.string() });

/**
 * "Ask about this message": one that ends as a question is asked as it stands; about any other, a form lets the person
 * word the question. The answer goes into the message's thread.
 */
export function handleShortcut(app: App, work: SlackContext): void {
  app.shortcut<MessageShortcut>(
    { type: "message_action", callback_id: SHORTCUT },
    work.handler("shortcut", async ({ shortcut, ack }: SlackShortcutMiddlewareArgs<MessageShortcut>) => {
      await ack();
      if (!(await work.isFirstDelivery(shortcut.trigger_id))) return;
      const { channel, message, user, response_url: responseUrl, trigger_id } = shortcut;
      work.kinds.fromName(channel.id, channel.name);
      const thread = threadOf({ ...message, channel: channel.id });
      const place = { channel: channel.id, thread, user: user.id, responseUrl };
      if (!(await work.admits(place, originOfInteraction(shortcut)))) return;
      if (!work.answersIn(channel.id)) return work.deliver.tell(place, ELSEWHERE);
      const words = await work.read(wordsOf(message).text);
      const most = longestQuestion(work.bot.commands, limits.plainTextInput);
      if (words.endsWith("?") && words.length <= most) return ask(work, place, words, false, shortcut.team?.id);
      const kept = JSON.stringify({ channel: channel.id, thread, responseUrl } satisfies z.infer<typeof metadata>);
      await openView(work, place, trigger_id, askModal(words, most, kept));
    }),
  );
  app.view<ViewSubmitAction>(
    askForm.callback,
    work.handler("form", async ({ view, body, ack }: SlackViewMiddlewareArgs<ViewSubmitAction>) => {
      await ack();
      if (!(await work.isFirstDelivery(`form:${view.id}`))) return;
      const place = { ...metadata.parse(JSON.parse(view.private_metadata)), user: body.user.id };
      await ask(work, place, view.state.values[askForm.block]?.[askForm.input]?.value ?? "", true, body.team?.id);
    }),
  );
}

/** @param unseen whether nobody else sees the words */
async function ask(
  work: SlackContext,
  place: Place & { thread: string },
  words: string,
  unseen: boolean,
  team: string | undefined,
): Promise<void> {
  const from = requester(work, place, conversationIn(place.channel, place.thread), team);
  const reply = await question(work, words, from, { questionUnseen: unseen });
  if (reply.again !== true) await work.deliver.post(place, reply);
}
