import type { QueryTerm } from "../../search/expanded-query.ts";
import type { Question } from "../../search/question.ts";
import type { SentenceTable } from "../../search/sentence-table.ts";
import { NONE, TermSlots } from "./term-slots.ts";

/** A question made ready to be compared with many sentences. */
export interface QueryWeights {
  readonly count: number;
  readonly terms: readonly QueryTerm[];
  /** idf of each term. */
  readonly weight: Float64Array;
  /** Sums of the terms' weights: of all (1 where there are none), of names, of numbers, of neighbours as pairs. */
  readonly total: number;
  readonly nameTotal: number;
  readonly numberTotal: number;
  readonly pairTotal: number;
  /** Term of the noun asked about, and of what the question says something about; or -1. */
  readonly focus: number;
  readonly subject: number;
  /** For each term and phrase of the documents that may stand for one of the question, its slot; -1 for all others. */
  readonly slotOf: Int32Array;
  /** For each slot the question's term that it stands for, be it in another form, or -1; and how well. */
  readonly lexical: { readonly term: Int32Array; readonly similarity: Float32Array };
  readonly expansions: ExpansionPostings;
}

/** Words and phrases of like meaning: for each slot a list of what it may stand for. */
interface ExpansionPostings {
  /** First entry of each list, or -1. */
  readonly head: Int32Array;
  /** Next entry of the same list, or -1. */
  readonly next: Int32Array;
  readonly term: Int32Array;
  readonly similarity: Float64Array;
  readonly idfScaled: Float64Array;
  /** 1 where the entry is a synonym; else it is a paraphrase. */
  readonly synonym: Uint8Array;
}

const slotsOf = new WeakMap<SentenceTable, TermSlots>();

/** It serves until another question is prepared for the table. @param terms the question's, expanded */
export function prepareQuery(table: SentenceTable, question: Question, terms: readonly QueryTerm[]): QueryWeights {
  const weight = Float64Array.from(terms, ({ idf }) => idf);
  const sum = (chosen: (term: QueryTerm, t: number) => number) =>
    terms.reduce((total, term, t) => total + chosen(term, t), 0);
  const slots = TermSlots.clear(slotsOf, table, table.vocabulary.size + table.phraseIds.size);
  for (const { matches, synonyms, paraphrases } of terms) {
    for (const list of [matches, synonyms, paraphrases]) for (const { id } of list) slots.add(id);
  }
  return {
    count: terms.length,
    terms,
    weight,
    total: sum(({ idf }) => idf) || 1,
    nameTotal: sum(({ idf, name }) => (name ? idf : 0)),
    numberTotal: sum(({ idf, number }) => (number ? idf : 0)),
    pairTotal: sum((_, t) => (t === 0 ? 0 : pairWeight(weight, t))),
    focus: question.focus < terms.length ? question.focus : -1,
    subject: question.subject < terms.length ? question.subject : -1,
    slotOf: slots.slotOf,
    lexical: lookUp(slots, terms),
    expansions: listExpansions(slots, terms),
  };
}

/** Weight of a term and the one before it, as a pair. */
export function pairWeight(weight: Float64Array, t: number): number {
  return Math.min(weight[t] as number, weight[t - 1] as number);
}

function lookUp({ slotOf, ids }: TermSlots, terms: readonly QueryTerm[]): QueryWeights["lexical"] {
  const term = new Int32Array(ids.length).fill(NONE);
  // Half as exact as other numbers: what was fitted had it so.
  const similarity = new Float32Array(ids.length);
  for (const [t, { matches }] of terms.entries()) {
    for (const match of matches) {
      const slot = slotOf[match.id] as number;
      if (match.similarity <= (similarity[slot] as number)) continue;
      term[slot] = t;
      similarity[slot] = match.similarity;
    }
  }
  return { term, similarity };
}

function listExpansions({ slotOf, ids }: TermSlots, terms: readonly QueryTerm[]): ExpansionPostings {
  const count = terms.reduce((sum, { synonyms, paraphrases }) => sum + synonyms.length + paraphrases.length, 0);
  const head = new Int32Array(ids.length).fill(NONE);
  const next = new Int32Array(count);
  const term = new Int32Array(count);
  const similarity = new Float64Array(count);
  const idfScaled = new Float64Array(count);
  const synonym = new Uint8Array(count);
  let entry = 0;
  for (const [t, { synonyms, paraphrases }] of terms.entries()) {
    for (const list of [synonyms, paraphrases]) {
      for (const one of list) {
        const slot = slotOf[one.id] as number;
        next[entry] = head[slot] as number;
        head[slot] = entry;
        term[entry] = t;
        similarity[entry] = one.similarity;
        idfScaled[entry] = one.idfScaled;
        synonym[entry] = list === synonyms ? 1 : 0;
        entry++;
      }
    }
  }
  return { head, next, term, similarity, idfScaled, synonym };
}
