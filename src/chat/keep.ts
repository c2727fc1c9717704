import type { Answer } from "../answering/answer.ts";
import { actionsOf } from "../replies/actions.ts";
import type { Reply } from "../replies/reply.ts";
import { leaning } from "../store/leaning.ts";
import type { AskingResult, Exchange, Store } from "../store/store.ts";
import type { BestEffort } from "./best-effort.ts";
import { randomId } from "./random-id.ts";
import type { Requester } from "./requester.ts";

/** Earlier questions that go along with the next one. */
export const MAX_HISTORY = 5;

/** The answer that a question got. */
export interface Given {
  readonly answer: Answer;
  /** In which the reply was worked out. */
  readonly milliseconds: number;
}

/** What the bot keeps of what it is asked, as far as the store lets it: nothing here fails. */
export interface Keeper {
  /**
   * @param conversation null begins one
   * @returns the exchange's id, or null when there is nothing to keep or it could not be kept
   */
  save(
    reply: Reply,
    requester: Requester,
    exchange: Pick<Exchange, "question" | "answered" | "visibility" | "history">,
    conversation: string | null,
    given?: Given,
  ): Promise<string | null>;
  saveUnanswered(requester: Requester, given: Given, visibility: Exchange["visibility"]): Promise<void>;
  /** Earlier questions of the conversation, oldest first. */
  historyOf(requester: Requester): Promise<readonly string[]>;
}

export function createKeeper(store: Store, bestEffort: BestEffort, now: () => number): Keeper {
  return {
    async save(reply, { platform, workspace, channel, user, inPublic = false }, exchange, conversation, given) {
      const actions = actionsOf(reply);
      if (actions.length === 0) return null;
      const id = randomId();
      const from = { platform, workspace, channel, user, conversation: conversation ?? id };
      const row: Exchange = { ...from, ...exchange, id, actions, created: now() };
      return bestEffort<string | null>(
        "keep what an answer’s buttons do",
        () => store.saveExchange(row, { inPublic, ...(given === undefined ? {} : resultOf(given)) }).then(() => id),
        null,
      );
    },

    async saveUnanswered(
      { platform, workspace, channel, user, inPublic = false },
      { answer: { question, leansOn, confidence, fingerprint: index }, milliseconds },
      visibility,
    ): Promise<void> {
      const from = { platform, workspace, channel, user, inPublic: inPublic && visibility === "public" };
      const asked = leansOn === undefined ? question : leaning(leansOn, question);
      const row = { ...from, id: randomId(), question: asked, confidence, index, milliseconds, created: now() };
      await bestEffort("keep a question without an answer", () => store.saveUnanswered(row), undefined);
    },

    historyOf({ platform, conversation }) {
      if (conversation === null) return Promise.resolve([]);
      return bestEffort("read a conversation", () => store.history(platform, conversation, MAX_HISTORY), []);
    },
  };
}

function resultOf({ answer: { status, confidence, excerpts }, milliseconds }: Given): { result: AskingResult } {
  const isAnswered = status === "answered";
  const source = isAnswered ? (excerpts[0]?.source.id ?? null) : null;
  return { result: { isAnswered, confidence, milliseconds, source } };
}
