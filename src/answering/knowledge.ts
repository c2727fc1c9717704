import { createHash } from "node:crypto";
import type { Document, Passage, Source } from "../documents/document.ts";
import { toPassages } from "../documents/passages.ts";
import { AttacheError } from "../errors.ts";
import { confidenceOf, lacksType, measureConfidence } from "../ranking/confidence.ts";
import type { Weights } from "../ranking/model.ts";
import { type RankedPassage, type Ranking, rank, type ScoredSentence } from "../ranking/rank.ts";
import { fittedWeights } from "../ranking/weights.ts";
import { type Question, withNames } from "../search/question.ts";
import { type Retrieved, Retriever } from "../search/retriever.ts";
import { findAntecedent } from "../text/pronouns.ts";
import type { Span } from "../text/span.ts";
import { compare, MIN_SHARED, toStatement } from "./agreement.ts";
import type { Agreement, Answer, Excerpt, Location } from "./answer.ts";
import { explain } from "./explain.ts";
import { matchQuestions, wordQuestions } from "./suggestions.ts";

/** Raised whenever the same documents would be indexed or ranked otherwise: it is part of the fingerprint. */
const METHOD = "attache-2";
const DEFAULT_LIMIT = 3;
/** Answers before the last that a chain of follow-ups is read through. */
const MAX_REFERRED = 3;
/** Sentences looked at for agreement, and how far in log-odds they may stand behind the best. */
const MAX_COMPARED = 30;
const MAX_BEHIND = 6;
/** Questions worded from the documents that are tried, once, before the answered ones are offered. */
const MAX_TRIED = 200;
/** Characters: what Discord takes of a choice. */
const MAX_SUGGESTION = 100;

export interface AskOptions {
  /** Passages at the most. */
  readonly limit?: number;
  /** Earlier questions of the conversation, oldest first. */
  readonly history?: readonly string[];
  /** Tell what the scores and the confidence are made of. */
  readonly explain?: boolean;
}

export interface SourceSummary {
  readonly source: Source;
  readonly passageCount: number;
}

/** Documents made ready to be asked. */
export class Knowledge {
  /** SHA-256, in hex, of what was indexed and how. */
  readonly fingerprint: string;
  /** Every source, in the order of the files. */
  readonly sources: readonly SourceSummary[];
  readonly #passages: readonly Passage[];
  readonly #retriever: Retriever;
  readonly #weights: Weights;
  #suggestions: readonly string[] | undefined;

