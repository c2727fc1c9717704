import type { Knowledge } from "../answering/knowledge.ts";
import type { Command, FeedbackSink, Suggestion } from "../command.ts";
import type { Request } from "../dispatch.ts";
import type { Log } from "../log.ts";
import { toAction } from "../replies/actions.ts";
import type { Action } from "../replies/reply.ts";
import type { Store } from "../store/store.ts";
import { type Community, createAutocomplete } from "./autocomplete.ts";
import { createBallot } from "./ballot.ts";
import { createBestEffort } from "./best-effort.ts";
import { type BotReply, privately } from "./bot-reply.ts";
import { createOnFault } from "./faults.ts";
import { createKeeper, MAX_HISTORY } from "./keep.ts";
import type { Observe } from "./observe.ts";
import { createFloor } from "./overheard/floor.ts";
import { createOverhear, floorOf, type Overheard } from "./overheard/overhear.ts";
import { createPersonal } from "./personal.ts";
import { ASK, toTypedQuestion } from "./question.ts";
import type { RateLimits } from "./rate-limits.ts";
import { createRefusal } from "./refusal.ts";
import type { Requester } from "./requester.ts";
import { createRun } from "./run.ts";
import { shareKey, withQuestion } from "./sharing.ts";
import { createTurns } from "./turns.ts";

export type { Requester };

/** What pressing a button gave; `action` is what the button stands for, null when that is no longer known. */
export interface PressReply extends BotReply {
  readonly action: Action | null;
}

interface CallOptions {
  /** How commands are called here, for example "/ask" or "/docs-ask". */
  readonly formatCommand: (command: string) => string;
  /** How a flag is given here; "--name" where nothing is said. */
  readonly flag?: (name: string) => string;
  /** Whether those who see a public answer do not see what was asked: the question then stands above it. */
  readonly questionUnseen?: boolean;
}

/** What every chat platform shares: an adapter brings requests in and replies out, and decides nothing else. */
export interface Bot {
  readonly commands: readonly Command[];
  readonly knowledge: Knowledge;
  /**
   * Runs a command within the limits, with the conversation's earlier questions, and keeps what its buttons need. Never
   * throws.
   *
   * @param options.history earlier questions, oldest first, instead of those that the store has of the conversation
   * @param options.isAdmitted whether `admit` has let it in
   */
  handle(
    request: Request,
    requester: Requester,
    options: CallOptions & { readonly history?: readonly string[]; readonly isAdmitted?: boolean },
  ): Promise<BotReply>;
  /**
   * Counts a request within the limits and waits for its turn, where work goes before `handle`: looking for what is asked.
   *
   * @returns what to tell the person instead; null where the request is let in
   */
  admit(requester: Requester): Promise<BotReply | null>;
  /** Does what a button stands for. @param button as `buttonId` named it; unknown or expired gives a private notice */
  press(button: string, requester: Requester, options: CallOptions): Promise<PressReply>;
  /**
   * Values for an option while a person types it: at most 25, name and value at most 100 characters. Never throws.
   *
   * @param from where the person is: what others asked there in public is offered; if not said, nothing of it
   */
  suggest(command: string, option: string, typed: string, from?: Community): readonly Suggestion[];
  /**
   * Answers a message that does not speak to the bot, where it is a question put to nobody else that the documents
   * answer for sure. Never throws.
   *
   * @returns null where it is to be left alone: nothing is then said or kept
   */
  overhear(said: Overheard, requester: Requester, options: CallOptions): Promise<BotReply | null>;
  /**
   * Which conversation an earlier reply belongs to, for a person who replies to it.
   *
   * @param exchange of that reply's `BotReply`, or one of its button ids
   */
  conversationOf(exchange: string): Promise<string | null>;
  /** @returns true the first time only, across processes and restarts; also when the store is down */
  isFirstDelivery(key: string): Promise<boolean>;
}

/** A platform's connection. */
export interface Adapter {
  readonly name: string;
  /** @throws AttacheError when it cannot start, saying what to fix */
  start(): Promise<void>;
  /** Takes no more work, finishes what is in flight within 10 s, and closes. */
  stop(): Promise<void>;
  /** Whether it is connected, and so would hear a question. */
  isConnected(): boolean;
  /** Settles when the platform will have it no longer, long after the start: the token is revoked, for example. */
  readonly failed?: Promise<Error>;
}

export interface BotOptions {
  readonly commands: readonly Command[];
  readonly knowledge: Knowledge;
  readonly store: Store;
  readonly limits: RateLimits;
  readonly log: Log;
  /** Told of everything that was handled. */
  readonly observe?: Observe;
  /** Epoch milliseconds; for tests. */
  readonly now?: () => number;
}

/** Names the button of an action by its position in the reply, at most 27 characters. */
export function buttonId(exchange: string, index: number): string {
  return `${exchange}.${index}`;
}

