import { isGivenName } from "../../text/entities/given-names.ts";
import { isAcronym } from "../../text/entities/organisations.ts";
import { isTitle } from "../../text/entities/titles.ts";
import { fold } from "../../text/fold.ts";
import { stopWords } from "../../text/stop-words.ts";
import type { Capitals } from "./capitals.ts";
import type { Nouns } from "./nouns.ts";
import { WORD } from "./shouted.ts";

/**
 * Writes a sentence that is all in capitals as it would stand among others: names with a capital, other words without.
 * What is a name is known from the other sentences, or it is no word of English.
 *
 * @returns a text of the same length
 */
export function recase(text: string, capitals: Capitals, nouns: Nouns): string {
  const words = [...text.matchAll(WORD)];
  const isName = (word: string) => {
    if (stopWords.has(word) || isTitle(word)) return false;
    const inside = capitals.inside(word);
    if (inside > 0 || capitals.lower(word) > 0) return inside > capitals.lower(word);
    return !nouns.isWord(word) || (isGivenName(word) && !nouns.isCommon(word));
  };
  let recased = text;
  let givenBefore = false;
  for (const [i, { 0: raw, index }] of words.entries()) {
    const word = fold(raw.replace(/['’]\p{L}+$/u, ""));
    const next = words[i + 1]?.[0] ?? "";
    // "MARK" is a name before one: "MARK ORLOV".
    const isGiven = isGivenName(word) && next !== "" && isName(fold(next));
    // WordNet knows some who are famous: "VLADIMIR PUTIN".
    const isLast: boolean = givenBefore && !nouns.isCommon(word) && !stopWords.has(word);
    const isPart: boolean = isName(word) || isGiven || isLast;
    givenBefore = isPart && isGivenName(word);
    let written = isPart ? raw.slice(0, 1) + raw.slice(1).toLowerCase() : raw.toLowerCase();
    if (capitals.isAcronym(word) && isAcronym(raw)) written = raw;
    if (written.length !== raw.length) continue;
    recased = recased.slice(0, index) + written + recased.slice(index + raw.length);
  }
  return recased;
}
