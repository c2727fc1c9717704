import { isGivenName } from "../../text/entities/given-names.ts";
import { readSmallTalk } from "../small-talk/read.ts";
import { AUXILIARY, asksWhoever, isOfNow, isRhetorical, isTalk, LEAD, lacksSubject } from "./talk.ts";

/**
 * Where a message stands that does not speak to the bot. "thread": among people, where the bot has answered before. "ask
 * channel": where every question is meant for it.
 */
export type OverheardIn = "thread" | "ask channel";

export interface Circumstances {
  readonly where: OverheardIn;
  /** What people who write there are called, as far as is known. */
  readonly names: readonly string[];
}

/** How a question opens that lacks its mark; "which is great", "what a mess" and "will do" are none. */
const OPENING = new RegExp(
  `^${LEAD}(?:(?:who|whom|whose|what|when|where|why|how)(?:['’]s|\\s+(?:${AUXILIARY}|said|else|exactly|many|much|long|often|far|old|big))\\b|(?:which|what)\\s+[\\p{L}-]+\\s+(?:(?!is\\s+(?:great|good|nice|fine|cool|bad|why|what|how|where))(?:${AUXILIARY}))\\b|(?:tell|show) me\\b)`,
  "iu",
);
/** A question by its first words, which say more than a lone noun and a mark: "lunch?" */
const ASKING = new RegExp(
  `^${LEAD}(?:(?:who|whom|whose|what|when|where|why|how|which)\\b|(?:what|how)['’]s\\b|(?:${AUXILIARY})\\b|(?:tell|show|give|explain|list|find)\\b)`,
  "iu",
);
const INTERROGATIVE = /\b(?:who|whom|whose|what|when|where|why|how|which)\b/i;
/** "And Lavrov?", "what about the school?": something else is asked of what was answered. */
const INSTEAD = /^(?:ok(?:ay)?[\s,]+)?(?:and|but|or|also)\s+\S/i;
/** "What about the meeting?": something said before is asked of it. */
const ELLIPSIS = /^(?:(?:and|but|or|also|so|ok|okay)[\s,]+)*(?:what|how) about\b/i;
/** What asks the bot to bear out its answer, in words that only a bot is asked with. */
export const CITES = /\b(?:source|sources|citation|reference|link|proof|quote)s?\b/i;

