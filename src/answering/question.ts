import { type Token, tokenize } from "../retrieval/analysis.ts";

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

export function analyseQuestion(text: string): Question {
  const tokens = tokenize(text);
  const terms: QuestionTerm[] = [];
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.stop || seen.has(token.term) || terms.length >= MAX_TERMS) continue;
    seen.add(token.term);
    const raw = text.slice(token.start, token.end);
    terms.push({ token, term: token.term, name: token.start > 0 && /^\p{Lu}/u.test(raw) });
  }
  const { type, focusAfter } = answerType(tokens.map((token) => token.word));
  const start = focusAfter === -1 ? Number.POSITIVE_INFINITY : (tokens[focusAfter]?.end ?? Number.POSITIVE_INFINITY);
  return { text, tokens, terms, type, focus: terms.findIndex(({ token }) => token.start >= start) };
}

const QUESTION_WORDS = new Set(["who", "whom", "whose", "when", "where", "why", "how", "what", "which"]);
const TIME_NOUNS = new Set(
  "year years date day month century decade time era period season hour hours week weekday age".split(" "),
);
const PLACE_NOUNS = new Set(
  `country countries city cities place places state states region town village continent area location nation province
  county river island capital territory street`.split(/\s+/),
);
const PERSON_NOUNS = new Set(
  `person people man woman president minister leader author scientist king queen politician senator official officials
  spokesman professor general name names`.split(/\s+/),
);
const QUANTITY_NOUNS = new Set(
  "percentage percent number amount population size length cost price share rate height weight distance".split(" "),
);
const MEASURES = new Set("many much long far old tall big large high often fast deep wide heavy few".split(" "));

/** @returns the type, and the position of the question word after which the noun asked about stands */
function answerType(words: readonly string[]): { type: AnswerType; focusAfter: number } {
  const at = words.findIndex((word) => QUESTION_WORDS.has(word));
  const word = words[at];
  const next = words[at + 1] ?? "";
  switch (word) {
    case "who":
    case "whom":
    case "whose":
      return { type: "person", focusAfter: -1 };
    case "when":
      return { type: "time", focusAfter: -1 };
    case "where":
      return { type: "place", focusAfter: -1 };
    case "why":
      return { type: "reason", focusAfter: -1 };
    case "how":
      if (next === "soon" || next === "recently") return { type: "time", focusAfter: -1 };
      if (MEASURES.has(next)) return { type: "quantity", focusAfter: at + 1 };
      return { type: "manner", focusAfter: -1 };
    case "what":
    case "which": {
      const nouns = words.slice(at + 1, at + 4);
      if (nouns.some((noun) => TIME_NOUNS.has(noun))) return { type: "time", focusAfter: at };
      if (nouns.some((noun) => QUANTITY_NOUNS.has(noun))) return { type: "quantity", focusAfter: at };
      if (nouns.some((noun) => PLACE_NOUNS.has(noun))) return { type: "place", focusAfter: at };
      if (nouns.some((noun) => PERSON_NOUNS.has(noun))) return { type: "person", focusAfter: at };
      if (words.includes("reason") || words.includes("cause") || words.includes("causes")) {
        return { type: "reason", focusAfter: at };
      }
      return { type: "thing", focusAfter: at };
    }
    default:
      return { type: "fact", focusAfter: -1 };
  }
}
