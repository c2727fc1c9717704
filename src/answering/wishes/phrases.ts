/**
 * Pieces that the patterns of wishes are made of. Patterns are read over a message in lower case and without signs:
 * "what's" is "what s" there.
 */

/** The documents, by any of the names people have for them. */
export const DOCUMENT = "(?:source|document|doc|file|article|paper|report|text|outlet|newspaper|publication|account)";
const DOCUMENTS = `(?:${DOCUMENT}s|stories|press|media|folder)`;
const WHICH =
  "(?:(?:all|any|both|each|some|several|different|various|of|the|these|those|this|your|ur|our|two|three) )*";
/** "The reports", "all of these articles", "your sources". */
export const THE_DOCUMENTS = `${WHICH}${DOCUMENTS}`;

const MATTER = "(?:events?|thing|story|folder|news|matter|affair|case|situation|discussion|thread|collection|archive)";
/** All of it: "this", "the whole thing", "the documents". */
export const THE_WHOLE = `(?:(?:all )?(?:of )?(?:this|that|it|all this|these|those|everything|here|events|(?:the|this|that|these|those|your|ur)(?: (?:whole|entire))? (?:${MATTER}|${DOCUMENT}s?))(?: all)?)`;

/** What a wish is about, as it was typed. */
export const ABOUT = "(?<about>.+?)";

/** Patterns of a wish, each over all words of a message but the polite ones around them. */
export interface Patterns {
  /** A pattern of which a message holds a match where it matches any of them: most questions are told from it by that alone. */
  readonly needs?: string;
  readonly patterns: readonly string[];
}
