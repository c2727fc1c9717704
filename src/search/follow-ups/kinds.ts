import { isCapitalised } from "../../text/entities/names.ts";
import type { Token } from "../../text/tokens.ts";
import type { Question } from "../question.ts";
import type { FollowUpKind } from "./follow-up-kind.ts";

export interface FollowUp {
  readonly kind: FollowUpKind;
  /** Of "instead": what is asked about now, as typed. */
  readonly subject: string | null;
}

const LEAD =
  "(?:(?:so|ok|okay|and|but|or|hm+|well|wait|then|oh|ah|aha|yes|no|hey|um|also|please|pls|wow|great|nice|cool|interesting|good|sorry|thanks|thx) )*";
const TAIL = "(?: (?:please|pls|plz|then|though|tho|exactly|precisely|again|here|now|bot|lol|by the way|btw|of that))*";
const IT = "(?:that|this|it|so)";
const DOCUMENT = "(?:source|document|doc|article|file|page|paper|text|report|note)";

/** Each over the whole message, as it reads in lower case and without signs. */
const patterns: readonly (readonly [FollowUpKind, string])[] = [
  [
    "source",
    `(?:(?:what|where)(?: s| is|s) )?(?:the |your |its |a )?(?:source|reference|citation|link)(?: (?:for|of|to) ${IT})?`,
  ],
  [
    "source",
    `links?|cite|citations?|references?|(?:any )?proof|(?:any )?evidence|(?:got|have) (?:a |any )?(?:source|link|proof|evidence)s?(?: for ${IT})?`,
  ],
  [
    "source",
    `(?:do (?:you|u) have|is there|can (?:you|u) (?:give|show|send)(?: me| us)?|(?:give|show|send)(?: me| us)?|can i (?:see|have|get)|i (?:want|need)(?: to see)?) (?:the |a |an |your |its )?(?:source|reference|citation|link|proof|evidence)s?(?: (?:for|of|to) ${IT})?`,
  ],
  [
    "source",
    `where (?:(?:does|did) (?:it|they|he|she) say|(?:do|does|did) (?:you|u|that|it|this) (?:get|read|find|see|take|have|come)|(?:is|was|s)) ${IT}?(?: (?:from|written|stated|said|mentioned|found|reported|come from|coming from))`,
  ],
  [
    "source",
    `where (?:does|did) (?:it|the ${DOCUMENT}|they) (?:say|state|mention) ${IT}|where (?:do|did) (?:you|u) (?:get|read|find|see|have|take) ${IT}|where (?:is|s) (?:that|this|it) (?:written|stated|said|mentioned|from)|where (?:does|did) ${IT} (?:stand|come from)`,
  ],
  [
    "source",
    `(?:which|what) ${DOCUMENT}(?: (?:says|said|is|does|has|states|mentions)(?: ${IT})?(?: (?:from|say|come from|stand in))?)?|(?:from|in) (?:which|what) ${DOCUMENT}|says (?:where|which ${DOCUMENT})|based on (?:what|which ${DOCUMENT})|how do (?:you|u) know(?: ${IT})?`,
  ],
  [
    "sure",
    `(?:are|r) (?:you|u) (?:(?:really|quite|very|absolutely|completely|totally|100|so|pretty) )*(?:sure|certain|positive|serious)(?: (?:about|of) (?:that|this|it))?|how (?:sure|certain) are (?:you|u)(?: about ${IT})?`,
  ],
  [
    "sure",
    `(?:is|was) (?:that|this|it) (?:(?:really|actually|even) )*(?:true|right|correct|so|certain|accurate|real|confirmed|a fact|the case|reliable)|(?:can|could) (?:you|u) (?:confirm|verify|check|double check)(?: (?:that|this|it))?|(?:you|u) sure|sure about (?:that|this|it)`,
  ],
  [
    "sure",
    `(?:do|does|did) (?:(?:the )?(?:other|others|all|any|other ${DOCUMENT}s|all ${DOCUMENT}s|they all|anyone else|anybody else|any other ${DOCUMENT}))(?: (?:the |of the )?${DOCUMENT}s)? (?:agree|say (?:so|that|this|it|the same)(?: too)?|confirm (?:that|this|it))(?: with (?:that|this|it))?|who else (?:says|said|reports|reported|claims|confirms|confirmed) (?:so|that|this|it)`,
  ],
  [
    "more",
    `(?:(?:tell|show|give|say|read)(?: me| us)? )?(?:some |a bit |a little |any |even )?(?:more|further)(?: (?:about|on) (?:it|that|this))?(?: (?:details?|info|information|context|quotes?|excerpts?|results?|passages?))?(?: (?:about|on) (?:it|that|this))?`,
  ],
  [
    "more",
    `(?:please )?(?:go on|continue|keep going|carry on|elaborate|expand|next|next (?:one|page)|details?|more details?|say more)(?: on (?:it|that|this))?|(?:what|any ?thing|some ?thing) (?:else|more)(?: (?:about|on) (?:it|that|this))?|is (?:that|this|it) (?:all|everything|it)|is there (?:any ?thing )?(?:more|else)(?: (?:about|on) (?:it|that|this))?|(?:can|could) (?:you|u) (?:tell me more|go on|elaborate|expand)(?: (?:about|on) (?:it|that|this))?`,
  ],
  [
    "speaker",
    `who (?:(?:is|was) )?(?:said|says|say|saying|claims?|claimed|claiming|told|reports?|reported|states?|stated|thinks?|thought)(?: (?:you|them|him|her|us))?(?: ${IT})?|who (?:did|does) say ${IT}`,
  ],
  [
    "speaker",
    `(?:says|said|claims) who|according to (?:who|whom)|by whom (?:was|is) (?:that|this|it) (?:said|claimed|reported)|whose (?:words|claim|opinion|view|statement|quote|number|figure)s?(?: (?:is|are|was|were) (?:that|this|it|those|these))?`,
  ],
  [
    "else",
    "(?:who|where|when|why|how|which) else|(?:any |what )?other (?:reasons?|dates?|places?|people|names?|ones?)|another (?:reason|one|place|date)",
  ],
  [
    "else",
    "what else (?:did|does|do|has|have|had|was|were|is|are|can|could|will|would) (?:he|she|they|it|that|this)(?: \\w+){0,3}",
  ],
  [
    "else",
    "(?:did|does|do|has|have|had|is|are) (?:he|she|they|it) \\w+ (?:any ?thing|any ?one|any ?body|any ?where) else",
  ],
];
const compiled = patterns.map(([kind, pattern]) => ({
  kind,
  pattern: new RegExp(`^${LEAD}(?:${pattern})${TAIL}$`, "u"),
}));
/** Said flatly they only chime in; with a mark they ask. */
const MARKED = new RegExp(
  `^${LEAD}(?:really|sure|seriously|for real|no way|true|is it|is that so|was it|did (?:he|she|they)(?: really)?(?: (?:say|do) (?:that|this|it|so))?|confirmed|honestly)(?: (?:really|though|now))?$`,
);

