import type { App, BlockAction, SlackActionMiddlewareArgs } from "@slack/bolt";
import type { ModalView } from "@slack/types";
import { buttonId, type PressReply } from "../chat/bot.ts";
import type { Action, Reply } from "../replies/reply.ts";
import { askPeopleOf } from "./ask-people.ts";
import { platformError } from "./auth.ts";
import { question, requester, type SlackContext } from "./context.ts";
import type { Place } from "./deliver.ts";
import { insist } from "./insist.ts";
import { messageOf } from "./log.ts";
import { openView } from "./open-view.ts";
import { originOfInteraction } from "./outsiders.ts";
import { answerModal, contextModal, sourcesModal } from "./views.ts";

type Pressed = SlackActionMiddlewareArgs<BlockAction>;

/** Buttons under answers, in the Sources modal, and the example questions of the Home tab. */
export function handleButtons(app: App, work: SlackContext): void {
  app.action<BlockAction>(
    /^press_/,
    work.handler("press", async ({ body, action, ack }: Pressed) => {
      await ack();
      if (await isToBeDone(work, body)) await press(work, body, valueIn(action));
    }),
  );
  app.action<BlockAction>(
    /^page_/,
    work.handler("page", async ({ body, action, ack }: Pressed) => {
      await ack();
      if (!(await isToBeDone(work, body))) return;
      const [button = "", page] = valueIn(action).split(":");
      const result = await work.bot.press(button, from(work, body), { formatCommand: work.formatCommand });
      await updateView(work, body, sourcesView(result, button, Number(page)));
    }),
  );
  app.action<BlockAction>(
    /^example_/,
    work.handler("example", async ({ body, action, ack }: Pressed) => {
      await ack();
      if (!(await isToBeDone(work, body))) return;
      const { reply, exchange } = await question(work, valueIn(action), from(work, body));
      await openView(work, placeOf(body), body.trigger_id, answerView(reply, exchange));
    }),
  );
}

async function press(work: SlackContext, body: BlockAction, button: string): Promise<void> {
  const { bot, deliver, formatCommand } = work;
  const place = placeOf(body);
  const questionUnseen = isEphemeral(body);
  const asking = askPeopleOf(
    work,
    { ...place, message: messageIn(body) },
    body.view === undefined && !isEphemeral(body),
  );
  const result = await bot.press(button, from(work, body), { formatCommand, ...asking, questionUnseen });
  const { action, reply, exchange } = result;
  if (result.again === true) return;
  const alone = { ...result, visibility: "private" } as const;
  if (body.view !== undefined) {
    const window = windowOf(result, button);
    if (window === null) return updateView(work, body, answerView(reply, exchange));
    return openView(work, place, body.trigger_id, window, "push");
  }
  if (action === null || isVote(action)) return deliver.respond(place, alone);
  const window = windowOf(result, button);
  if (window !== null) return openView(work, place, body.trigger_id, window);
  if (result.visibility === "private") return deliver.respond(place, alone);
  // What one person alone sees has no thread; and its address lets an answer in where the bot is no member.
  if (isEphemeral(body)) return deliver.respond(place, result);
  await deliver.post(place, result);
}

function isVote({ role }: Action): boolean {
  return role === "vote-up" || role === "vote-down";
}

/** What is shown in a window: it is read and closed again. */
function windowOf(result: PressReply, button: string): ModalView | null {
  if (result.action?.role === "sources") return sourcesView(result, button, 0);
  return result.action?.role === "context" ? contextModal(result.reply) : null;
}

function sourcesView(result: PressReply, button: string, page: number): ModalView {
  return result.action === null ? answerModal(result.reply, null) : sourcesModal(result.reply, button, page);
}

function answerView(reply: Reply, exchange: string | null): ModalView {
  return answerModal(reply, exchange === null ? null : (index) => buttonId(exchange, index));
}

async function updateView({ client, log }: SlackContext, { view }: BlockAction, changed: ModalView): Promise<void> {
  if (view === undefined) return;
  const change = { view_id: view.id, hash: view.hash, view: changed };
  await insist(() => client.views.update(change)).catch((error: unknown) => {
    // Closed meanwhile, or changed by a click before: nobody waits for it.
    log.warn("Slack did not change a view", { code: platformError(error) ?? messageOf(error) });
  });
}

function from(work: SlackContext, body: BlockAction) {
  return { ...requester(work, placeOf(body), null, body.team?.id ?? body.user.team_id), name: nameOf(body) };
}

/** Whether this is its first delivery, and from somebody who is answered. */
async function isToBeDone(work: SlackContext, body: BlockAction): Promise<boolean> {
  if (!(await work.isFirstDelivery(body.trigger_id))) return false;
  return work.admits(placeOf(body), originOfInteraction(body));
}

function nameOf({ user }: BlockAction): string {
  return user.name ?? user.username;
}

/** In a view there is no channel: a person's id stands for their direct messages. */
function placeOf(body: BlockAction): Place {
  const { channel, container, user, response_url } = body;
  const thread = isEphemeral(body) ? container["thread_ts"] : (container["thread_ts"] ?? container["message_ts"]);
  return {
    channel: channel?.id ?? user.id,
    thread: typeof thread === "string" ? thread : null,
    user: user.id,
    responseUrl: response_url ?? null,
  };
}

function messageIn({ container }: BlockAction): string | null {
  const message = container["message_ts"];
  return typeof message === "string" ? message : null;
}

function isEphemeral({ container }: BlockAction): boolean {
  return container["is_ephemeral"] === true;
}

function valueIn(action: object): string {
  return "value" in action && typeof action.value === "string" ? action.value : "";
}
