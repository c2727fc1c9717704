import type { Thesaurus } from "../lexicon/thesaurus.ts";
import { withWrittenDates } from "../text/entities/implied-terms.ts";
import { isCapitalised } from "../text/entities/names.ts";
import { stopWords } from "../text/stop-words.ts";
import { type Token, tokenize } from "../text/tokens.ts";
import type { FollowUpKind } from "./follow-ups/follow-up-kind.ts";
import {
  type AnswerKind,
  type AnswerType,
  headNoun,
  kindByPhrase,
  kindOfKeywords,
  kindOfNoun,
  type Unit,
} from "./question-kinds.ts";
import type { SentencePlace } from "./sentence-place.ts";

/** A term of the question that an answer should speak of. */
export interface QuestionTerm {
  readonly term: string;
  /** Folded, not stemmed. */
  readonly word: string;
  /** As it was typed. */
  readonly typed: string;
  /** The word and the next one: "kick out" may be an entry of a thesaurus. */
  readonly phrase: string | null;
  /** Written with a capital inside the question: most likely a name. */
  readonly name: boolean;
  /** What it counts: 1, or less when it is carried over from an earlier question, or only asks: "how *big*". */
  readonly share: number;
  /** Whether it only asks what an amount is of, and an answer may do without it: "12 m²" says how big. */
  readonly onlyAsks: boolean;
}

export interface Question {
  readonly text: string;
  /** All its words, stop words too. */
  readonly tokens: readonly Token[];
  /** The words of the earlier questions that it takes over. */
  readonly earlier: readonly Token[];
  readonly terms: readonly QuestionTerm[];
  readonly type: AnswerType;
  /** What an amount is asked in, if that can be told; of what kind a time or an address. */
  readonly unit: Unit | null;
  /** Whether its words tell the type: of "and the mill?" it is a guess. */
  readonly tellsType: boolean;
  /** Position in `terms` of the noun asked about ("which *country*", "how many *diplomats*"), or -1. */
  readonly focus: number;
  /** Position in `terms` of what it says something about ("did *Putin* expel"), or -1. */
  readonly subject: number;
  /** Whether it has taken over earlier questions: then its own kind of answer is nearly all it adds. */
  readonly isFollowUp: boolean;
  /** Of a follow-up: how it leans on the answers before it; null for a question that stands alone. */
  readonly lean: Lean | null;
}

/** How a question leans on the answers before it. */
export interface Lean {
  readonly kind: FollowUpKind;
  /** The earlier question that it is read in the light of. */
  readonly question: string;
  /** Where those answers stand, the nearest first. */
  readonly places: readonly SentencePlace[];
  /** Answers that were given and are not wanted again. */
  readonly excluded: readonly SentencePlace[];
  /** Terms that the message itself adds. */
  readonly own: readonly string[];
}

/** Characters. */
const MAX_LENGTH = 6_000;
/** Terms of a question at the most. */
export const MAX_TERMS = 40;

/** What must be known of words to tell what a question asks for. */
export type Nouns = Pick<Thesaurus, "kindsOf" | "usualPart">;

/**
 * Takes a question apart: its terms, the kind of answer it wants, what it asks about. Its first 6,000 characters and 40
 * terms stand for it; beyond them it is a text of its own.
 */
export function analyseQuestion(asked: string, nouns: Nouns): Question {
  const text = asked.slice(0, MAX_LENGTH);
  const tokens = tokenize(text);
  const words = tokens.map((token) => token.word);
  const { type, unit, focusAfter, tellsType } = answerType(words, nouns);
  const terms: QuestionTerm[] = [];
  let focus = -1;
  let subject = -1;
  const auxiliary = tokens.findIndex(({ word }) => AUXILIARIES.has(word));
  for (const [i, { term, word, stop, start, end }] of withWrittenDates(text, tokens).entries()) {
    const unsaid = tokens[i - 1]?.word === "how" && UNSAID.has(word);
    const known = terms.some((other) => other.term === term);
    if (stop || unsaid || known || terms.length >= MAX_TERMS) continue;
    if (focusAfter !== -1 && i > focusAfter && focus === -1) focus = terms.length;
    if (auxiliary !== -1 && i > auxiliary && subject === -1) subject = terms.length;
    const typed = text.slice(start, end);
    const next = tokens[i + 1];
    const onlyAsks = tokens[i - 1]?.word === "how" && MEASURES.has(word);
    const phrase = next === undefined ? null : `${word} ${next.word}`;
    terms.push({
      term,
      word,
      typed,
      phrase,
      name: start > 0 && tokens[i - 1]?.end !== start && isCapitalised(typed),
      share: onlyAsks ? MEASURE_SHARE : 1,
      onlyAsks,
    });
  }
  return {
    text,
    tokens,
    terms,
    type,
    unit: unit === null && type === "quantity" ? unitOf(text, focus) : unit,
    tellsType,
    focus,
    subject,
    isFollowUp: false,
    earlier: [],
    lean: null,
  };
}

const PAID =
  /\b(?:cost|costs|price|pay|pays|paid|fee|charge|worth|spend|spent|fine|fined|salary|earn|money|cash|fund|budget|bill|owe|raise|raised|much (?:is|was|are|were))\b/i;

function unitOf(text: string, focus: number): Unit | null {
  if (/\bhow much\b/i.test(text)) return PAID.test(text) ? "money" : null;
  return /\bhow many\b/i.test(text) && focus !== -1 ? "noun" : null;
}

/** In "how long", "how soon", "how come": words that an answer does without. */
const UNSAID = new Set("long soon often recently come".split(" "));
const AUXILIARIES = new Set(
  "did do does is are am was were has have had can could will would shall should may might must".split(" "),
);
const NEGATED_AUXILIARY =
  /^(?:is|are|was|were|do|does|did|can|could|has|have|had|will|would|should|must|need)n?'t$|^won't$/;
