import { irregularBases } from "./irregular-forms.ts";
import type { Span } from "./span.ts";

export type Tense = "past" | "future";

/** What lies ahead, by the verb or a word beside it. */
const AHEAD =
  /\b(?:will|shall|won['’]t|would|['’]ll|(?:is|are|was|were|be|['’]s|['’]re) (?:to(?= \w)|going to|set (?:to|for)|due|slated|scheduled|expected|planned|likely to)|(?:has|have) (?:scheduled|planned)|expect(?:s|ed)?|plan(?:s|ned)? (?:to|for)|hopes? to|aims? to|intends? to|promis(?:es|ed) to|upcoming|coming|next|please|deadline|due|must|should|can|see you|let['’]s|don['’]t forget|remember to|save the date)\b/gi;
/** In lower case: "May" is a month or a name. */
const MAY = /\b(?:may|might)(?= \p{Ll})/gu;
/** Before a participle that says of what kind a thing is: "the discounted rooms". */
const BEFORE_ADJECTIVE =
  /(?:^|[.!?:]\s)\W*$|\b(?:the|an?|of|in|for|with|our|your|their|his|her|its|my|these|those|some|any|no|all|many|most|from|at)\s$/i;
/** A verb of a timetable in the present: "the course begins on 3 May"; "water had run down" is none. */
const TIMETABLE =
  /(?<!\b(?:had|has|have)\s(?:\p{L}+ly\s)?)\b(?:begins?|starts?|opens?|closes?|ends?|finishes|resumes?|expires?|takes place|arrives?|leaves?|departs?|meets?|moves|runs?|falls on|comes?|goes|returns?)\b/giu;
/** What is done later than it was to be: "the vote was put off until May". */
const POSTPONED =
  /\b(?:put (?:it |them )?off|postponed|adjourned|deferred|held over|carried over|pushed back|rescheduled)(?=(?:\s\p{L}+){0,3}\s(?:to|until|till|for)\b)/giu;
/** What somebody chose to do: it begins afterwards ("they voted to raise the fee from 1 April"). */
const CHOSEN =
  /\b(?:voted?|decided?|agreed?|resolved?|proposed?|recommended?|chose)(?:\s[^\s.;:,]+){0,5}?\sto\s\p{Ll}{2,}(?:\s[^\s.;:,]+){0,8}\s$/iu;
const ONSET = /^(?:(?:with effect|as|effective|starting|beginning) )?(?:from|as of)\b/i;
/** Not that of "Mr.", "Nov." and "a.m.". */
const SENTENCE_END = /(?<!\b[ap]\.m|\b\p{Lu}\p{Ll}{0,3})[.!?]["”’)]*\s/u;
/** A deadline. */
const LIMIT = /\b(?:by|until|till|before) (?:the )?$/i;
const WORD = /[\p{L}]+(?:['’]\p{L}+)*/gu;
const PAST_BASES = new Set(["be", "have", "do"]);
/** Adjectives and nouns that end in "ed", and verbs whose past is like their present. */
const NO_PAST = new Set(
  "need needs seed speed indeed hundred bed red united based related used supposed advanced limited".split(" "),
);
/** Forms that are also of the present, or nouns. */
const BOTH = new Set(
  "lay lie found saw left felt bit bent led lead rose shot spoke ground wound drove stole rent lit".split(" "),
);
const ALSO_PAST = new Set("found left felt led rose spoke drove".split(" "));
const SAME_IN_PAST = new Set("hit cut put let set shut hurt burst quit spread cost split".split(" "));

/**
 * Tells whether what stands at a place of a sentence is past or lies ahead, by the nearest verb or word that says so.
 *
 * @returns null where nothing in the sentence says it
 */
export function tenseAt(sentence: string, { start, end }: Span): Tense | null {
  if (ONSET.test(sentence.slice(start, end)) && CHOSEN.test(sentence.slice(0, start))) return "future";
  const signals = signalsOf(sentence);
  let best: Tense | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { at, to, tense } of signals) {
    // What stands before tells of it sooner than what comes behind, and a comma parts.
    const distance = to <= start ? start - to : at >= end ? (at - end) * 1.5 : 0;
    const between = to <= start ? sentence.slice(to, start) : sentence.slice(end, at);
    if (SENTENCE_END.test(between)) continue;
    const far = distance + 25 * (between.match(/[,;:()–—]/g)?.length ?? 0);
    if (far < least) [best, least] = [tense, far];
  }
  const isLimit =
    LIMIT.test(sentence.slice(0, start)) || /^(?:by|until|till|before)\b/i.test(sentence.slice(start, end));
  return isLimit && (best === null || least > 40) ? "future" : best;
}

const IS = /\b(?:is|are)\s(?:not\s|also\s)?$/i;
/** Characters between the two at the most. */
const MAX_LED = 60;
/** Between "will" and the participle that goes with it: "will soon be dredged", "is expected to have been sold". */
const LEADS = /^\s(?:\p{L}+\s){0,2}(?:be|have|get|been)\s(?:been\s)?(?:\p{L}+ly\s)?$/u;

/** Counts what a text says of the past and of what lies ahead. */
export function countTenses(text: string): Readonly<Record<Tense, number>> {
  const count = { past: 0, future: 0 };
  for (const part of text.split(/(?<=[.!?])\s+|\n+/)) for (const { tense } of signalsOf(part)) count[tense]++;
  return count;
}

function signalsOf(text: string): { at: number; to: number; tense: Tense }[] {
  const found: { at: number; to: number; tense: Tense }[] = [];
  for (const pattern of [AHEAD, MAY, TIMETABLE, POSTPONED]) {
    for (const match of text.matchAll(pattern)) {
      found.push({ at: match.index, to: match.index + match[0].length, tense: "future" });
    }
  }
  for (const match of text.matchAll(WORD)) {
    const [at, to] = [match.index, match.index + match[0].length];
    if (!isPastForm(match[0]) || found.some((other) => at < other.to && other.at < to)) continue;
    if (/ed$/i.test(match[0]) && BEFORE_ADJECTIVE.test(text.slice(Math.max(0, at - 20), at))) continue;
    // "The orchard is let on the 14th": whose form is the same in both is no past behind "is".
    if (SAME_IN_PAST.has(match[0].toLowerCase()) && IS.test(text.slice(0, at))) continue;
    const isLed = found.some(
      ({ to: end, tense }) => tense === "future" && end < at && at - end <= MAX_LED && LEADS.test(text.slice(end, at)),
    );
    found.push({ at, to, tense: isLed ? "future" : "past" });
  }
  return found;
}

/** Whether a word may be the past of a verb, or its participle. */
export function isPastForm(raw: string): boolean {
  const word = raw.toLowerCase();
  if (word === "was" || word === "were" || word === "had" || word === "did" || word === "has" || word === "have")
    return true;
  if (SAME_IN_PAST.has(word)) return true;
  if (BOTH.has(word)) return ALSO_PAST.has(word);
  if (/\p{L}{2}ed$/u.test(word)) return !NO_PAST.has(word);
  const [base] = irregularBases(word);
  return base !== undefined && !PAST_BASES.has(base) && !/s$|ing$/.test(word) && isVerbForm(word, base);
}

/** Of the irregular forms, nouns in the plural and comparatives are no verbs. */
function isVerbForm(word: string, base: string): boolean {
  return (
    word !== base &&
    !/^(?:better|best|worse|worst|elder|eldest|further|farther|furthest|farthest|men|women|children|feet|teeth|geese|mice|lice|oxen|dice|media|data|criteria|brethren|pence|lain|done|gone|forecast)$/.test(
      word,
    )
  );
}
