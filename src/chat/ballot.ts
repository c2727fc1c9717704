import type { FeedbackSink } from "../command.ts";
import { AttacheError } from "../errors.ts";
import type { Store, Vote } from "../store/store.ts";
import type { BestEffort } from "./best-effort.ts";

/** A person's vote on an answer, while its button runs. */
export interface Ballot {
  readonly feedback: FeedbackSink;
  /** Whether they had voted so before. */
  readonly isRepeated: () => boolean;
}

/** @returns what takes the vote that a button may give; the command that it runs says so when the store fails */
export function createBallot(store: Store, bestEffort: BestEffort, by: Omit<Vote, "vote">): Ballot {
  let isRepeated = false;
  return {
    feedback: {
      async vote(_, vote) {
        const isNew = await bestEffort("keep a vote", () => store.saveVote({ ...by, vote }), null);
        if (isNew === null) throw new AttacheError("store", "I could not note that just now: please try again later.");
        isRepeated = !isNew;
      },
    },
    isRepeated: () => isRepeated,
  };
}
