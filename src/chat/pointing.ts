import type { Knowledge } from "../answering/knowledge.ts";
import { readMessage } from "../text/plain-message.ts";
import { isQuestion } from "./overheard/put-to-nobody.ts";
import { questionsIn } from "./overheard/questions-in.ts";
import { readSmallTalk } from "./small-talk/read.ts";

const THIS =
  "(?:this|that|it|above|the above|this one|that one|th(?:is|at|e) (?:question|message|thread|post|one)|(?:his|her|their|my) question|(?:the )?(?:question|message|post) above|here|him|her|them|us|me|everyone)";
const VERB =
  "(?:answer|help|check|look (?:at|into|up|for)|look|take (?:a look(?: at)?|on)|take|handle|explain|respond(?: to)?|reply(?: to)?|find(?: out)?|chime in|weigh in|assist|try|see)";
const ASKED_FOR = `(?:${VERB}|help (?:${THIS} )?(?:out )?(?:with|on))(?: (?:with|on|to|about|out|out with) ${THIS}| ${THIS})?(?: (?:with|on|about|out) ${THIS}| out)?`;

/** Each over the whole message, in lower case and without signs: all of it only says that another message is to be answered. */
const POINTING = [
  THIS,
  "see above|look above|same(?: question| here)?|over to you|your turn|thoughts|any (?:ideas?|thoughts|answers?|clues?)|ideas?|answers?(?: (?:this|that|it|above))?",
  `(?:what|how) about ${THIS}|what do (?:you|u) (?:(?:think|say)|(?:think|say|know) (?:about|of|to) ${THIS})`,
  `(?:can|could|would|will|do) (?:you|u) (?:(?:please|pls|maybe|also|kindly) )*${ASKED_FOR}`,
  `(?:i|we) (?:need|want|could use) (?:an answer|help)(?: (?:to|with|on) ${THIS})?`,
  ASKED_FOR,
  `(?:do |any chance )?(?:you|u) (?:(?:happen to )?(?:know|have)|got) (?:${THIS}|(?:the|an|any) (?:answer|idea)s?)(?: (?:to|for|about) ${THIS})?`,
  `do (?:you|u) know|what (?:is|s) (?:the|your) answer(?: (?:to|for|here)(?: ${THIS})?)?|whats the answer`,
].map(
  (pattern) =>
    new RegExp(
      `^(?:(?:hey|hi|hello|yo|ok|okay|so|and|well|please|pls|plz|maybe|perhaps) )*(?:${pattern})(?: (?:please|pls|plz|thanks|thank you|thx|ty|bot|for (?:me|us|him|her|them)|too|as well|now))*$`,
    ),
);

/** Of its own a call for the bot's help: the command that has that name answers it. */
const HELP = /^(?:please )?help(?: me| us)?(?: please)?$/;
/** Characters at the most: whoever writes more says what it is about. */
const MAX_LENGTH = 80;

/**
 * Tells whether a message says no more than that another one is to be answered: "^", "?", "can you answer this?"
 *
 * @param text without the mention of the bot
 */
export function pointsElsewhere(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  const { text: plain } = readMessage(text);
  if (!/[\p{L}\p{N}]/u.test(text)) return !/[:;][-']?[()DP]/.test(text);
  return !HELP.test(plain) && POINTING.some((pattern) => pattern.test(plain));
}

/** A message that may be pointed at. */
export interface Pointed {
  /** As its readers see it. */
  readonly text: string;
  /** Of the first message of a post: what that is headed with. */
  readonly title?: string;
}

/**
 * The question that is to be answered of a message: of several the first that the documents answer; where it asks none,
 * all of it.
 *
 * @param most characters of a question
 * @returns null where it says nothing
 */
export async function questionOf({ text, title }: Pointed, knowledge: Knowledge, most: number): Promise<string | null> {
  const fits = (question: string) => question.length <= most;
  const questions = questionsIn(text, title).filter(fits);
  for (const question of questions) {
    if (questions.length === 1 || (await knowledge.ask(question, { limit: 1 })).status === "answered") return question;
  }
  const whole = questions[0] ?? [title ?? "", text].map((part) => part.trim()).find((part) => part !== "") ?? "";
  return /[\p{L}\p{N}]/u.test(whole) ? whole.slice(0, most) : null;
}

/**
 * Of the messages before one that points, the one that is meant: the last that asks, else the last that says anything.
 *
 * @param before oldest first
 */
export function pointedAmong<M extends Pointed>(before: readonly M[]): M | null {
  const saying = before.filter(({ text }) => !pointsElsewhere(text) && readSmallTalk(text).smallTalk === null);
  return saying.findLast(({ text }) => questionsIn(text).length > 0 || isQuestion(text)) ?? saying.at(-1) ?? null;
}
