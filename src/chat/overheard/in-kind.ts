import { findNumbers } from "../../text/entities/written-numbers.ts";
import { givesPurpose, givesReason } from "../../text/reasons.ts";
import { stopWords } from "../../text/stop-words.ts";
import { isPastForm } from "../../text/tense.ts";
import { AUXILIARY, LEAD } from "./talk.ts";

const WHY = new RegExp(`^${LEAD}(?:why|what for|for what reason|how (?:come|so))\\b`, "i");
const HOW_MANY = /\bhow\s+(?:many|much)\b/i;
/** What may stand in a number's place. */
const AMOUNT =
  /\d|\b(?:one|an?|single|half|both|several|few|many|most|all|every|each|no|none|nobody|nothing|free|without)\b/i;
/** "How was lunch?", "should they stay?": asks what people think of it, unless it is told how something was done. */
const HOW_WAS = new RegExp(`^${LEAD}how\\s+(?:was|were)\\b`, "i");
const SHOULD = new RegExp(`^${LEAD}(?:should|would|could|shall|might)\\b`, "i");
const MODAL = /\b(?:should|would|could|can|must|may|might|ought|shall|is to|are to|ha(?:s|ve) to|please)\b/i;
/** "Did he go?", "has it been restarted?", "were they asked?", "who took it?": something has happened or not. */
const DID = /\bdid(?:n['’]t)?\b/i;
const AUXILIARY_OF_PAST = /\b(?:has|have|had|was|were)(?:n['’]t)?\b/i;
/** Words between it and its participle at the most. */
const MAX_BETWEEN = 7;
const WHO_DID = new RegExp(`^${LEAD}(?:who|what|which\\s+[\\p{L}-]+)\\s+(?!(?:${AUXILIARY})\\b)([\\p{L}]+)\\b`, "iu");
/** "What was the password again?" asks politely of what is. */
const IS = /\b(?:is|are|am|be|being|gets?|['’][sm]|['’]re)\s+(?:(?:not|also|only|usually|always|\p{L}+ly)\s+)*$/iu;
const WORD = /[\p{L}]+(?:['’]\p{L}+)*/gu;
const COPULA = new Set(["was", "were", "had", "has", "have", "did"]);

/**
 * Tells whether a sentence can be the answer to a question of its kind, where the words are the same: a reason for "why", an
 * amount for "how many", and for what has happened more than what happens as a rule: "has the server been restarted?" is
 * asked of people, though "the server is restarted on Sundays" stands in the documents.
 *
 * @param said the sentence, and what is needed to understand it
 */
export function isInKind(question: string, said: string): boolean {
  if (WHY.test(question) && !givesReason(said) && !givesPurpose(said, (word) => !stopWords.has(word))) return false;
  if (HOW_MANY.test(question) && !AMOUNT.test(said) && findNumbers(said).length === 0) return false;
  if (SHOULD.test(question) && !MODAL.test(said) && tellsOfPast(said)) return false;
  const ofPast = asksOfPast(question);
  return ofPast ? tellsOfPast(said) : !HOW_WAS.test(question);
}

function asksOfPast(question: string): boolean {
  if (DID.test(question)) return true;
  const [, behind = ""] = question.split(AUXILIARY_OF_PAST);
  const words = behind.match(WORD)?.slice(0, MAX_BETWEEN) ?? [];
  return [WHO_DID.exec(question)?.[1] ?? "", ...words].some(isDone);
}

function isDone(word: string): boolean {
  return isPastForm(word) && !COPULA.has(word.toLowerCase());
}

function tellsOfPast(said: string): boolean {
  for (const { 0: word, index } of said.matchAll(WORD)) {
    if (isPastForm(word) && word !== "has" && word !== "have" && !IS.test(said.slice(0, index))) return true;
  }
  return false;
}
