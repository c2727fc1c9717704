import type { Answer } from "../../answering/answer.ts";
import type { Reply } from "../../replies/reply.ts";
import { contentTerms } from "../../search/content-terms.ts";
import type { OverheardIn } from "./put-to-nobody.ts";

/** What came of a question that was not put to the bot. */
export interface Outcome {
  readonly question: string;
  readonly where: OverheardIn;
  readonly reply: Reply;
  /** Undefined where nothing was looked up: small talk, the list of sources, the answer before once more. */
  readonly answer: Answer | undefined;
  /** Whether it only wants the answer before again, or more of it: "source?" */
  readonly wantsAnswerBefore: boolean;
  /** Whether the bot spoke last there, so that the question may lean on what it said. */
  readonly isBotsTurn: boolean;
}

/** What tells the kind of a follow-up's answer, or only stands for what was asked: the answer need not hold it. */
const ASKED_WITH =
  /\b(?:say|says|said|tell|tells|told|long|much|many|far|often|days?|dates?|years?|months?|times?|hours?|places?|reasons?|happen|happens|happened|mean|means|meant|exactly|really|actually)\b/gi;

/**
 * Tells whether the documents answer a question so surely that the bot may speak unasked. One that leans on the answer
 * before it ("who broke it?") finds what that found, whatever its own words are: so the answer is to hold them all.
 */
export function isSure({ question, where, reply, answer, wantsAnswerBefore, isBotsTurn }: Outcome): boolean {
  if (wantsAnswerBefore) return isBotsTurn && hasContent(reply);
  if (answer === undefined) return where === "ask channel" && hasContent(reply);
  if (answer.status !== "answered" || answer.kind !== "answer" || answer.missingTerms.length > 0) return false;
  return answer.leansOn === undefined || (isBotsTurn && holdsOwnWords(question, answer));
}

/** Whether a reply shows more than words of ours. */
function hasContent({ items }: Reply): boolean {
  return items.some(({ kind }) => kind === "excerpt" || kind === "sources" || kind === "date" || kind === "fields");
}

function holdsOwnWords(question: string, { excerpts }: Answer): boolean {
  const [best] = excerpts;
  if (best === undefined) return false;
  const held = new Set(contentTerms([best.source.title, ...best.headings, best.text].join("\n")));
  return contentTerms(question.replace(ASKED_WITH, " ")).every((term) => held.has(term));
}
