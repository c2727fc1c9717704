import { LocalKnowledge } from "../src/answering/local-knowledge.ts";
import { toDocuments } from "../src/documents/given-documents.ts";
import type { Weights } from "../src/ranking/weights.ts";
import { buildIndex, type Index } from "../src/search/build-index.ts";
import { splitSentences } from "../src/text/sentences.ts";
import type { Span } from "../src/text/span.ts";
import type { Paragraph, SquadQuestion } from "./data.ts";
import { weightsFor } from "./folds.ts";
import type { Peer } from "./peers.ts";

/** Enough excerpts that ten distinct documents are among them when a long one was cut in two. */
const LIMIT = 20;

export interface PlacedSentence extends Span {
  /** Its document: the span is an offset into that one's text. */
  readonly passage: string;
}

/** What a contender makes of a question. */
export interface Found {
  /** Distinct documents, best first, at least ten when as many match. */
  readonly passages: readonly string[];
  /** Answer sentences, best first, at least three when there are as many. */
  readonly sentences: readonly PlacedSentence[];
}

export interface Contender {
  readonly name: string;
  /** @param typed the question as typed, if other than its text */
  ask(question: SquadQuestion, typed?: string): Promise<Found>;
}

/** Attaché over paragraphs, each question asked with the weights that were fitted without its article. */
export class Attache implements Contender {
  readonly name = "Attaché";
  readonly #index: Index;
  readonly #knowledge = new Map<Weights, LocalKnowledge>();

  constructor(passages: readonly Paragraph[]) {
    this.#index = buildIndex(toDocuments(passages));
  }

  /** @returns the product, with the weights fitted without the article */
  fold(article: string): LocalKnowledge {
    return this.using(weightsFor(article));
  }

  /** @returns the product, with these weights: all share an index */
  using(weights: Weights): LocalKnowledge {
    const knowledge = this.#knowledge.get(weights) ?? new LocalKnowledge(this.#index, weights);
    this.#knowledge.set(weights, knowledge);
    return knowledge;
  }

  async ask({ article, question }: SquadQuestion, typed = question): Promise<Found> {
    const { excerpts, sentences } = await this.fold(article).ask(typed, { limit: LIMIT });
    const placed = sentences.map(({ excerpt, start, end }) => {
      const { source, location } = excerpts[excerpt] as (typeof excerpts)[number];
      return { passage: source.id, start: location.start + start, end: location.start + end };
    });
    return { passages: [...new Set(excerpts.map(({ source }) => source.id))], sentences: placed };
  }
}

/** A peer, and the sentences of its best passage in the order of how many words they share with the question. */
export function contend({ name, index }: Peer, passages: readonly Paragraph[]): Contender {
  const search = index(passages);
  const texts = new Map(passages.map(({ id, text }) => [id, text]));
  return {
    name,
    async ask({ question }, typed = question) {
      const hits = await search(typed, 10);
      const [best] = hits;
      const sentences = best === undefined ? [] : rankByWords(typed, texts.get(best.id) ?? "");
      return {
        passages: hits.map(({ id }) => id),
        sentences: sentences.map((span) => ({ ...span, passage: best?.id ?? "" })),
      };
    },
  };
}

/** @returns the sentences of a text, those that share most words with the question first, ties in their order */
export function rankByWords(question: string, text: string): Span[] {
  const wanted = words(question);
  const shared = ({ start, end }: Span) => [...words(text.slice(start, end))].filter((word) => wanted.has(word)).length;
  return splitSentences(text)
    .map((span) => ({ span, shared: shared(span) }))
    .sort((a, b) => b.shared - a.shared)
    .map(({ span }) => span);
}

function words(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}
