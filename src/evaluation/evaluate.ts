import type { Answer, Excerpt } from "../answering/answer.ts";
import type { AskOptions } from "../answering/knowledge.ts";
import { isRight, type OwnQuestion } from "./own-questions.ts";

/** Excerpts that are looked at: as many as a person sees. */
const SHOWN = 3;

/** What came of a question. */
export type Outcome =
  /** Answered, and what is marked first is right. */
  | "right"
  /** Answered with something else, or though the documents do not answer. */
  | "wrong"
  /** Not answered, though the documents do. */
  | "missed"
  /** Not answered, and the documents do not. */
  | "refused";

export interface Judged {
  readonly question: OwnQuestion;
  readonly answer: Answer;
  readonly outcome: Outcome;
  /** Position of the first excerpt whose mark is right, whether it was shown as an answer or not; -1 for none. */
  readonly rank: number;
}

/** Asks each question and holds what is marked against where the answer stands. */
export async function evaluate(
  ask: (question: string, options: AskOptions) => Promise<Answer>,
  questions: readonly OwnQuestion[],
): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const question of questions) judged.push(judge(question, await ask(question.question, { limit: SHOWN })));
  return judged;
}

function judge(question: OwnQuestion, answer: Answer): Judged {
  const rank = answer.excerpts.findIndex((excerpt) => isRight(question, placeOf(excerpt)));
  const answered = answer.status === "answered";
  const outcome = answered ? (rank === 0 ? "right" : "wrong") : question.places.length > 0 ? "missed" : "refused";
  return { question, answer, outcome, rank };
}

function placeOf({ answerLocation: { file, start, end } }: Excerpt) {
  return { file, start, end };
}

/** How many of how many, with the bounds between which 95 of 100 such samples would have it. */
export interface Share {
  readonly count: number;
  readonly of: number;
  /** From 0 to 1; both 0 and 1 where there is nothing to count. */
  readonly low: number;
  readonly high: number;
}

/** The figures of an evaluation. */
export interface Summary {
  readonly questions: number;
  /** Of those that the documents answer. */
  readonly right: Share;
  readonly amongThree: Share;
  readonly missed: Share;
  /** Of all. */
  readonly wrong: Share;
  /** Of those that they do not answer. */
  readonly refused: Share;
}

export function summarise(judged: readonly Judged[]): Summary {
  const answerable = judged.filter(({ question }) => question.places.length > 0);
  const none = judged.filter(({ question }) => question.places.length === 0);
  const share = (of: readonly Judged[], holds: (one: Judged) => boolean) => shareOf(of.filter(holds).length, of.length);
  return {
    questions: judged.length,
    right: share(answerable, ({ outcome }) => outcome === "right"),
    amongThree: share(answerable, ({ rank }) => rank !== -1),
    missed: share(answerable, ({ outcome }) => outcome === "missed"),
    wrong: share(judged, ({ outcome }) => outcome === "wrong"),
    refused: share(none, ({ outcome }) => outcome === "refused"),
  };
}

/** Quantile of the normal distribution for 95%. */
const Z = 1.96;

/** A share with Wilson's interval (1927), which is right for small samples too. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, low: 0, high: 1 };
  const p = count / of;
  const centre = p + Z ** 2 / (2 * of);
  const half = Z * Math.sqrt((p * (1 - p)) / of + Z ** 2 / (4 * of ** 2));
  const whole = 1 + Z ** 2 / of;
  return { count, of, low: Math.max(0, (centre - half) / whole), high: Math.min(1, (centre + half) / whole) };
}
