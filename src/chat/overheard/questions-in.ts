import { splitSentences } from "../../text/sentences.ts";
import { readSmallTalk } from "../small-talk/read.ts";
import { isQuestion } from "./put-to-nobody.ts";

/** Questions of one message that are tried. */
const MAX_QUESTIONS = 3;
/** "Does anyone know where we park?": what stands before the question is for whoever can answer. */
const FOR_ALL =
  /^(?:(?:quick |small |silly |stupid |another |one )*question(?: (?:for (?:all|you all|everyone)|here))?\s*[:,.–—-]*\s*)?(?:(?:(?:does|do|did|can|could|would|will|has|is)\s+)?(?:any|some)\s?(?:one|body)(?: (?:here|please|able to|happen to|else))*\s+(?:know|knows|remember|remembers|tell|explain|say|figured out|found out)(?: (?:me|us|please))*(?:\s+(?:if|whether)\b)?\s+|(?:i|we)(?: (?:was|were|am|are)|['’](?:m|re))? (?:wonder|wondering)(?: (?:if|whether)\b)?\s+)?/i;

/**
 * The questions of a longer message, each to be asked for itself: "Hi all! I am new here. Does anyone know where we park?"
 * asks where we park.
 *
 * @param title of the post that the message opens, which may be the question itself, or what it is about
 * @returns in the order in which they are to be tried; none where nothing is asked
 */
export function questionsIn(text: string, title: string | null = null): readonly string[] {
  const asked = [...new Set(sentencesOf(text).filter(isQuestion).map(withoutCalls))];
  if (title === null) return asked.slice(0, MAX_QUESTIONS);
  const subject = withoutCalls(title);
  const about = subject.replace(/[\s?!.:]+$/, "");
  const titled = asked.map((question) => `${about}: ${question}`);
  const both = isQuestion(title) ? [subject, ...titled, ...asked] : [...titled, ...asked];
  return both.slice(0, MAX_QUESTIONS);
}

/** Characters of a message that are looked at: more is a document rather than a question. */
const MAX_LENGTH = 2_000;
const CODE_BLOCK = /```[^`]*```/g;
const LINK_ALONE = /^<?https?:\/\/\S+$/;

function sentencesOf(text: string): string[] {
  const { question } = readSmallTalk(text.slice(0, MAX_LENGTH).replace(CODE_BLOCK, "\n"));
  return question
    .split(/\n+/)
    .flatMap((line) => splitSentences(line).map(({ start, end }) => line.slice(start, end).trim()))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence) && !LINK_ALONE.test(sentence));
}

function withoutCalls(sentence: string): string {
  const { question } = readSmallTalk(sentence.trim());
  return (question || sentence).trim().replace(FOR_ALL, "").trim();
}