/** Speech between people: "what do you think", "should we deploy", "can I go". */
const PEOPLE =
  /\b(?:you|your|yours|u|ur|ya|y['’]?all|we|us|our|ours|we['’](?:re|ll|ve|d)|i|i['’](?:m|ll|ve|d)|im|me|my|mine|you['’](?:re|ll|ve|d)|let['’]?s|guys|folks|dude|bro|mate|team|lads|peeps)\b/i;
/** In capitals it is a country. */
const STATES = /\bUS\b/g;
/** What a person says to a bot with those words in it. */
const POLITE =
  /\b(?:(?:can|could|would|will) (?:you|u) (?:please )?(?:tell|show|say|find|explain)(?: me| us)?|(?:tell|show|give) (?:me|us))\b/i;
/** "@ben", "@channel": with an address of mail there is something before the sign. */
const AT = /(?:^|[\s(])@[\p{L}\p{N}_]/u;
/** "Anna, did he…", "hey Ben …". Words that open a sentence as well are no names. */
const CALLS = /^(?:(?:hey|hi|hello|yo|ok|so|and|but)\s+)?([\p{L}][\p{L}'’.-]*)\s*[,:]\s/u;
const HAILS = /^(?:hey|hi|hello|yo|psst)\s+\p{Lu}[\p{Ll}'’-]+\b/u;
const SUMMONS =
  /^\p{Lu}[\p{Ll}'’-]+\s+(?:can|could|would|will|do|did|are|have|were) (?:you|u)\b|,\s*\p{Lu}[\p{Ll}'’-]+\s*[?!.]*$/u;
/** "Ben when is lunch?", in lower case. */
const BEFORE_QUESTION = new RegExp(
  `^([\\p{L}'’-]+)\\s+(?:who|whom|whose|what|when|where|why|how|which|${AUXILIARY})(?:['’]s)?\\b`,
  "u",
);
const NO_NAMES = new Set(
  `and but so ok okay then also or well hm hmm oh ah now wait sorry please btw yes no nice great cool interesting thanks thx
  actually anyway right first second finally again yeah yep nope hey hi hello good fine sure maybe perhaps question
  seriously really however otherwise still if when after before in on at for from according by since until during with
  without today yesterday tomorrow`.split(/\s+/),
);
/** Characters: what is longer is somebody's thoughts, or a document. */
const MAX_LENGTH: Readonly<Record<OverheardIn, number>> = { thread: 300, "ask channel": 2_000 };

/**
 * Tells whether a message that does not speak to the bot is a question put to nobody else. Where in doubt it says no:
 * whoever wants an answer can mention the bot. In an ask channel everybody's question is the bot's, whatever it is asked
 * of: "does anyone know where we park?"
 *
 * @param text as its readers see it, with "@" before whom it mentions
 */
export function isPutToNobody(text: string, { where, names }: Circumstances): boolean {
  const message = text.trim();
  if (message === "" || message.length > MAX_LENGTH[where] || readSmallTalk(message).smallTalk !== null) return false;
  if (AT.test(message) || calls(message, names)) return false;
  // What of it is a question, and which, is for `questionsIn` to tell.
  if (where === "ask channel") return true;
  if (!isQuestion(message) || message.includes("```")) return false;
  if (isTalk(message) || asksWhoever(message) || isOfNow(message) || isRhetorical(message)) return false;
  if (PEOPLE.test(message.replace(POLITE, " ").replace(STATES, " "))) return false;
  return ASKING.test(message) || INSTEAD.test(message) || CITES.test(message) || saysMore(message);
}

/** Whether a question says for itself what it is about, as one must that begins a conversation. */
export function standsAlone(question: string): boolean {
  if (isTalk(question) || lacksSubject(question) || ELLIPSIS.test(question)) return false;
  return ASKING.test(question) || (saysMore(question) && !isOfNow(question));
}

/** Whether a sentence asks, with a mark or by the words that it opens with. */
export function isQuestion(sentence: string): boolean {
  return /\?[\s)"”’*_]*$/.test(sentence) || OPENING.test(sentence);
}

/** "Free parking?", "expenses paid?": nothing but the mark asks. People say that of what goes on, too. */
export function isFragment(question: string): boolean {
  return !ASKING.test(question) && !INSTEAD.test(question) && !CITES.test(question) && !INTERROGATIVE.test(question);
}

/** A lone word with a mark ("lunch?") may be about anything that goes on among people. */
function saysMore(message: string): boolean {
  return (message.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0) > 1;
}

function calls(message: string, names: readonly string[]): boolean {
  const [, first = ""] = CALLS.exec(message) ?? [];
  if (first !== "" && !NO_NAMES.has(first.toLowerCase())) return true;
  if (HAILS.test(message) || SUMMONS.test(message)) return true;
  const plain = message.toLowerCase().replace(/^(?:(?:hey|hi|hello|yo|ok|so|and|but|thanks|thx|nice)[\s,]+)+/, "");
  // Slack does not say who writes there: of a given name before the question it is taken.
  if (isGivenName(BEFORE_QUESTION.exec(plain)?.[1] ?? "")) return true;
  return names.some((name) => {
    const called = name.trim().toLowerCase();
    const [given = ""] = called.split(/\s+/);
    return [called, given].some((one) => one.length > 1 && startsWithWord(plain, one));
  });
}

function startsWithWord(text: string, word: string): boolean {
  return text.startsWith(word) && !/^[\p{L}\p{N}'’]/u.test(text.slice(word.length));
}
