import type { Knowledge } from "../../answering/knowledge.ts";
import { AttacheError } from "../../errors.ts";
import type { Log } from "../../log.ts";
import type { Action, Reply } from "../../replies/reply.ts";
import { splitLeaning } from "../../store/leaning.ts";
import type { Escalation, Exchange, Platform, Store } from "../../store/store.ts";
import type { BestEffort } from "../best-effort.ts";
import { type BotReply, privately } from "../bot-reply.ts";
import type { Keeper } from "../keep.ts";
import { randomId } from "../random-id.ts";
import type { Requester } from "../requester.ts";
import { answerOfPerson, MAX_PERSONS_ANSWER, postReply, sentReply } from "./replies.ts";

/** Puts a question before the people of a platform. */
export interface AskPeople {
  /**
   * Posts it, with a way to answer.
   *
   * @returns what names the post there; null where the platform did not say in time, though it may well be there
   */
  post(reply: Reply, escalation: string): Promise<string | null>;
  /** An address of where it was asked; null where nobody else may read there. */
  link(): Promise<string | null>;
  /** Where the answer goes; null for direct messages to who asked. */
  readonly back: { readonly channel: string; readonly message: string | null } | null;
}

/** What a person answers. */
export interface PersonsAnswer {
  readonly text: string;
  /** Brings it to where the question was asked. */
  deliver(to: Escalation, reply: Reply): Promise<void>;
}

/** What is to be found in the documents from now on. */
export interface KeptAnswer {
  readonly question: string;
  readonly answer: string;
  /** What who said it is called; null where that is not known. */
  readonly by: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Adds an answer to the documents. @throws AttacheError saying what is in the way */
export type KeepAnswer = (answer: KeptAnswer) => Promise<void>;

export interface People {
  /** Whether a platform has people to ask. */
  offeredOn(platform: Platform): boolean;
  /** Puts before people what a button stands for, once. */
  ask(pressed: Exchange, action: Action, by: AskPeople | undefined): Promise<BotReply>;
  find(by: Parameters<Store["findEscalation"]>[0]): Promise<Escalation | null>;
  /** Brings a person's answer to who asked. */
  answer(asked: Escalation, given: PersonsAnswer, requester: Requester): Promise<BotReply>;
  /** Keeps an answer for next time, at the press of who gave it. */
  keep(pressed: Exchange, action: Action, requester: Requester): Promise<BotReply>;
}

export interface PeopleOptions {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly keeper: Keeper;
  readonly bestEffort: BestEffort;
  readonly log: Log;
  /** Platforms that have a channel of people to ask. */
  readonly platforms: readonly Platform[];
  /** Null where answers cannot be kept. */
  readonly keepAnswer: KeepAnswer | null;
  readonly now: () => number;
}

const LATER = "please try again later.";

/** Asks people what the documents do not answer, and takes their answers back. */
export function createPeople(options: PeopleOptions): People {
  const { store, knowledge, keeper, bestEffort, log, platforms, keepAnswer, now } = options;

  return {
    offeredOn: (platform) => platforms.includes(platform),

    async ask(pressed, action, by) {
      if (by === undefined) return privately("info", "There is nobody to ask any more.");
      const { id: exchange, platform, workspace, user, visibility } = pressed;
      const question = String(action.options["question"] ?? pressed.question ?? "");
      const id = randomId();
      const { channel = null, message = null } = by.back ?? {};
      const from = { exchange, platform, workspace, channel, message, user };
      const row = { ...from, id, question, isPrivate: visibility === "private", post: null, created: now() };
      const isFirst = await bestEffort("keep a question for people", () => store.saveEscalation(row), null);
      if (isFirst === null) return privately("error", `I cannot pass that on just now: ${LATER}`);
      const where = by.back === null ? "in a direct message" : "here";
      if (!isFirst) return privately("info", `That is passed on already: an answer will come ${where}.`);
      try {
        const { history, text } = splitLeaning(question);
        const { excerpts } = await knowledge.ask(text, { limit: 1, history });
        const post = await by.post(postReply(question, excerpts[0] ?? null, await by.link()), id);
        if (post !== null)
          await bestEffort("keep where a question is put", () => store.settleEscalation(id, post), undefined);
      } catch (error) {
        const { code, message: cause } = error as { code?: unknown; message?: string };
        log.error("A question could not be put before people", { platform, code, cause });
        await bestEffort("take back a question for people", () => store.settleEscalation(id, null), undefined);
        return privately("error", `I could not put that where people would see it; it has been noted, and ${LATER}`);
      }
      return privately("info", `I have put your question before people. If one answers, it will come ${where}.`);
    },

    find: (by) => bestEffort("look up a question for people", () => store.findEscalation(by), null),

    async answer(asked, { text, deliver }, requester) {
      const answer = text.trim();
      if (answer === "") return privately("warning", "There are no words in that which I could pass on.");
      if (answer.length > MAX_PERSONS_ANSWER) {
        const most = MAX_PERSONS_ANSWER.toLocaleString("en");
        return privately("warning", `That is more than ${most} characters: please put it shorter, or link to it.`);
      }
      const by = requester.name ?? null;
      try {
        await deliver(asked, answerOfPerson(asked.question, answer, by));
      } catch (error) {
        const { code, message: cause } = error as { code?: unknown; message?: string };
        log.error("A person’s answer could not be brought to who asked", { platform: asked.platform, code, cause });
        return privately("error", "I could not bring that to who asked: they may take no messages from me.");
      }
      const kept = { escalation: asked.id, answer, ...(by === null ? {} : { by }) };
      // “Who won? → why?” would answer who won with why.
      const leans = splitLeaning(asked.question).history.length > 0;
      const reply = sentReply(keepAnswer === null || leans ? null : kept);
      const row = { question: null, answered: false, visibility: "private", history: [] } as const;
      return { reply, visibility: "private", exchange: await keeper.save(reply, requester, row, null) };
    },

    async keep(pressed, { options: kept }, requester) {
      if (pressed.user !== requester.user) return privately("info", "Only who gave the answer can have it kept.");
      const asked = await this.find({ id: String(kept["escalation"]) });
      if (asked === null)
        return privately("info", "The question is no longer there: who asked may have had it deleted.");
      if (keepAnswer === null) return privately("info", "Answers are not kept any more.");
      const by = typeof kept["by"] === "string" ? kept["by"] : null;
      try {
        await keepAnswer({ question: asked.question, answer: String(kept["answer"]), by, at: pressed.created });
      } catch (error) {
        const text = error instanceof AttacheError ? error.message : "Something went wrong on my side.";
        log.error("An answer could not be kept", { cause: (error as Error).message });
        return privately("error", text);
      }
      return privately("info", "Kept: from now on I answer from it, as from the other documents.");
    },
  };
}
