import { toBytes } from "../lexicon/byte-rows.ts";
import type { Index } from "./build-index.ts";
import type { Hit } from "./candidates.ts";
import type { ExpandedQuery } from "./expanded-query.ts";
import type { Question } from "./question.ts";
import { type SentencePlace, toLoaded } from "./sentence-place.ts";
import { finishNow, type Steps, wait } from "./steps.ts";

/** Passages that the index hands to the ranker. */
const CANDIDATES = 100;
/** Where fewer hold a word of the question, passages that hold others of like meaning fill them up to so many. */
const FEW = 50;
/** Passages that are nearest in meaning and are looked at too. */
const NEAREST = 100;

/** What was found for a question, before it is ranked. */
export interface Retrieved {
  readonly question: Question;
  readonly expanded: ExpandedQuery;
  /** The question's vector of meaning. */
  readonly vector: Int8Array;
  /** Those by BM25, best first, then others. */
  readonly hits: readonly RetrievedHit[];
  /** Passages that are wanted at the least, where so many were found. */
  readonly limit: number;
  /** Where these passages are in memory, by the numbers that stand here. */
  readonly index: Index;
}

/** A passage found, and the cosine of its vector of meaning with the question's. */
export interface RetrievedHit extends Hit {
  readonly cosine: number;
}

/**
 * @param question its places, where it leans on any, by the numbers of all passages
 * @returns at least `limit` passages where so many hold any word of the question
 */
export function* retrieving(index: Index, question: Question, limit: number): Steps<Retrieved> {
  const { store } = index;
  const expanded = index.expander.expand(question);
  const hits = yield* wait(store.find(expanded.query, Math.max(CANDIDATES, limit)));
  const found = new Set(hits.map(({ passage }) => passage));
  const add = (passages: readonly number[]) => {
    for (const passage of passages) {
      if (!found.has(passage)) hits.push({ passage, score: 0 });
      found.add(passage);
    }
  };
  if (hits.length < FEW) {
    add(yield* wait(store.findHolding(expansions(index, expanded), new Set(found), FEW - hits.length)));
  }
  const vector = questionVector(index, question, expanded);
  const nearest = yield* wait(store.findNearest(vector, NEAREST, [...found]));
  add(nearest.passages);
  const { lean } = question;
  const places = lean === null ? [] : [...lean.places, ...lean.excluded];
  const loaded = yield* wait(store.load([...found, ...places.map(({ passage }) => passage)]));
  const here = (place: SentencePlace) => toLoaded(loaded, place);
  return {
    question:
      lean === null
        ? question
        : { ...question, lean: { ...lean, places: lean.places.map(here), excluded: lean.excluded.map(here) } },
    expanded,
    vector,
    hits: hits.map((hit) => ({ ...toLoaded(loaded, hit), cosine: nearest.cosine(hit.passage) })),
    limit,
    index: loaded,
  };
}

/** The same at once. @param index all of whose passages are in memory */
export function retrieve(index: Index, question: Question, limit: number): Retrieved {
  return finishNow(retrieving(index, question, limit));
}

/** The sum of the directions of the question's words, each times its idf. */
function questionVector({ meaning: { embedding } }: Index, question: Question, { terms }: ExpandedQuery): Int8Array {
  const vector = new Float64Array(embedding.dimensions);
  for (const [t, { term }] of question.terms.entries()) {
    const row = embedding.row(term);
    if (row !== -1) embedding.add(vector, row, (terms[t]?.idf ?? 0) / embedding.length(row));
  }
  return toBytes(vector);
}

/** The words and phrases of like meaning with the question's: 1 for each, by its number. */
function expansions({ table: { vocabulary, phraseIds } }: Index, { terms }: ExpandedQuery): Uint8Array {
  const isExpansion = new Uint8Array(vocabulary.size + phraseIds.size);
  for (const { synonyms, paraphrases } of terms) {
    for (const { id } of [...synonyms, ...paraphrases]) isExpansion[id] = 1;
  }
  return isExpansion;
}
