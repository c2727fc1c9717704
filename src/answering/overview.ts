import { blockKinds, type Document } from "../documents/document.ts";
import { idfWeights } from "../ranking/alike.ts";
import { type RankedPassage, unmeasured } from "../ranking/ranking.ts";
import type { Index } from "../search/build-index.ts";
import { sameWords } from "../search/expanded-query.ts";
import { analyseQuestion } from "../search/question.ts";
import { ASKS, PRONOUN_FIRST } from "../search/sentence-bits.ts";
import { type SentencePlace, textOf } from "../search/sentence-place.ts";
import type { Answer } from "./answer.ts";
import { toExcerpt } from "./quote.ts";
import { isRollCall } from "./roll-call.ts";
import { shareHeld, type WantedTerm } from "./share-held.ts";

/** Sentences that are compared, each with each, from the head of every document; and of one document at the most. */
const COMPARED = 400;
const PER_DOCUMENT = 12;
/** Words of a sentence that can tell what a document is about. */
const [SHORTEST, LONGEST] = [7, 60];
/** As LexRank has it: the share of a random walk that jumps anywhere, and its steps. */
const JUMP = 0.15;
const STEPS = 30;
/** What the place in its document counts: the first sentence two and a half times what the last one compared does. */
const LEAD = 1.5;
/** What likeness to a sentence that is shown already takes off. */
const REDUNDANCY = 0.5;
/** Sentences that are so alike are copies of one. */
const COPY = 0.999;
/** Documents from which on a word at the head of most is of what they all tell. */
const MIN_DOCUMENTS = 3;
/** Sentences that are the head of a document: those compared that come first. */
const HEAD = 4;
/** Share of the words of a matter, by their idf, that a document tells it by. */
const MOST_OF_IT = 0.6;

interface Candidate extends SentencePlace {
  readonly document: Document;
  /** Position among the sentences of its document that are compared. */
  readonly position: number;
  /** idf of each of its terms, by number. */
  readonly weights: ReadonlyMap<number, number>;
  readonly norm: number;
}

/** The sentences that an index is told by: compared once, chosen from as often as somebody asks. */
export class Overview {
  readonly #index: Index;
  readonly #candidates: readonly Candidate[];
  readonly #likeness: Float64Array;
  #heads: readonly ReadonlySet<number>[] | undefined;

  constructor(index: Index) {
    this.#index = index;
    this.#candidates = collect(index);
    this.#likeness = compareAll(this.#candidates, index.documents.length > 1);
  }

  /**
   * Answers with the sentences that tell most, one of a document at most.
   *
   * @param about what is to be told of; null for all
   * @param limit documents at the most
   * @returns null where none tells it
   * @throws AttacheError "integrity" when a quote is not the document's own words, which would be a fault of ours
   */
  tell(question: string, about: string | null, limit: number, fingerprint: string): Answer | null {
    const matter = about === null ? null : this.#readMatter(about);
    if (about !== null && matter === null) return null;
    const excerpts = this.#choose(limit, matter).map((passage) => toExcerpt(this.#index, passage, new Map()));
    if (excerpts.length === 0) return null;
    return {
      question,
      kind: "overview",
      status: "answered",
      confidence: 1,
      excerpts,
      sentences: excerpts.map(({ answer, score }, excerpt) => ({ excerpt, ...answer, score })),
      agreement: [],
      missingTerms: [],
      corrections: [],
      fingerprint,
    };
  }

  /** The sentence that it begins with; null where none tells it. */
  lead(about: string | null): SentencePlace | null {
    const matter = about === null ? null : this.#readMatter(about);
    if (about !== null && matter === null) return null;
    return this.#choose(1, matter)[0]?.best ?? null;
  }

