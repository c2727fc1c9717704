import type { Knowledge } from "../answering/knowledge.ts";
import type { Command, FeedbackSink, Suggestion } from "../command.ts";
import type { Request } from "../dispatch.ts";
import type { Log } from "../log.ts";
import type { Report } from "../report/report.ts";
import type { Platform, Store } from "../store/store.ts";
import { type Community, createAutocomplete } from "./autocomplete.ts";
import { createBestEffort } from "./best-effort.ts";
import { type BotReply, privately } from "./bot-reply.ts";
import { createOnFault } from "./faults.ts";
import { createKeeper, MAX_HISTORY } from "./keep.ts";
import type { Handled, Observe } from "./observe.ts";
import { createOperatorOf } from "./operators.ts";
import { createFloor } from "./overheard/floor.ts";
import { createOverhear, floorOf, type Overheard } from "./overheard/overhear.ts";
import { createPeople, type KeepAnswer, type People } from "./people/people.ts";
import { offerPerson } from "./people/replies.ts";
import { createPersonal } from "./personal.ts";
import { type CallOptions, createPress, type PressReply } from "./press.ts";
import { ASK, toTypedQuestion } from "./question.ts";
import type { RateLimits } from "./rate-limits.ts";
import { createRefusal } from "./refusal.ts";
import type { Requester } from "./requester.ts";
import { createRun } from "./run.ts";
import { withQuestion } from "./sharing.ts";
import { createTurns } from "./turns.ts";

export { buttonId } from "./button-id.ts";
export type { PressReply, Requester };

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
  /** The people who are asked what the documents do not answer. */
  readonly people: Pick<People, "find" | "answer">;
  /** @returns what those who operate the bot are told of what was asked; null for others, and while it cannot be read */
  reportTo(from: Pick<Requester, "platform" | "user">): Promise<Report | null>;
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
  /** Ids of the people who operate the bot on each platform; nobody where nothing is said. */
  readonly operators?: Readonly<Record<Platform, readonly string[]>>;
  /** Days that they are reported on. */
  readonly reportDays?: number;
  /** Platforms that have a channel of people to ask what the documents do not answer. */
  readonly escalatedOn?: readonly Platform[];
  /** Adds a person's answer to the documents; absent where there is no folder to add it to. */
  readonly keepAnswer?: KeepAnswer;
  /** Epoch milliseconds; for tests. */
  readonly now?: () => number;
}

/** Puts together what every platform shares. */
export function createBot(options: BotOptions): Bot {
  const { commands, knowledge, store, limits, log, observe, now = Date.now } = options;
  const bestEffort = createBestEffort(log, now);
  const autocomplete = createAutocomplete({
    commands,
    knowledge,
    now,
    popular: (platform, workspace, limit) =>
      bestEffort("read which questions are popular", () => store.popularQuestions(platform, workspace, limit), null),
  });
  const personalOf = createPersonal({ store, bestEffort, onForgotten: autocomplete.clear });
  const operatorOf = createOperatorOf({
    store,
    knowledge,
    bestEffort,
    operators: options.operators ?? { discord: [], slack: [] },
    days: options.reportDays ?? REPORT_DAYS,
    now,
  });
  /** What a command may use of who asks. */
  const partsFor = (requester: Requester) => {
    const operator = operatorOf(requester);
    return { personal: personalOf(requester), ...(operator === null ? {} : { operator }) };
  };
  const onFault = createOnFault(log);
  const run = createRun({ commands, knowledge, onFault, observe });
  const keeper = createKeeper(store, bestEffort, now);
  const people = createPeople({
    store,
    knowledge,
    keeper,
    bestEffort,
    log,
    platforms: options.escalatedOn ?? [],
    keepAnswer: options.keepAnswer ?? null,
    now,
  });
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

    people,

    async handle(request, requester, { history: earlier, isAdmitted = false, ...calls }) {
      autocomplete.warm(requester);
      const refused = isAdmitted ? null : await admit(requester);
      if (refused !== null) return refused;
      const history = (earlier ?? (await keeper.historyOf(requester))).slice(-MAX_HISTORY);
      const ran = await run(request, requester, {
        history,
        ...calls,
        feedback: noFeedback,
        ...partsFor(requester),
      });
      const { visibility, given, question } = ran;
      const answer = given?.answer;
      const unseen = calls.questionUnseen === true && visibility === "public";
      const offered = people.offeredOn(requester.platform) ? offerPerson(ran, requester) : ran.reply;
      const reply = unseen ? withQuestion(offered, question) : offered;
      if (given?.answer.status === "unanswered") await keeper.saveUnanswered(requester, given, visibility);
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
        given,
      );
      return { reply, visibility, exchange, ...(typeof question === "string" ? { question } : {}) };
    },

    async overhear(said, requester, calls) {
      autocomplete.warm(requester);
      const context = { ...calls, feedback: noFeedback, ...partsFor(requester) };
      const handled: Handled[] = [];
      const listen = createRun({ commands, knowledge, onFault, observe: (one) => void handled.push(one) });
      const found = await overhear(said, requester, (question, history) =>
        listen(toTypedQuestion(question), requester, { ...context, history }),
      );
      // What meets with silence nobody asked of the bot.
      const told = found === null ? handled.filter(({ outcome }) => outcome === "failed") : handled.slice(-1);
      for (const one of told) observe?.(one);
      return found === null ? null : { ...found, visibility: "public", isUnasked: true };
    },

    press: createPress({
      store,
      admit,
      run,
      keeper,
      bestEffort,
      partsFor,
      people,
      isFirstDelivery,
      now,
      warm: autocomplete.warm,
    }),

    async conversationOf(exchange) {
      const [id = ""] = exchange.split(".");
      const found = await bestEffort("read a conversation", () => store.findExchange(id), null);
      return found?.conversation ?? null;
    },

    async reportTo(from) {
      return (
        (await operatorOf(from)
          ?.report()
          .catch(() => null)) ?? null
      );
    },

    isFirstDelivery,
  };
}

/** Days that operators are reported on where nothing is said. */
const REPORT_DAYS = 30;

const noFeedback: FeedbackSink = { vote: () => {} };
