import { wishPatterns } from "../answering/wishes/read-wish.ts";
import { smallTalkPatterns } from "./small-talk/read.ts";

/** V8 compiles a pattern for each of the two forms in which it keeps texts: with a byte or with two for a character. */
const FORMS = ["a", "\u2019"];

/**
 * Has the patterns compiled that every message is held against, as V8 does when one is first used: the first message
 * would hold the thread that talks to platforms for some 50 ms, and the first with a curly quote for half of that again.
 */
export function compilePatterns(): void {
  for (const pattern of [...smallTalkPatterns, ...wishPatterns]) for (const text of FORMS) pattern.test(text);
}
