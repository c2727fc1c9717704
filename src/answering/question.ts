import { type Token, tokenize } from "../retrieval/analysis.ts";
import { stopWords } from "../retrieval/stop-words.ts";
import type { Kind } from "../retrieval/thesaurus.ts";

/** What kind of answer a question wants. */
export type AnswerType = "person" | "time" | "place" | "quantity" | "reason" | "manner" | "thing" | "fact";

/** A term of the question that an answer should speak of. */
export interface QuestionTerm {
  readonly token: Token;
  readonly term: string;
  /** Written with a capital inside the question, or all in capitals: most likely a name. */
  readonly name: boolean;
}

export interface Question {
  readonly text: string;
  /** All its words, stop words too. */
  readonly tokens: readonly Token[];
  readonly terms: readonly QuestionTerm[];
  readonly type: AnswerType;
  /** Position in `terms` of the noun asked about ("which *country*", "how many *diplomats*"), or -1. */
  readonly focus: number;
}

/** Beyond this many terms a question is a text of its own; the first ones are taken. */
const MAX_TERMS = 40;

/** Tells what a noun is a kind of. */
export type KindsOf = (noun: string) => ReadonlySet<Kind>;

export function analyseQuestion(text: string, kindsOf: KindsOf): Question {
  const tokens = tokenize(text);
  const { type, focusAfter } = answerType(
    tokens.map((token) => token.word),
    kindsOf,
  );
  const terms: QuestionTerm[] = [];
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.stop || seen.has(token.term) || terms.length >= MAX_TERMS) continue;
    seen.add(token.term);
    const raw = text.slice(token.start, token.end);
    terms.push({ token, term: token.term, name: token.start > 0 && /^\p{Lu}/u.test(raw) });
  }
  const start = focusAfter === -1 ? Number.POSITIVE_INFINITY : (tokens[focusAfter]?.end ?? Number.POSITIVE_INFINITY);
  return { text, tokens, terms, type, focus: terms.findIndex(({ token }) => token.start >= start) };
}

const QUESTION_WORDS = new Set(["who", "whom", "whose", "when", "where", "why", "how", "what", "which"]);
const MEASURES = new Set("many much long far old tall big large high often fast deep wide heavy few".split(" "));

interface Asked {
  readonly type: AnswerType;
  /** Position of the word after which the noun asked about stands, or -1. */
  readonly focusAfter: number;
}

function answerType(words: readonly string[], kindsOf: KindsOf): Asked {
  const at = words.findIndex((word) => QUESTION_WORDS.has(word));
  const plain = (type: AnswerType): Asked => ({ type, focusAfter: -1 });
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
      if (next === "soon" || next === "recently") return { type: "time", focusAfter: -1 };
      if (MEASURES.has(next)) return { type: "quantity", focusAfter: at + 1 };
      return plain("manner");
    }
    case "what":
    case "which":
      return { type: nounType(nounPhrase(words, at + 1), words, kindsOf), focusAfter: at };
    default:
      return plain("fact");
  }
}

/** The words between "which" and the verb, as far as the stop words tell. */
function nounPhrase(words: readonly string[], start: number): readonly string[] {
  const phrase = words.slice(start, start + MAX_PHRASE);
  const end = phrase.findIndex((word) => stopWords.has(word));
  return end === -1 ? phrase : phrase.slice(0, end);
}

const MAX_PHRASE = 4;

function nounType(phrase: readonly string[], words: readonly string[], kindsOf: KindsOf): AnswerType {
  if (words.some((word) => /^(?:reason|cause)s?$/.test(word))) return "reason";
  // The head of "European country" is its last noun; behind it a verb may stand: "which senators want".
  for (const word of phrase.toReversed()) {
    const kinds = kindsOf(word);
    for (const kind of ["time", "quantity", "person", "place"] as const) if (kinds.has(kind)) return kind;
  }
  return "thing";
}
