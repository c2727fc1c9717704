import { leansOnWholeAnswer } from "../search/follow-up.ts";
import type { Nouns } from "../search/question.ts";
import type { Steps } from "../search/steps.ts";

/** What a message wants of the answer before it, which it asks nothing beyond. */
export interface WholeAnswerFollowUp {
  /** Where it stands; whether others say so too; its further excerpts. */
  readonly kind: "source" | "sure" | "more";
  /** The earlier question, and those that stood before that, oldest first. */
  readonly question: string;
  readonly history: readonly string[];
  /** How often more of it was wanted before. */
  readonly pages: number;
}

/**
 * Reads "source?", "are you sure?", "tell me more" in a conversation.
 *
 * @param history earlier questions, oldest first
 * @param isAnswered whether one of them was answered: "source?" and "more" pass over one that was not, where another was
 * @returns null where the message asks something itself, or nothing was asked before it
 */
export function* readWholeAnswerFollowUp(
  text: string,
  history: readonly string[],
  nouns: Nouns,
  isAnswered: (question: string, history: readonly string[]) => Steps<boolean>,
): Steps<WholeAnswerFollowUp | null> {
  if (history.length === 0) return null;
  const kind = leansOnWholeAnswer(text, nouns);
  if (kind === null) return null;
  const asks = (earlier: string) => leansOnWholeAnswer(earlier, nouns) === null;
  const last = Math.max(0, history.findLastIndex(asks));
  let at = last;
  for (let i = kind === "sure" ? -1 : history.length - 1; i >= 0; i--) {
    const earlier = history[i] as string;
    if (!asks(earlier) || !(yield* isAnswered(earlier, history.slice(0, i)))) continue;
    at = i;
    break;
  }
  const pages = history.slice(at + 1).filter((earlier) => leansOnWholeAnswer(earlier, nouns) === "more").length;
  return { kind, question: history[at] as string, history: history.slice(0, at), pages };
}
