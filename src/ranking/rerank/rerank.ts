import type { Index } from "../../search/build-index.ts";
import type { Retrieved } from "../../search/retriever.ts";
import { applyVerdict, verdictOf } from "../confidence/verdict.ts";
import { groupSentences } from "../group-sentences.ts";
import type { Ranking, ScoredSentence } from "../ranking.ts";
import { candidateText } from "./candidate-text.ts";
import type { Encoder } from "./encoder.ts";
import { type EncoderWeights, fittedEncoderWeights } from "./encoder-weights.ts";
import { rerankEvidence } from "./evidence.ts";
import { rerankFeatures, rerankRow } from "./features.ts";
import { type Measured, measureCandidates } from "./measures.ts";
import { measureScale, type Scale } from "./scale.ts";
import { rerankSignals } from "./signals.ts";

/** Sentences that the encoder is asked about, from the ranker's best. */
const ASKED = 30;

/** What is left of a question once it was ranked anew. */
export interface Reranked {
  readonly ranking: Ranking;
  /** From 0 to 1: how likely the sentence that comes first is right. */
  readonly confidence: number;
  /** For the sentences that the encoder was asked about, the features in the order of `rerankFeatureNames`. */
  readonly rows: ReadonlyMap<ScoredSentence, Float64Array>;
  /** The signals of the confidence, in the order of `rerankSignalNames`. */
  readonly signals: Float64Array;
}

/** What an encoder tells of a ranking: for the best sentences, by the ranker's score, what is known of each. */
export interface Comparison {
  readonly sentences: readonly ScoredSentence[];
  readonly measured: readonly Measured[];
}

/** Ranks the best sentences anew by what an encoder tells of them. */
export class Reranker {
  readonly encoder: Encoder;
  readonly weights: EncoderWeights;
  readonly #scale: Scale;

  private constructor(encoder: Encoder, weights: EncoderWeights, scale: Scale) {
    this.encoder = encoder;
    this.weights = weights;
    this.#scale = scale;
  }

  /** @throws AttacheError "encoder" when the encoder cannot be run, or does not tell what answers from what does not */
  static async open(encoder: Encoder, weights = fittedEncoderWeights()): Promise<Reranker> {
    return new Reranker(encoder, weights, await measureScale(encoder));
  }

  /** The same, with another confidence under which a question counts as unanswered. */
  withThreshold(threshold: number): Reranker {
    return new Reranker(this.encoder, { ...this.weights, threshold }, this.#scale);
  }

  /**
   * @param ranking of the ranker alone, with a sentence at least
   * @param confidence that it came to
   */
  async rerank(index: Index, query: Retrieved, ranking: Ranking, confidence: number): Promise<Reranked> {
    return rerankBy(index, query, ranking, {
      comparison: await this.compare(index, query, ranking, confidence),
      confidence,
      weights: this.weights,
    });
  }

  /** Asks the encoder about the best sentences of a ranking. */
  async compare(index: Index, query: Retrieved, ranking: Ranking, confidence: number): Promise<Comparison> {
    const sentences = ranking.sentences.slice(0, ASKED);
    const texts = sentences.map((sentence) => candidateText(index, sentence));
    const likenesses = await this.encoder.likeness(query.question.text, texts);
    return { sentences, measured: measureCandidates(sentences, likenesses, { scale: this.#scale, confidence }) };
  }
}

/** Ranks anew by what an encoder told. The sentences that it was not asked about follow, in the order they had. */
export function rerankBy(
  index: Index,
  query: Retrieved,
  ranking: Ranking,
  given: {
    readonly comparison: Comparison;
    readonly confidence: number;
    readonly weights: EncoderWeights;
  },
): Reranked {
  const { comparison, weights } = given;
  const rows = new Map<ScoredSentence, Float64Array>();
  const measuredOf = new Map<ScoredSentence, Measured>();
  for (const [i, sentence] of comparison.sentences.entries()) {
    const measured = comparison.measured[i] as Measured;
    const row = rerankRow(measured);
    const score = rerankFeatures.reduce((sum, { name }, k) => sum + weights.sentence[name] * (row[k] as number), 0);
    const scored = { ...sentence, score };
    rows.set(scored, row);
    measuredOf.set(scored, measured);
  }
  const asked = [...rows.keys()];
  const least = asked.reduce((least, { score }) => Math.min(least, score), Number.POSITIVE_INFINITY);
  const last = comparison.sentences.at(-1)?.score ?? 0;
  const others = ranking.sentences
    .slice(asked.length)
    .map((sentence) => ({ ...sentence, score: least - (last - sentence.score) }));
  const reranked = groupSentences(index, query.question, [...asked, ...others]);
  const evidence = rerankEvidence(index, reranked, measuredOf, given.confidence);
  const signals = Float64Array.from(rerankSignals, ({ value }) => value(evidence));
  const z = rerankSignals.reduce(
    (sum, { name }, k) => sum + weights.confidence[name] * (signals[k] as number),
    weights.bias,
  );
  const probability = 1 / (1 + Math.exp(-z));
  const best = reranked.passages[0]?.best;
  const confidence = applyVerdict(probability, weights.threshold, verdictOf(index, query.question, best));
  return { ranking: reranked, confidence, rows, signals };
}
