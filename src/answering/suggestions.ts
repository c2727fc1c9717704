import type { Document, Passage } from "../documents/document.ts";
import { mayBeFirstName } from "../text/entities/first-names.ts";
import { FULL_NAME } from "../text/entities/names.ts";
import { allMatches } from "../text/matches.ts";
import { slice } from "../text/span.ts";
import { tokenize } from "../text/tokens.ts";

const VERB =
  "(?:said|says|told|tweeted|wrote|called|argued|claimed|promised|announced|proposed|recommended|speculated)";
/** "Jill Dougherty, who reports from Moscow, said" */
const SPEAKER = new RegExp(`${FULL_NAME}(?:,[^,]{1,80},)?\\s+(?:had\\s+|has\\s+|also\\s+)?${VERB}\\b`, "gu");
/** "said Jill Dougherty" */
const SPEAKER_BEHIND = new RegExp(`\\b${VERB}\\s+${FULL_NAME}(?!\\s+\\p{Lu})`, "gu");
/** "Jill Dougherty, an analyst" */
const DESCRIBED = new RegExp(`${FULL_NAME},\\s+(?:the|an?|who|whose|former)\\b`, "gu");
const COUNT = /\b\d[\d,]*\s+((?:\p{L}+\s+){0,2}\p{Ll}+s)\b/gu;

/** What questions are worded on: a passage, or an excerpt that shows one. */
export type Worded = Pick<Passage, "sentences" | "headings"> & { readonly document: Pick<Document, "text"> };

/**
 * Words questions on what the passages hold: the people they quote, the things they count, their headings. Candidates
 * only: whether the passages answer one is for the ranker to say.
 *
 * @param isNoun whether a word is most often a noun
 * @returns the most promising first, each once
 */
export function wordQuestions(passages: readonly Worded[], isNoun: (word: string) => boolean): string[] {
  const worded = new WordedQuestions(isNoun);
  for (const passage of passages) worded.add(passage);
  return worded.list();
}

/** The same for passages that are taken one by one. */
export class WordedQuestions {
  readonly #isNoun: (word: string) => boolean;
  readonly #sayings = new Map<string, number>();
  readonly #people = new Map<string, number>();
  readonly #counts = new Map<string, number>();
  readonly #headings = new Map<string, number>();

  constructor(isNoun: (word: string) => boolean) {
    this.#isNoun = isNoun;
  }

  add({ document, sentences, headings: path }: Worded): void {
    const heading = path.at(-1);
    if (heading !== undefined) add(this.#headings, heading);
    for (const span of sentences) {
      const sentence = slice(document.text, span).replace(/\s+/g, " ");
      for (const name of names(sentence, SPEAKER, SPEAKER_BEHIND)) add(this.#sayings, `what did ${name} say`);
      for (const name of names(sentence, DESCRIBED)) add(this.#people, `who is ${name}`);
      for (const [, things = ""] of allMatches(COUNT, sentence)) {
        const words = tokenize(things);
        if (words.some(({ stop }) => stop) || !this.#isNoun(words.at(-1)?.word ?? "")) continue;
        add(this.#counts, `how many ${things} are there`);
      }
    }
  }

  /** The most promising first, each once. */
  list(): string[] {
    return interleave([this.#sayings, this.#counts, this.#people, this.#headings].map(byFrequency));
  }
}

/** Whether words that were found here are a whole question, to be shown as an example: a heading may be "Prices". */
export function isWholeQuestion(words: string): boolean {
  return words.endsWith("?") || /^(?:who is .|what did .+ say$|how many .+ are there$)/.test(words);
}

function names(sentence: string, ...patterns: readonly RegExp[]): string[] {
  return patterns
    .flatMap((pattern) => allMatches(pattern, sentence).map(([, name = ""]) => name))
    .filter((name) => mayBeFirstName(name.split(" ")[0] ?? ""));
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byFrequency(counts: Map<string, number>): string[] {
  return [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key);
}

function interleave(lists: readonly string[][]): string[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const mixed: string[] = [];
  for (let i = 0; i < longest; i++) for (const list of lists) if (list[i] !== undefined) mixed.push(list[i] as string);
  return mixed;
}

/** What the one who offers questions has room for. */
export interface SuggestOptions {
  /** Questions at the most. */
  readonly limit: number;
  /** Characters of a question at the most. */
  readonly maxLength: number;
}

/** @returns the questions that fit what was typed, those first that start with it */
export function matchQuestions(
  questions: readonly string[],
  typed: string,
  { limit, maxLength }: SuggestOptions,
): string[] {
  const start = typed.trim().toLowerCase().replace(/\s+/g, " ");
  const words = start.split(" ");
  const fitting = questions.filter((question) => {
    if (question.length > maxLength) return false;
    const have = question.toLowerCase();
    return words.every((word) => have.includes(word));
  });
  const starts = fitting.filter((question) => question.toLowerCase().startsWith(start));
  return [...starts, ...fitting.filter((question) => !starts.includes(question))].slice(0, limit);
}
