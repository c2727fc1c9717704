import { lineage } from "../../documents/lineage.ts";
import type { Index } from "../../search/build-index.ts";
import { areAlike, termsOf } from "../alike.ts";
import type { ScoredSentence } from "../ranking.ts";

/** Scores closer than this are the same, but for rounding. */
const SAME = 1e-9;
/** Sentences of other documents agree that share this much of the shorter one's terms. */
const AGREEMENT = 0.5;
/** Sentences that are read for agreement, from the best: behind them the odds are next to nothing. */
const READ = 25;

/**
 * Which of the other sentences found are a reason to doubt the best: those of other documents that say the like are
 * none, nor are those that make one answer with it, such as a question of the text and what follows it.
 */
export class Doubts {
  readonly #index: Index;
  readonly #best: ScoredSentence;
  readonly #terms: ReadonlySet<number>;

  constructor(index: Index, best: ScoredSentence) {
    this.#index = index;
    this.#best = best;
    this.#terms = termsOf(index, best);
  }

  /** Whether a sentence is behind the best and says something else. */
  isRival(other: ScoredSentence): boolean {
    return other.score < this.#best.score - SAME && !this.#agrees(other);
  }

  /** Share of all sentences' odds that falls on the best and those that agree with it. @param sentences best first */
  share(sentences: readonly ScoredSentence[]): number {
    let [agreed, all] = [1, 1];
    for (const [i, sentence] of sentences.entries()) {
      if (sentence.score >= this.#best.score - SAME) continue;
      const odds = Math.exp(sentence.score - this.#best.score);
      all += odds;
      if (i < READ && this.#agrees(sentence)) agreed += odds;
    }
    return agreed / all;
  }

  #agrees(other: ScoredSentence): boolean {
    const { documentOf } = this.#index.table;
    if (documentOf[other.passage] === documentOf[this.#best.passage]) return this.#belongs(other);
    return areAlike(this.#terms, termsOf(this.#index, other), AGREEMENT);
  }

  /** Whether one of the two stands under the other: an item and its introduction, an answer and its question. */
  #belongs(other: ScoredSentence): boolean {
    const { passages } = this.#index;
    const own = passages.block(this.#best.passage, this.#best.sentence);
    const theirs = passages.block(other.passage, other.sentence);
    if (own === theirs) return false;
    const { blocks } = passages.get(this.#best.passage).document;
    const isUnder = (block: number, above: number) => lineage(blocks, block).some((at) => at === above);
    return isUnder(own, theirs) || isUnder(theirs, own);
  }
}
