import { ABOUT, DOCUMENT, type Patterns } from "./phrases.ts";

const DOCUMENTS = `${DOCUMENT}s?`;
const OF_THEM = `(?: of (?:the |these |your |our |all )*${DOCUMENT}s)?`;
const ANY = `(?:all|every|each|both|any|one|some|a|an|other|another|more)(?: (?:single|other))?(?: of (?:the |these |your |our )*)? ?${DOCUMENTS}`;
const SAY =
  "(?:says?|said|saying|mentions?|mentioned|mentioning|talks? (?:about|of)|talking about|speaks? (?:about|of)|refers? to|referring to|claims?|claimed|claiming|states?|stated|stating|writes?(?: about| of| that)|wrote(?: about| of| that)|discuss(?:es)?|discussing|brings? up|quotes?|quoting|cites?|citing|uses? the (?:word|term|phrase)|(?:has|have|with) the (?:word|words|term|phrase|number|name))(?: that)?";
/** What a press does; "which file contains the log" asks about another file. */
const REPORT =
  "(?:reports?(?: on)?|reported|reporting|names?|naming|covers?|covering|backs? up|confirms?|confirming|contains?|containing|tells? (?:of|about)|describes?|describing|notes?|denies|deny|denied|(?:is|are|was|were) about|deals? with)(?: that)?";
/** Names that people have for some kinds of documents only: "which of the minutes mention the roof", never "what pages say". */
const KINDS =
  "(?:minutes|letters?|memos?|mails?|emails?|transcripts?|posts?|pages?|chapters?|handouts?|handbooks?|guides?)";
const PRESS = "(?:sources?|articles?|outlets?|newspapers?|publications?|reports)";
const WORD = "(?:the (?:word|words|term|phrase|number|name) )?";
const ALSO = "(?:(?:do|does|did|all|actually|ever|also|even) )*";
const TRAILING = "(?: (?:which|which ones?|if so which(?: ones?)?|and which(?: ones?)?|how many))?";

/** "Which source says 31", "how many articles mention the school": the group "about" is what they are to say. */
export const sourcesSayingPatterns: readonly Patterns[] = [
  {
    needs: `${DOCUMENT}|report|mention|quote|the (?:word|term|phrase)|talked|brought|referred|cited`,
    patterns: [
      `(?:which|what|how many|(?:in )?which of) (?:of )?(?:the |these |your |our |all )*${DOCUMENTS}${OF_THEM} ${ALSO}${SAY} ${WORD}${ABOUT}`,
      `(?:which|what|how many|which of) (?:of )?(?:the |these |your |our |all )*${PRESS}${OF_THEM} ${ALSO}${REPORT} ${WORD}${ABOUT}`,
      `(?:which|how many|which of) (?:of )?(?:the |these |your |our |all )*${KINDS} ${ALSO}mention(?:s|ed)? ${WORD}${ABOUT}`,
      `(?:do|does|did) ${ANY} ${ALSO}(?:${SAY}|${REPORT}) ${WORD}${ABOUT}${TRAILING}`,
      `(?:is|are) there (?:any |an |a |some )*${DOCUMENTS} (?:that |which )?${ALSO}(?:${SAY}|${REPORT}|about|on) ${WORD}${ABOUT}${TRAILING}`,
      `(?:is|are|was|were) ${WORD}${ABOUT} (?:mentioned|named|quoted|cited|talked about|(?:found|used|mentioned )?(?:in any|anywhere in)) (?:anywhere|somewhere|in any|(?:in )?(?:any|one|the|these|your)(?: of (?:the|these|your))? ${DOCUMENTS}|(?:of )?(?:the |these |your )?${DOCUMENTS})`,
      `who (?:reported|reports|writes|wrote|is reporting) that ${ABOUT}`,
      `(?:where|in (?:which|what|how many) ${DOCUMENTS})(?: s| is| are| was| were) ${WORD}${ABOUT} (?:mentioned|cited|quoted|talked about|referred to|brought up)`,
      `(?:where|in (?:which|what|how many) ${DOCUMENTS})(?: s| is| are| was| were) the (?:word|words|term|phrase) ${ABOUT}(?: (?:used|found|written))?`,
      `(?:(?:please|can you|could you|list|show|give|find|name) (?:me |us )?)*(?:all |any |every |the )*${DOCUMENTS} (?:that |which )?(?:${SAY}|reporting) ${WORD}${ABOUT}`,
      `(?:(?:please|can you|could you) )*(?:list|show|give|find|name) (?:me |us )?(?:all |any |every |the )*${DOCUMENTS} (?:about|on) ${ABOUT}`,
    ],
  },
  {
    patterns: [
      `welche (?:quellen?|dokumente?|artikel|berichte?) (?:sagt|sagen|erwahnt|erwahnen|nennt|nennen|berichtet|berichten)(?: dass| uber| von)? ${ABOUT}`,
      `(?:quelles? (?:sources?|articles?)|quels? (?:articles?|documents?)) (?:dit|disent|mentionnent?|parlent? de|citent?) (?:que )?${ABOUT}|que (?:fuentes?|articulos?|documentos?) (?:dice[n]?|mencionan?|hablan? de) (?:que )?${ABOUT}`,
    ],
  },
];

/** "It was 35", "that the bridge was closed": what a claim begins with, and says nothing. */
const OPENING = /^(?:(?:that|it|there|they|this)(?:['’]s)?\s+)*(?:(?:is|are|was|were)\s+)?/i;
const NOTHING = /^(?:the|an?|so|that|this|it|these|those|what|the same|otherwise|something|anything|else|more)$/i;

/** @returns the words that a source is to have; null for "which source says so", which asks about what was said before */
export function readSaying(about: string): string | null {
  const words = about.replace(OPENING, "").trim();
  return words === "" || NOTHING.test(words) ? null : words;
}