/** Characters of a follow-up at the most: whoever writes more says what it is about. */
const MAX_LENGTH = 100;
/** A question of more terms than this says for itself what it is about. */
const MAX_OWN_TERMS = 3;
/** In "when did he say that" the verb only stands for what was asked before; "ok but why" asks why. */
const EMPTY = new Set(
  `say said says mean means meant happen happened happening think thinks do done come came exactly precisely really
  actually still already yet ok okay hm hmm well wait oh ah yes hey please wow great nice cool interesting good sorry
  thanks`.split(/\s+/),
);
/** "What time?", "on which day?": an interrogative with the noun that tells its type. */
const TYPED_BARE = /^(?:(?:at|on|in|for|and|but|so|ok) )*(?:what|which) (?:time|day|date|year|month|place|reason)$/;
const REASONS =
  /^(?:what for|for what(?: reason)?|what (?:is|was|s) the (?:reason|cause)(?: for (?:that|this|it))?|(?:for )?what reason|how so)$/;
/** What may follow "and" or "what about" and is the thing asked about now. */
const INSTEAD =
  /^\W*(?:(?:and|but|or|also|then|so|ok|okay)\W+)*(?:(?:what|how)\s+(?:about|of|if)|and|but|or)\b[\s,]*(.+?)[\s?!.]*$/i;
/** "In Oslo?", "on Friday?", "for students?": a place, a date or a person alone. */
const ALONE =
  /^\W*((?:in|on|at|for|from|to|near|before|after|since|until|by|with|under|around|during)\s+([^?]+?))\s*\?+\s*$/i;
const ASKS =
  /^(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|may|might|must|am|tell|show)\b/i;

/**
 * Tells whether a question leans on the answer before it, and how; null where it says for itself what it is about. Only
 * in a conversation does this mean anything.
 */
export function readFollowUp(question: Question): FollowUp | null {
  const { text } = question;
  const plain = toPlain(text);
  if (text.length > MAX_LENGTH || plain === "") return null;
  if (MARKED.test(plain) && /\?\s*$/.test(text)) return of("sure");
  const found = compiled.find(({ pattern }) => pattern.test(plain));
  if (found !== undefined) return of(found.kind);
  if (isBare(question, plain)) return of("bare");
  const alone = ALONE.exec(text);
  const subject = INSTEAD.exec(text)?.[1] ?? (alone !== null && !ASKS.test(alone[2] ?? "") ? alone[1] : undefined);
  const own = ownTerms(question);
  if (subject !== undefined && own.length <= MAX_OWN_TERMS + 1 && !ASKS.test(subject) && !/^if\b/i.test(subject)) {
    return { kind: "instead", subject };
  }
  return own.length <= MAX_OWN_TERMS && (refersBack(question) || isFragment(question)) ? of("anaphor") : null;
}