  /** @param weights other than the fitted ones, for an evaluation */
  constructor(documents: readonly Document[], weights: Weights = fittedWeights) {
    this.#weights = weights;
    const perDocument = documents.map((document) => toPassages(document));
    this.#passages = perDocument.flat();
    this.sources = documents.map(({ source }, i) => ({ source, passageCount: perDocument[i]?.length ?? 0 }));
    this.#retriever = new Retriever(this.#passages);
    this.fingerprint = hashOf(documents, this.#passages, weights);
  }

  /** A question that these documents answer; a plain one when none was found. */
  get example(): string {
    return this.suggest("", 1)[0] ?? "what is this about";
  }

  /**
   * Questions that these documents answer, to offer while somebody types.
   *
   * @param typed what was typed so far: every word of it stands in each question
   */
  suggest(typed: string, limit: number): readonly string[] {
    this.#suggestions ??= this.#findSuggestions();
    return matchQuestions(this.#suggestions, typed, limit);
  }

  #findSuggestions(): string[] {
    const suggestions: string[] = [];
    for (const question of wordQuestions(this.#passages, (word) => this.#retriever.isNoun(word)).slice(0, MAX_TRIED)) {
      if (question.length <= MAX_SUGGESTION && this.ask(question, { limit: 1 }).status === "answered") {
        suggestions.push(question);
      }
    }
    return suggestions;
  }

  /**
   * Answers a question with excerpts, best first. The same question of the same index gives the same answer.
   *
   * @throws AttacheError "usage" for a limit that is no whole number from 1
   * @throws AttacheError "integrity" when a slice is not the document's own words, which would be a fault of ours
   */
  ask(text: string, { limit = DEFAULT_LIMIT, history = [], explain: explained = false }: AskOptions = {}): Answer {
    if (!Number.isInteger(limit) || limit < 1)
      throw new AttacheError("usage", `limit is to be a whole number from 1: ${limit}`);
    const retrieved = this.#find(text, limit, history);
    const { question, expanded } = retrieved;
    const ranking = this.#rank(retrieved);
    const confidence = this.#confidence(retrieved, ranking);
    const shown = ranking.passages.slice(0, limit);
    const ids = new Set(expanded.terms.flatMap(({ matches }) => matches.map(({ id }) => id)));
    const excerpts = shown.map((passage) => this.#excerpt(passage, ids));
    const status = confidence >= this.#weights.threshold && excerpts.length > 0 ? "answered" : "unanswered";
    return {
      question: text,
      status,
      confidence: round(confidence),
      excerpts,
      sentences: rankedSentences(ranking, shown, excerpts, limit),
      agreement: status === "answered" ? this.#agreement(ranking, question) : [],
      missingTerms: expanded.missing,
      corrections: expanded.corrections,
      fingerprint: this.fingerprint,
      ...(explained
        ? { explanation: explain(shown, this.#signals(retrieved, ranking), this.#weights, this.#passages.length) }
        : {}),
    };
  }

  /** What is found for a question; for "when did he say that" also by the names of the answer before. */
  #find(text: string, limit: number, history: readonly string[]): Retrieved {
    const retrieved = this.#retriever.find(text, limit, history);
    const { question } = retrieved;
    const last = history.at(-1);
    if (last === undefined || !question.isFollowUp || !question.hasAnaphor) return retrieved;
    const before = this.#find(last, limit, history.slice(0, -1).slice(-MAX_REFERRED));
    const ranking = this.#rank(before);
    const [best] = ranking.sentences;
    if (best === undefined || this.#confidence(before, ranking) < this.#weights.threshold) return retrieved;
    const names = this.#retriever.namesIn(best.passage, best.sentence, before.question);
    return this.#retriever.search(withNames(question, names), limit);
  }

  #rank({ question, expanded, hits }: Retrieved): Ranking {
    return rank(this.#retriever.table, question, expanded.terms, hits, this.#weights);
  }

  #signals({ question, expanded }: Retrieved, ranking: Ranking): Float64Array | null {
    return measureConfidence(ranking, question.type, expanded.terms, this.#passages.length);
  }

  #confidence(retrieved: Retrieved, ranking: Ranking): number {
    const { confidence, bias, threshold } = this.#weights;
    const signals = this.#signals(retrieved, ranking);
    const found = signals === null ? 0 : confidenceOf(signals, confidence, bias);
    // "And when?" adds nothing but its kind of answer: without a date there is none, however much else is matched.
    return retrieved.question.isFollowUp && lacksType(ranking, retrieved.question) ? found * threshold : found;
  }

  #excerpt({ passage: index, best, score }: RankedPassage, ids: ReadonlySet<number>): Excerpt {
    const passage = this.#passages[index] as Passage;
    const { document, start, end } = passage;
    const text = document.text.slice(start, end);
    const sentences = passage.sentences.map((span) => relative(span, start));
    const answer = sentences[best.sentence] as Span;
    const antecedent = findAntecedent(
      slice(text, answer),
      sentences.slice(0, best.sentence).map((span) => slice(text, span)),
    );
    const excerpt: Excerpt = {
      text,
      answer,
      antecedent: sentences[antecedent] ?? null,
      highlights: this.#highlights(index, ids),
      sentences,
      headings: passage.headings,
      source: document.source,
      location: locate(passage, passage),
      score: round(score),
    };
    verify(document, excerpt.location, text);
    return excerpt;
  }

  /** Spans of the passage's words that match the question's. */
  #highlights(index: number, ids: ReadonlySet<number>): Span[] {
    const { passageStart, tokenStart, tokens, tokenSpans } = this.#retriever.table;
    const origin = (this.#passages[index] as Passage).start;
    const spans: Span[] = [];
    const last = tokenStart[passageStart[index + 1] as number] as number;
    for (let i = tokenStart[passageStart[index] as number] as number; i < last; i++) {
      if (!ids.has(tokens[i] as number)) continue;
      spans.push({ start: (tokenSpans[2 * i] as number) - origin, end: (tokenSpans[2 * i + 1] as number) - origin });
    }
    return spans;
  }

  /** Whether a sentence shares so many terms with another that the two are worth comparing. */
  #isComparable({ passage, sentence }: ScoredSentence, terms: ReadonlySet<number>): boolean {
    const { passageStart, tokenStart, tokens } = this.#retriever.table;
    const s = (passageStart[passage] as number) + sentence;
    const own = new Set(tokens.subarray(tokenStart[s], tokenStart[s + 1]));
    return own.intersection(terms).size >= MIN_SHARED * Math.min(own.size, terms.size);
  }

  /** What the other sources' best sentences say beside the best of all. */
  #agreement({ sentences, passages }: Ranking, question: Question): Agreement[] {
    const asked = new Set(question.terms.map(({ term }) => term));
    const best = passages[0]?.best;
    if (best === undefined) return [];
    const home = this.#passages[best.passage] as Passage;
    const ours = toStatement(slice(home.document.text, home.sentences[best.sentence] as Span));
    const found = new Map<string, Agreement>();
    const { passageStart, tokenStart, tokens } = this.#retriever.table;
    const s = (passageStart[best.passage] as number) + best.sentence;
    const terms = new Set(tokens.subarray(tokenStart[s], tokenStart[s + 1]));
    for (const candidate of sentences.slice(0, MAX_COMPARED)) {
      const { passage: index, sentence, score } = candidate;
      const passage = this.#passages[index] as Passage;
      const { document } = passage;
      if (document === home.document || found.has(document.source.id)) continue;
      if (best.score - score > MAX_BEHIND) break;
      if (!this.#isComparable(candidate, terms)) continue;
      const span = passage.sentences[sentence] as Span;
      const text = slice(document.text, span);
      const comparison = compare(ours, toStatement(text), asked, question.type);
      if (comparison === null) continue;
      const location = locate(passage, span);
      verify(document, location, text);
      found.set(document.source.id, { ...comparison, text, source: document.source, location });
    }
    return [...found.values()];
  }
}

function rankedSentences(
  ranking: Ranking,
  shown: readonly RankedPassage[],
  excerpts: readonly Excerpt[],
  limit: number,
): Answer["sentences"] {
  const position = new Map(shown.map(({ passage }, i) => [passage, i]));
  const ranked: Answer["sentences"][number][] = [];
  for (const { passage, sentence, score } of ranking.sentences) {
    if (ranked.length >= limit) break;
    const excerpt = position.get(passage);
    const span = excerpt === undefined ? undefined : excerpts[excerpt]?.sentences[sentence];
    if (excerpt !== undefined && span !== undefined) ranked.push({ excerpt, ...span, score: round(score) });
  }
  return ranked;
}

function locate(passage: Passage, { start, end }: Span): Location {
  const { document } = passage;
  const line = passage.line + countNewlines(document.text, passage.start, start);
  return { file: document.file, line, start, end, sha256: document.sha256 };
}

function verify(document: Document, { start, end, sha256 }: Location, text: string): void {
  if (document.sha256 !== sha256 || document.text.slice(start, end) !== text) {
    throw new AttacheError(
      "integrity",
      `A quote is not what ${document.file} says at ${start}–${end}: nothing is shown`,
    );
  }
}

function hashOf(documents: readonly Document[], passages: readonly Passage[], weights: Weights): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([METHOD, weights]));
  for (const { file, sha256, source } of documents) hash.update(JSON.stringify([file, sha256, source]));
  for (const { sentences } of passages) hash.update(JSON.stringify(sentences));
  return hash.digest("hex");
}

function relative({ start, end }: Span, origin: number): Span {
  return { start: start - origin, end: end - origin };
}

function slice(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

function countNewlines(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = text.indexOf("\n", start); i !== -1 && i < end; i = text.indexOf("\n", i + 1)) count++;
  return count;
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
