import type { Answer, Excerpt } from "../../answering/answer.ts";
import type { Reply } from "../../replies/reply.ts";
import { contentTerms } from "../../search/content-terms.ts";
import { slice } from "../../text/span.ts";
import { tokenize } from "../../text/tokens.ts";
import { isInKind } from "./in-kind.ts";
import { CITES, isFragment, type OverheardIn } from "./put-to-nobody.ts";

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
  /** Whether it spoke last to who asks this, and nobody else has said a word since. */
  readonly isBetween: boolean;
}

/** What tells the kind of an answer, or only stands for what was asked: the answer need not hold it. */
const ASKED_WITH =
  /\b(?:say|says|said|tell|tells|told|know|long|much|many|far|often|days?|dates?|years?|months?|times?|hours?|places?|reasons?|happen|happens|happened|mean|means|meant|exactly|really|actually|else)\b/gi;
/** "And Lavrov?", "what about the school?": the question before is asked of something else. */
const INSTEAD = /^\W*(?:(?:and|but|or|also|so|ok|okay)\b|(?:what|how) about\b)/i;
/** "When was that?", "who said so?": what stands for something said before. */
const STANDS_FOR = /\b(?:that|this|it|(?:say|says|said) so|those|these|he|him|his|she|her|they|them|their)\b/i;
const ELSE = /\belse\b/i;
/** Verbs that say next to nothing: of "how did it go?" and "why did they do that?" some sentence holds every word. */
const LIGHT = new Set(
  contentTerms("go goes went do does did done come came take took get got make made happen happened"),
);
const QUESTION_WORD = /\b(?:who|whom|whose|what(?! about\b)|when|where|why|which|how(?! about\b))\b/i;
/** Of a question in an ask channel the part that the quote is to hold; the rest may stand there in other words. */
const LEAST_HELD = 0.5;

/**
 * Tells whether the documents answer a question so surely that the bot may speak unasked. The confidence is made for
 * questions that are put to the documents; of what people say to one another some finds a sentence, too ("who is
 * driving?", "is it fixed?"). So among people the quote is to hold every word of the question, two or a name at the least;
 * or, where it leans on the answer before, a word of what was asked then; and what only says "why?" is to come from who
 * was answered. Where every question is meant for the bot it is to
 * hold half of them.
 */
export function isSure({ question, where, reply, answer, wantsAnswerBefore, isBotsTurn, isBetween }: Outcome): boolean {
  const isPlain = isBetween || STANDS_FOR.test(question) || CITES.test(question);
  if (wantsAnswerBefore) return isBotsTurn && isPlain && hasContent(reply);
  if (answer === undefined) return where === "ask channel" && hasContent(reply);
  if (answer.status !== "answered" || answer.kind !== "answer" || answer.missingTerms.length > 0) return false;
  const [best] = answer.excerpts;
  if (best === undefined) return false;
  const sentence = said(best);
  if (!isInKind(question, sentence)) return false;
  const own = contentTerms(question.replace(ASKED_WITH, " "));
  const inSentence = new Set(contentTerms(sentence));
  const held = new Set([...inSentence, ...contentTerms(above(best))]);
  const count = own.filter((term) => held.has(term)).length;
  if (where === "ask channel") {
    // "How was lunch?" has its one word in the heading above what is for lunch.
    return own.some((term) => inSentence.has(term)) && count >= LEAST_HELD * own.length;
  }
  if (count < own.length || (isFragment(question) && !isBetween)) return false;
  if (answer.leansOn === undefined) return own.length > 1 || own.some((term) => isName(term, best));
  if (!isBotsTurn) return false;
  // "Why though?", "says who?": people say that to one another, too.
  if (own.length === 0 && !isPlain) return false;
  if (ELSE.test(question)) return true;
  if (own.length > 0 && own.every((term) => LIGHT.has(term))) return false;
  const before = contentTerms(answer.leansOn);
  const around = new Set(contentTerms([sentence, best.introduction ?? "", ...best.headings].join("\n")));
  const heldBefore = before.filter((term) => around.has(term)).length;
  if (!INSTEAD.test(question) || QUESTION_WORD.test(question)) return heldBefore > 0;
  // "And the report?" has a sentence with that word nearly always: it is to be a name, or the same asked of it.
  return own.some((term) => isName(term, best)) || (own.length > 0 && heldBefore >= LEAST_HELD * before.length);
}

/** Whether a reply shows more than words of ours. */
function hasContent({ items }: Reply): boolean {
  return items.some(({ kind }) => kind === "excerpt" || kind === "sources" || kind === "date" || kind === "fields");
}

/** The words that answer, and what is needed to understand them. */
function said({ text, answer, antecedent, introducedBy = [] }: Excerpt): string {
  return [...introducedBy, ...(antecedent === null ? [] : [antecedent]), answer]
    .map((span) => slice(text, span))
    .join("\n");
}

/** What they stand under. */
function above({ introduction, headings, source }: Excerpt): string {
  return [source.title, ...headings, introduction ?? ""].join("\n");
}

/** Whether a word is written with a capital within the sentence that answers, and not because something begins there. */
function isName(term: string, { text, answer }: Excerpt): boolean {
  const sentence = slice(text, answer);
  const tokens = tokenize(sentence);
  return tokens.some((token, i) => {
    const before = tokens[i - 1];
    if (token.term !== term || before === undefined || /\d/.test(before.word)) return false;
    const first = sentence.slice(token.start, token.start + 1);
    return first !== first.toLowerCase() && /^\s+$/.test(sentence.slice(before.end, token.start));
  });
}
