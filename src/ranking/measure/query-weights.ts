import type { Match, QueryTerm } from "../../search/expanded-query.ts";
import type { Question } from "../../search/question.ts";
import type { SentenceTable } from "../../search/sentence-table.ts";

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
  /** For each term of the vocabulary the question's term it stands for, or -1, and how well. */
  readonly lexical: { readonly term: Int16Array; readonly similarity: Float32Array };
  readonly expansions: ExpansionPostings;
}

/** Words and phrases of like meaning: for each of the documents' terms and phrases, a list of what it may stand for. */
interface ExpansionPostings {
  /** First entry of each list, or -1. */
  readonly head: Int32Array;
  /** Next entry of the same list, or -1. */
  readonly next: readonly number[];
  readonly term: readonly number[];
  readonly match: readonly Match[];
  /** Whether the entry is a synonym; else it is a paraphrase. */
  readonly synonym: readonly boolean[];
}

/** @param terms the question's, expanded */
export function prepareQuery(table: SentenceTable, question: Question, terms: readonly QueryTerm[]): QueryWeights {
  const weight = Float64Array.from(terms, ({ idf }) => idf);
  const sum = (chosen: (term: QueryTerm, t: number) => number) =>
    terms.reduce((total, term, t) => total + chosen(term, t), 0);
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
    lexical: lookUp(table.vocabulary.size, terms),
    expansions: listExpansions(table.vocabulary.size + table.phraseIds.size, terms),
  };
}

/** Weight of a term and the one before it, as a pair. */
export function pairWeight(weight: Float64Array, t: number): number {
  return Math.min(weight[t] as number, weight[t - 1] as number);
}

function lookUp(size: number, terms: readonly QueryTerm[]): QueryWeights["lexical"] {
  const term = new Int16Array(size).fill(-1);
  const similarity = new Float32Array(size);
  for (const [t, { matches }] of terms.entries()) {
    for (const match of matches) {
      if (match.similarity <= (similarity[match.id] as number)) continue;
      term[match.id] = t;
      similarity[match.id] = match.similarity;
    }
  }
  return { term, similarity };
}

function listExpansions(size: number, terms: readonly QueryTerm[]): ExpansionPostings {
  const head = new Int32Array(size).fill(-1);
  const next: number[] = [];
  const term: number[] = [];
  const match: Match[] = [];
  const synonym: boolean[] = [];
  for (const [t, { synonyms, paraphrases }] of terms.entries()) {
    for (const list of [synonyms, paraphrases]) {
      for (const one of list) {
        next.push(head[one.id] as number);
        head[one.id] = term.length;
        term.push(t);
        match.push(one);
        synonym.push(list === synonyms);
      }
    }
  }
  return { head, next, term, match, synonym };
}