/** Puts together what every platform shares. */
export function createBot({ commands, knowledge, store, limits, log, observe, now = Date.now }: BotOptions): Bot {
  const bestEffort = createBestEffort(log, now);
  const autocomplete = createAutocomplete({
    commands,
    knowledge,
    now,
    popular: (platform, workspace, limit) =>
      bestEffort("read which questions are popular", () => store.popularQuestions(platform, workspace, limit), null),
  });
  const personalOf = createPersonal({ store, bestEffort, onForgotten: autocomplete.clear });
  const onFault = createOnFault(log);
  const run = createRun({ commands, knowledge, onFault, observe });
  const keeper = createKeeper(store, bestEffort, now);
  const floor = createFloor();
  const turns = createTurns(undefined, () => knowledge.whenFree());
  const refuse = createRefusal(limits, bestEffort, now, turns);
  const isFirstDelivery: Bot["isFirstDelivery"] = (key) =>
    bestEffort("tell a repeated delivery", () => store.isFirstDelivery(key, now()), true);
  const overhear = createOverhear({
    knowledge,
    floor,
    turns,
    limits,
    keeper,
    bestEffort,
    isFirstDelivery,
    knowsConversation: ({ platform, conversation }) =>
      conversation === null
        ? Promise.resolve(false)
        : bestEffort("read a conversation", () => store.knowsConversation(platform, conversation), false),
  });

  async function admit(requester: Requester): Promise<BotReply | null> {
    const refused = await refuse(requester);
    if (refused !== null) observe?.({ platform: requester.platform, command: ASK, outcome: "refused", seconds: 0 });
    return refused === null ? null : { ...privately("info", refused.text), again: refused.again };
  }

  return {
    commands,
    knowledge,

    suggest(command, option, typed, from) {
      try {
        return autocomplete.suggest(command, option, typed, from ?? null);
      } catch (error) {
        onFault(error, { command, input: { values: { [option]: typed } } });
        return [];
      }
    },

    admit,

    async handle(request, requester, { history: earlier, isAdmitted = false, ...calls }) {
      autocomplete.warm(requester);
      const refused = isAdmitted ? null : await admit(requester);
      if (refused !== null) return refused;
      const history = (earlier ?? (await keeper.historyOf(requester))).slice(-MAX_HISTORY);
      const { visibility, answer, question, ...given } = await run(request, requester, {
        history,
        ...calls,
        feedback: noFeedback,
        personal: personalOf(requester),
      });
      const unseen = calls.questionUnseen === true && visibility === "public";
      const reply = unseen ? withQuestion(given.reply, question) : given.reply;
      if (answer?.status === "unanswered") await keeper.saveUnanswered(requester, answer);
      if (answer?.status === "answered" && visibility === "public") floor.give(floorOf(requester), requester.user);
      const exchange = await keeper.save(
        reply,
        requester,
        {
          question: answer?.question ?? null,
          answered: answer?.status === "answered" && answer.leansOn === undefined,
          visibility,
          history,
        },
        // What one person alone sees is no part of what others talk about.
        visibility === "private" ? null : requester.conversation,
      );
      return { reply, visibility, exchange, ...(typeof question === "string" ? { question } : {}) };
    },

    async overhear(said, requester, calls) {
      autocomplete.warm(requester);
      const context = { ...calls, feedback: noFeedback, personal: personalOf(requester) };
      const found = await overhear(said, requester, (question, history) =>
        run(toTypedQuestion(question), requester, { ...context, history }),
      );
      return found === null ? null : { ...found, visibility: "public", isUnasked: true };
    },

    async press(button, requester, calls) {
      autocomplete.warm(requester);
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
      const { history } = pressed;
      const { feedback, isRepeated } = createBallot(store, bestEffort, {
        exchange: id,
        user: requester.user,
        created: now(),
      });
      const request = { command: action.command, input: { values: action.options } };
      const { visibility, answer, question, ...given } = await run(request, requester, {
        history,
        ...calls,
        feedback,
        personal: personalOf(requester),
      });
      const isShare = action.role === "share" && visibility === "public";
      if (isShare && !(await isFirstDelivery(shareKey(pressed.conversation, action)))) {
        return { ...privately("info", "That is shared already."), action, again: true };
      }
      const isAsked = action.role === "question";
      const another = pressed.question !== null && question !== pressed.question;
      const unseen = isAsked || (visibility === "public" && (calls.questionUnseen === true || another));
      const shared = isShare ? { by: requester.name ?? null } : undefined;
      const reply = isShare || unseen ? withQuestion(given.reply, question, shared) : given.reply;
      // The question was kept when it was asked: another page of it is no other question of the conversation.
      const exchange = await keeper.save(
        reply,
        requester,
        {
          question: isAsked ? (answer?.question ?? null) : null,
          answered: answer?.status === "answered" && answer.leansOn === undefined,
          visibility,
          history,
        },
        pressed.conversation,
      );
      return { reply, visibility, exchange, action, ...(isRepeated() ? { again: true } : {}) };
    },

    async conversationOf(exchange) {
      const [id = ""] = exchange.split(".");
      const found = await bestEffort("read a conversation", () => store.findExchange(id), null);
      return found?.conversation ?? null;
    },

    isFirstDelivery,
  };
}

const noFeedback: FeedbackSink = { vote: () => {} };

/** What `buttonId` makes. */
const BUTTON = /^([a-z0-9]{1,24})\.(\d{1,2})$/;
