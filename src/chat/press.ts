import type { Context } from "../command.ts";
import { toAction } from "../replies/actions.ts";
import type { Action } from "../replies/reply.ts";
import type { Store } from "../store/store.ts";
import { createBallot } from "./ballot.ts";
import type { BestEffort } from "./best-effort.ts";
import { type BotReply, privately } from "./bot-reply.ts";
import { BUTTON } from "./button-id.ts";
import type { Keeper } from "./keep.ts";
import type { AskPeople, People } from "./people/people.ts";
import { ASK } from "./question.ts";
import type { Requester } from "./requester.ts";
import type { createRun } from "./run.ts";
import { shareKey, withQuestion } from "./sharing.ts";

/** What pressing a button gave; `action` is what the button stands for, null when that is no longer known. */
export interface PressReply extends BotReply {
  readonly action: Action | null;
}

/** How a platform calls what the bot does. */
export interface CallOptions {
  /** How commands are called here, for example "/ask" or "/docs-ask". */
  readonly formatCommand: (command: string) => string;
  /** How a flag is given here; "--name" where nothing is said. */
  readonly flag?: (name: string) => string;
  /** What puts a question before people, where the platform has some. */
  readonly askPeople?: AskPeople;
  /** Whether those who see a public answer do not see what was asked: the question then stands above it. */
  readonly questionUnseen?: boolean;
}

export interface PressOptions {
  readonly store: Store;
  readonly admit: (requester: Requester) => Promise<BotReply | null>;
  readonly run: ReturnType<typeof createRun>;
  readonly keeper: Keeper;
  readonly bestEffort: BestEffort;
  readonly partsFor: (requester: Requester) => Pick<Context, "personal" | "operator">;
  readonly people: People;
  readonly isFirstDelivery: (key: string) => Promise<boolean>;
  readonly now: () => number;
  /** Told of a person before anything else is done for them. */
  readonly warm: (requester: Requester) => void;
}

/** @returns a function that does what a button stands for, and keeps what the buttons of its reply need */
export function createPress(options: PressOptions) {
  const { store, admit, run, keeper, bestEffort, partsFor, people, isFirstDelivery, now, warm } = options;
  return async (button: string, requester: Requester, calls: CallOptions): Promise<PressReply> => {
    warm(requester);
    const refused = await admit(requester);
    if (refused !== null) return { ...refused, action: null };
    const [, id = "", index] = BUTTON.exec(button) ?? [];
    const pressed = await bestEffort(
      "look up a button",
      () => (id === "" ? Promise.resolve(null) : store.findExchange(id)),
      undefined,
    );
    const kept = pressed?.actions[Number(index)];
    if (pressed === null || pressed === undefined || kept === undefined) {
      const ask = calls.formatCommand(ASK);
      const text =
        pressed === undefined
          ? `I cannot look that button up at the moment: please ask again with ${ask}.`
          : `That answer is from too long ago for its buttons: please ask again with ${ask}.`;
      return { ...privately("warning", text), action: null };
    }
    const action = toAction(kept);
    if (action.role === "escalate") return { ...(await people.ask(pressed, action, calls.askPeople)), action };
    if (action.role === "keep") return { ...(await people.keep(pressed, action, requester)), action };
    const { history } = pressed;
    const { feedback, isRepeated } = createBallot(store, bestEffort, {
      exchange: id,
      user: requester.user,
      created: now(),
    });
    const request = { command: action.command, input: { values: action.options } };
    const ran = await run(request, requester, {
      history,
      ...calls,
      feedback,
      ...partsFor(requester),
    });
    const { visibility, given, question } = ran;
    const isShare = action.role === "share" && visibility === "public";
    if (isShare && !(await isFirstDelivery(shareKey(pressed.conversation, action)))) {
      return { ...privately("info", "That is shared already."), action, again: true };
    }
    const isAsked = action.role === "question";
    const another = pressed.question !== null && question !== pressed.question;
    const unseen = isAsked || (visibility === "public" && (calls.questionUnseen === true || another));
    const shared = isShare ? { by: requester.name ?? null } : undefined;
    const reply = isShare || unseen ? withQuestion(ran.reply, question, shared) : ran.reply;
    const answer = isAsked ? given?.answer : undefined;
    if (isAsked && given?.answer.status === "unanswered") await keeper.saveUnanswered(requester, given, visibility);
    // The question was kept when it was asked: another page of it is no other question of the conversation. What is
    // shared begins one, with that question alone: whoever goes on from it is to learn nothing else that was private.
    const begun = isShare && typeof question === "string" ? question : null;
    const exchange = await keeper.save(
      reply,
      requester,
      {
        question: answer?.question ?? begun,
        answered: answer?.status === "answered" && answer.leansOn === undefined,
        visibility,
        history,
      },
      isShare ? null : pressed.conversation,
      isAsked ? given : undefined,
    );
    return { reply, visibility, exchange, action, ...(isRepeated() ? { again: true } : {}) };
  };
}