  /**
   * The sentences that tell what the documents are about, one of a document at most, best first: those that are most
   * like what the other documents tell, by LexRank (Erkan & Radev, 2004) over idf-modified cosines, and that stand at the
   * head of theirs. A second is taken the less the more it repeats the first (maximal marginal relevance; Carbonell &
   * Goldstein, 1998).
   *
   * @param matter what is to be told of: the walk then jumps to sentences by what they hold of its words (biased LexRank;
   *   Otterbacher, Erkan & Radev, 2005), and those that hold none are left out
   */
  #choose(count: number, matter: readonly WantedTerm[] | null): RankedPassage[] {
    const candidates = this.#candidates;
    const likeness = this.#likeness;
    const size = candidates.length;
    const held = candidates.map(({ weights }) => (matter === null ? 1 : shareHeld(weights, matter)));
    const central = walk(likeness, held);
    const worth = candidates.map(
      ({ position }, i) => (central[i] as number) * (1 + LEAD * (1 - position / PER_DOCUMENT)),
    );
    const greatest = worth.reduce((a, b) => Math.max(a, b), 0) || 1;
    const chosen: number[] = [];
    while (chosen.length < count) {
      let best = -1;
      let most = Number.NEGATIVE_INFINITY;
      for (let i = 0; i < size; i++) {
        const { document } = candidates[i] as Candidate;
        if (held[i] === 0 || chosen.some((k) => candidates[k]?.document === document)) continue;
        const repeated = chosen.reduce((max, k) => Math.max(max, likeness[i * size + k] as number), 0);
        if (repeated > COPY) continue;
        const value = (worth[i] as number) / greatest - REDUNDANCY * repeated;
        if (value > most) [best, most] = [i, value];
      }
      if (best === -1) break;
      chosen.push(best);
    }
    return chosen.map((i) => unmeasured(candidates[i] as Candidate, (worth[i] as number) / greatest));
  }

  /**
   * Reads what an overview is wanted of.
   *
   * @returns null where it is not what the documents tell of: most of its words stand in the title or the first sentences of
   *   more than half of them, and they are three at the least
   */
  #readMatter(words: string): readonly WantedTerm[] | null {
    const { documents, expander, thesaurus } = this.#index;
    const { terms } = expander.expand(analyseQuestion(words, thesaurus));
    const matter = terms.map((term) => ({ idf: term.idf, ids: sameWords(term) }));
    if (documents.length < MIN_DOCUMENTS || matter.length === 0) return null;
    this.#heads ??= this.#readHeads();
    const heads = this.#heads;
    const telling = heads.filter((head) => shareHeld(head, matter) >= MOST_OF_IT);
    return telling.length > documents.length / 2 ? matter : null;
  }

  /** The terms at the head of each document. */
  #readHeads(): ReadonlySet<number>[] {
    const { passages, table } = this.#index;
    const heads = new Map<Document, Set<number>>();
    for (const [i, { document }] of passages.entries()) {
      if (!heads.has(document)) heads.set(document, new Set(table.above.get(table.titleOf[i] as number)));
    }
    for (const { document, position, weights } of this.#candidates) {
      if (position < HEAD) for (const id of weights.keys()) heads.get(document)?.add(id);
    }
    return [...heads.values()];
  }
}

/** Whole sentences of prose from the head of each document; in a folder of many documents, of as many as there is room for. */
function collect(index: Index): Candidate[] {
  const { passages, documents, table } = index;
  const each = Math.max(1, Math.min(PER_DOCUMENT, Math.floor(COMPARED / documents.length)));
  const step = Math.max(1, Math.ceil(documents.length / COMPARED));
  const wanted = new Set(documents.filter((_, i) => i % step === 0));
  const counts = new Map<Document, number>();
  const paragraph = blockKinds.indexOf("paragraph");
  return [...passages].flatMap(({ document }, passage) => {
    const found: Candidate[] = [];
    const first = table.passageStart[passage] as number;
    for (let s = first; s < (table.passageStart[passage + 1] as number); s++) {
      const position = counts.get(document) ?? 0;
      if (!wanted.has(document) || position >= each) break;
      const length = table.sentenceLength[s] as number;
      const bits = table.sentenceBits[s] as number;
      if (table.kindOf[s] !== paragraph || length < SHORTEST || length > LONGEST || bits & (ASKS | PRONOUN_FIRST))
        continue;
      if (isRollCall(textOf(index, { passage, sentence: s - first }))) continue;
      counts.set(document, position + 1);
      const weights = idfWeights(index, { passage, sentence: s - first });
      const norm = Math.hypot(...weights.values());
      found.push({ document, passage, sentence: s - first, position, weights, norm });
    }
    return found;
  });
}

/** @param across whether only sentences of different documents are compared. @returns cosines, row by row */
function compareAll(candidates: readonly Candidate[], across: boolean): Float64Array {
  const size = candidates.length;
  const cosines = new Float64Array(size * size);
  for (const [i, a] of candidates.entries()) {
    for (let k = 0; k < i; k++) {
      const b = candidates[k] as Candidate;
      if (across && a.document === b.document) continue;
      let dot = 0;
      for (const [id, weight] of a.weights) dot += weight * (b.weights.get(id) ?? 0);
      const cosine = dot === 0 ? 0 : dot / (a.norm * b.norm);
      cosines[i * size + k] = cosine;
      cosines[k * size + i] = cosine;
    }
  }
  return cosines;
}

/**
 * How often a walk from sentence to sentence, each step the likelier the more alike they are, comes by each.
 *
 * @param target how much each is jumped to
 */
function walk(likeness: Float64Array, target: readonly number[]): Float64Array {
  const size = target.length;
  const all = target.reduce((sum, value) => sum + value, 0) || 1;
  const jump = Float64Array.from(target, (value) => value / all);
  const sums = Float64Array.from({ length: size }, (_, i) =>
    likeness.subarray(i * size, (i + 1) * size).reduce((sum, value) => sum + value, 0),
  );
  let share = Float64Array.from(jump);
  for (let step = 0; step < STEPS; step++) {
    const next = jump.map((value) => JUMP * value);
    for (let i = 0; i < size; i++) {
      const out = ((1 - JUMP) * (share[i] as number)) / (sums[i] || 1);
      for (let k = 0; k < size; k++) next[k] = (next[k] as number) + out * (likeness[i * size + k] as number);
    }
    share = next;
  }
  return share;
}
