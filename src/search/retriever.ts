import { toBytes } from "../lexicon/byte-rows.ts";
import type { Index } from "./build-index.ts";
import type { Hit } from "./candidates.ts";
import type { ExpandedQuery } from "./expanded-query.ts";
import { PassageCosines } from "./passage-cosines.ts";
import type { Question } from "./question.ts";

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
}

/** A passage found, and the cosine of its vector of meaning with the question's. */
export interface RetrievedHit extends Hit {
  readonly cosine: number;
}

/** @returns at least `limit` passages where so many hold any word of the question */
export function retrieve(index: Index, question: Question, limit: number): Retrieved {
  const expanded = index.expander.expand(question);
  const hits = index.candidates.find(expanded.query, Math.max(CANDIDATES, limit));
  if (hits.length < FEW) hits.push(...findByExpansions(index, expanded, hits));
  const vector = questionVector(index, question, expanded);
  const compared = new PassageCosines(index.meaning, vector);
  hits.push(...findByMeaning(compared, hits));
  const cosines = compared.of(hits.map(({ passage }) => passage));
  return {
    question,
    expanded,
    vector,
    hits: hits.map(({ passage, score }, h) => ({ passage, score, cosine: cosines[h] as number })),
    limit,
  };
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

/** The passages nearest in meaning, those found already aside. */
function findByMeaning(compared: PassageCosines, hits: readonly Hit[]): Hit[] {
  const hit = new Set(hits.map(({ passage }) => passage));
  return compared
    .nearest(NEAREST)
    .filter((passage) => !hit.has(passage))
    .map((passage) => ({ passage, score: 0 }));
}

/** Passages that hold none of the question's terms, but words or phrases of like meaning, those with most first. */
function findByExpansions({ passages, table }: Index, { terms }: ExpandedQuery, hits: readonly Hit[]): Hit[] {
  const { vocabulary, phraseIds, passageStart, tokenStart, tokens, phraseStart, phrases } = table;
  const isExpansion = new Uint8Array(vocabulary.size + phraseIds.size);
  for (const { synonyms, paraphrases } of terms) {
    for (const { id } of [...synonyms, ...paraphrases]) isExpansion[id] = 1;
  }
  const hit = new Set(hits.map(({ passage }) => passage));
  const more: { readonly passage: number; readonly count: number }[] = [];
  for (let passage = 0; passage < passages.length; passage++) {
    if (hit.has(passage)) continue;
    const [first, last] = [passageStart[passage] as number, passageStart[passage + 1] as number];
    let count = 0;
    for (let i = tokenStart[first] as number; i < (tokenStart[last] as number); i++) {
      count += isExpansion[tokens[i] as number] as number;
    }
    for (let i = phraseStart[first] as number; i < (phraseStart[last] as number); i++) {
      count += isExpansion[phrases[i] as number] as number;
    }
    if (count > 0) more.push({ passage, count });
  }
  return more
    .sort((a, b) => b.count - a.count || a.passage - b.passage)
    .slice(0, FEW - hits.length)
    .map(({ passage }) => ({ passage, score: 0 }));
}
