import { stopWords } from "../../text/stop-words.ts";

/** Words from which on a text in capitals is a sentence and no list of acronyms; a stop word among fewer tells so too. */
const FEWEST = 4;
/** A word, whatever follows its apostrophe with it. */
export const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu;

/** Whether a sentence is all in capitals, which then tell names from nothing: "SERGEI ORLOV SAID NO TODAY". */
export function isShouted(text: string): boolean {
  if (text.toUpperCase() !== text || text.toLowerCase() === text) return false;
  const words = (text.match(WORD) ?? []).filter((word) => word.length > 1);
  return words.length >= FEWEST || (words.length > 1 && words.some((word) => stopWords.has(word.toLowerCase())));
}
