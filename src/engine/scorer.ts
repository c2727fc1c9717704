import { fieldIdf, weightOf } from "../search/bm25.ts";
import type { SearchTerm } from "../search/candidates.ts";
import { BOOST, FIELDS } from "../search/minisearch-index.ts";
import type { PassageRecord } from "./record.ts";
import type { RowArrays } from "./row-arrays.ts";
import type { ColumnWord } from "./row-table.ts";

/** A term of a question as rows have it. */
interface AskedTerm {
  readonly term: number;
  readonly similarity: number;
  /** Whether it was not asked for before. */
  readonly isFirst: boolean;
  /** Its idf in each field; and whether any passage holds it there. */
  readonly idf: readonly number[];
  readonly stands: readonly boolean[];
}

/** Scores records by BM25+ for one question: as `FlatIndex` does, to the last bit. */
export class Scorer {
  readonly #fields: readonly { readonly averageLength: number; readonly bound: number }[];
  readonly #terms: AskedTerm[] = [];

  /** @param idOf gives the number of a term in the vocabulary, or -1 */
  constructor(arrays: RowArrays, terms: readonly SearchTerm[], idOf: (term: string) => number) {
    const { fields, termOf, documentOf } = arrays;
    this.#fields = FIELDS.map((name) => fields[name]);
    const seen = new Set<number>();
    for (const { term, similarity } of terms) {
      const id = idOf(term);
      if (id === -1) continue;
      const holding = FIELDS.map((name) => fields[name].holding[id] as number);
      this.#terms.push({
        term: termOf[id] as number,
        similarity,
        isFirst: !seen.has(id),
        idf: holding.map((count) => fieldIdf(documentOf.length, count)),
        stands: holding.map((count) => count > 0),
      });
      seen.add(id);
    }
  }

  /** What an engine is asked for, so that what it gives a row is no less than `score` gives its record. */
  words(): ColumnWord[] {
    const similarities = new Map<number, { similarity: number; stands: readonly boolean[] }>();
    for (const { term, similarity, stands } of this.#terms) {
      similarities.set(term, { similarity: similarity + (similarities.get(term)?.similarity ?? 0), stands });
    }
    return [...similarities].flatMap(([term, { similarity, stands }]) =>
      FIELDS.flatMap((column, f) => {
        const boost = similarity * BOOST[column] * (this.#fields[f]?.bound ?? 1);
        return stands[f] ? [{ column, word: toWord(term), boost }] : [];
      }),
    );
  }

  score(record: PassageRecord): number {
    let score = 0;
    let matched = 0;
    for (const { term, similarity, isFirst, idf } of this.#terms) {
      let ofTerm = 0;
      for (const [f, name] of FIELDS.entries()) {
        const frequency = record.frequency(f, term);
        if (frequency === 0) continue;
        const averageLength = this.#fields[f]?.averageLength ?? 1;
        ofTerm +=
          similarity * BOOST[name] * ((idf[f] as number) * weightOf(frequency, record.length(f), averageLength));
      }
      if (ofTerm === 0) continue;
      if (isFirst) matched++;
      score += ofTerm;
    }
    return matched === 0 ? 0 : (score * matched) / matched;
  }
}

/** A term as a word of a column: of its letters an engine might make something else. */
export function toWord(term: number): string {
  return term.toString(36);
}

/** What columns are filled up with. */
export const PAD = "_";