function of(kind: FollowUpKind): FollowUp {
  return { kind, subject: null };
}

/** Whether a question is the interrogative alone, or with words that only stand for what was asked: "why did he say so?" */
function isBare(question: Question, plain: string): boolean {
  if (TYPED_BARE.test(plain) || asksReason(plain)) return true;
  if (question.tokens.length === 0 || ownTerms(question).length > 0 || /\bwhat (?:\w+ )?happen/.test(plain))
    return false;
  if (/^(?:and )?(?:who|what)(?: is| was| s| are) (?:he|she|they|that|this|it)(?: guy| person)?$/.test(plain))
    return false;
  return (
    question.tellsType &&
    (ASKS.test(plain.replace(new RegExp(`^${LEAD}`), "")) || asksReason(plain) || BY_WHOM.test(plain))
  );
}

const BY_WHOM =
  /^(?:and |but |so )?(?:by|from|to|with|for|since|until|of|in|at|on) (?:whom|who|when|where|what|which|how)\b/;

/** "What for?": asks for a reason without a word that tells. @param plain as `toPlain` gives it */
export function asksReason(plain: string): boolean {
  return REASONS.test(plain.replace(new RegExp(`^${LEAD}`), ""));
}

/** The terms that a question has of its own, beyond those that stand for what was asked before. */
export function ownTerms({ terms }: Question): readonly Question["terms"][number][] {
  return terms.filter(({ word, onlyAsks, share }) => !EMPTY.has(word) && !onlyAsks && share > 0);
}

/** "How far from Oslo?", "how many in the north?": no verb says what is asked of. */
const FRAGMENT =
  /^\W*(?:(?:and|but|so|ok|okay)\W+)*(?:when|where|why|how (?:many|much|far|long|often|deep|big|high|old|late|early|soon))\s+(?:in|on|at|for|from|to|near|before|after|since|until|by|with|under|around|during)\s/i;

function isFragment({ text, tokens }: Question): boolean {
  return FRAGMENT.test(text) && !tokens.some(({ word }) => AUXILIARY.test(word));
}

const PERSONAL = new Set("he she him her his hers".split(" "));
const OTHERS = new Set("it its they them their theirs that this these those there".split(" "));
/** Words that end in a clause of their own: "that the roof leaks". */
const DETERMINED = new Set("the a an his her its their our my your he she it they we you i all no".split(" "));

/** Whether a word stands for something said before: not the "there" of "is there", nor the "that" before a clause. */
function refersBack({ text, tokens, terms }: Question): boolean {
  return tokens.some((token, i) => {
    const { word } = token;
    const [before, next] = [tokens[i - 1]?.word ?? "", tokens[i + 1]];
    const earlier = tokens.slice(0, i);
    if (PERSONAL.has(word)) return !namesSubject(earlier) && !earlier.some((other) => isName(text, other, terms));
    if (!OTHERS.has(word)) return false;
    if (word === "there") return next === undefined || !isExistential(before, next.word);
    if (word === "that" && next !== undefined && (DETERMINED.has(next.word) || isCapitalised(text.slice(next.start)))) {
      return false;
    }
    // "Does the school have its own pool": what "its" means stands before it.
    if (/^(?:its|their|theirs|they|them|it)$/.test(word)) return !namesSubject(earlier);
    return true;
  });
}

const BE = /^(?:is|are|was|were|be|been|isn't|aren't|wasn't|weren't|will|has|have|had|s|any|no|how|if)$/;

function isExistential(before: string, next: string): boolean {
  return BE.test(before) || BE.test(next);
}

function isName(text: string, { start, word, stop }: Token, terms: Question["terms"]): boolean {
  return (
    !stop && (terms.some((term) => term.name && term.word === word) || (start > 0 && isCapitalised(text.slice(start))))
  );
}

const AUXILIARY = /^(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|may|must)$/;

/** Whether a noun stands between the auxiliary and here: "does the school have", not "how many students does". */
function namesSubject(before: readonly Token[]): boolean {
  const auxiliary = before.findIndex(({ word }) => AUXILIARY.test(word));
  return auxiliary !== -1 && before.slice(auxiliary + 1).some(({ stop }) => !stop);
}

/** A message in lower case, without accents and signs; an apostrophe is a space. */
export function toPlain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