/** In "may I take it along when I leave" the question word asks nothing; in "do you know when he left" it does. */
function isAside(words: readonly string[], at: number): boolean {
  return at > 1 && AUXILIARIES.has(words[0] ?? "") && !ASKING.has(words[at - 1] ?? "");
}

const ASKING = new Set("know tell me us say said says explain remember see find out understand about idea".split(" "));
const QUESTION_WORDS = new Set(["who", "whom", "whose", "when", "where", "why", "how", "what", "which"]);
const MEASURES = new Set(
  `many much long far old tall big large small high often frequent frequently fast quick deep wide thick broad heavy few
  late early hot cold warm cool expensive dear cheap`.split(/\s+/),
);
/** What "big" counts in "how big": most answers do without it, some have it ("2 m deep"). */
const MEASURE_SHARE = 0.4;
/** What may stand before a question, and before the keywords of one. */
const LEAD_IN = /^(?:(?:and|but|so|or|then|also|well|ok|okay|hi|hello|hey|please|sorry|um|btw) )+/;
const WANTED =
  /^(?:(?:can|could|would|will) (?:you|someone|anyone|anybody|somebody) (?:please )?(?:tell|give|send|show) (?:me|us) |(?:do|does) (?:you|anyone|someone|anybody|somebody) (?:know|have) |(?:i|we) (?:need|want|am looking for|are looking for)(?: to know)? |looking for |(?:please )?(?:tell|give|send|show) (?:me|us) |find )(?=(?:the|a|an|your|our|my|any)\b)/;
const ARTICLE = /^(?:the|a|an|your|our|my|any) /;

interface ExpectedAnswer extends AnswerKind {
  /** Position of the word after which the noun asked about stands, or -1. */
  readonly focusAfter: number;
  readonly tellsType: boolean;
}

function answerType(words: readonly string[], nouns: Nouns): ExpectedAnswer {
  const at = words.findIndex((word, i) => QUESTION_WORDS.has(word) && !isAside(words, i));
  const plain = (type: AnswerType): ExpectedAnswer => ({ type, unit: null, focusAfter: -1, tellsType: true });
  const asked = words.slice(at);
  switch (words[at]) {
    case "who":
    case "whom":
    case "whose":
      return plain("person");
    case "when":
      return plain("time");
    case "where":
      return plain("place");
    case "why":
      return plain("reason");
    case "how": {
      const next = words[at + 1] ?? "";
      if (next === "soon" || next === "recently") return plain("time");
      if (next === "come") return plain("reason");
      if (next === "about") return { ...plain("thing"), tellsType: false };
      if (!MEASURES.has(next)) return plain("manner");
      return { type: "quantity", unit: null, ...kindByPhrase(asked), focusAfter: at + 1, tellsType: true };
    }
    case "what":
    case "which": {
      if (words[at + 1] === "about") return { ...plain("thing"), tellsType: false };
      const phrase = nounPhrase(words, at + 1);
      const kind = kindByPhrase(asked) ?? kindOfNoun(phrase.at(-1) ?? "") ?? kindOfSubject(asked);
      return { type: nounType(phrase, words, nouns), unit: null, ...kind, focusAfter: at, tellsType: true };
    }
    default:
      return withoutQuestionWord(words);
  }
}

/** "What is the price of the sauna", "what’s your address": the noun stands behind the verb. "What is a fee" asks what one is. */
function kindOfSubject([, ...words]: readonly string[]): AnswerKind | null {
  const subject = /^(?:(?:is|are|was|were|will) )?(?:the|your|our|my|their|its|his|her) (.+)/.exec(
    words.join(" "),
  )?.[1];
  return subject === undefined ? null : kindOfNoun(headNoun(subject.split(" ")));
}

/** Keywords ask for what their noun names; only what begins with an auxiliary is to be answered by yes or no. */
function withoutQuestionWord(words: readonly string[]): ExpectedAnswer {
  const text = words.join(" ").replace(LEAD_IN, "");
  const wanted = text.replace(WANTED, "");
  const [first = "", ...rest] = wanted.replace(ARTICLE, "").split(" ");
  const startsWithAuxiliary = AUXILIARIES.has(first) || NEGATED_AUXILIARY.test(first);
  if (startsWithAuxiliary) return { type: "yes-no", unit: null, focusAfter: -1, tellsType: false };
  const kind = kindOfKeywords([first, ...rest]);
  return { type: "thing", unit: null, ...kind, focusAfter: -1, tellsType: kind !== null };
}

/** The words between "which" and the verb, as far as the stop words tell. */
function nounPhrase(words: readonly string[], start: number): readonly string[] {
  const phrase = words.slice(start, start + MAX_PHRASE);
  const end = phrase.findIndex((word) => stopWords.has(word));
  return end === -1 ? phrase : phrase.slice(0, end);
}

const MAX_PHRASE = 4;

function nounType(phrase: readonly string[], words: readonly string[], nouns: Nouns): AnswerType {
  if (words.some((word) => /^(?:reason|cause)s?$/.test(word))) return "reason";
  // The head of "which European country joined" is its last noun before the verb.
  const verb = phrase.findIndex((word) => nouns.usualPart(word) === "verb");
  const before = verb === -1 ? phrase : phrase.slice(0, verb);
  const head = before.findLast((word) => nouns.usualPart(word) === "noun");
  const kinds = head === undefined ? [] : [...nouns.kindsOf(head)];
  return (["time", "quantity", "person", "place"] as const).find((kind) => kinds.includes(kind)) ?? "thing";
}
