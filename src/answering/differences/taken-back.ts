import { NUMBER_WORDS } from "../../text/entities/numbers.ts";
import type { Span } from "../../text/span.ts";

/** A run of a sentence that takes back what was said before: no part of what the sentence claims. */
export interface TakenBack extends Span {
  /** What is taken back: "9 a.m. as we wrote" of ", not at 9 a.m. as we wrote". */
  readonly words: string;
}

const NUMBER_WORD = [...NUMBER_WORDS.keys(), "one", "noon", "midnight", "half", "quarter"].join("|");
/** "…, not 35", "(not at 9 a.m. as we wrote)" */
const NOT = new RegExp(
  `(?:[,(;–—-]|\\s-)\\s*(?:and |but |and so )?not\\s+(?:\\p{Ll}+\\s+){0,3}?(?=[\\p{Lu}\\d€$£]|(?:${NUMBER_WORD})\\b)((?:[^.;,!?()]|[.:,](?=\\d)|(?<=\\b[ap])\\.|(?<=\\b[ap]\\.m)\\.)+)`,
  "gu",
);
/** "instead of 35", "rather than 14", "(was 2)" */
const INSTEAD =
  /(?:\b(?:instead of|rather than)|\((?:was|were|formerly|previously|originally)|\b(?:moved|changed|corrected|amended) from)\s+((?:(?!\sto\s)[^.;,!?()]|[.:,](?=\d))+)/giu;

/** What a sentence takes back; null where it takes back nothing. */
export function readTakenBack(text: string): TakenBack[] | null {
  const found = [NOT, INSTEAD].flatMap((pattern) =>
    Array.from(text.matchAll(pattern), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      words: match[1] ?? "",
    })),
  );
  return found.length === 0 ? null : found;
}
