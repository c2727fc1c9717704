import { type CountedTerms, type FlatIndex, FlatIndexBuilder } from "../flat-index.ts";
import { MiniSearchIndex } from "../minisearch-index.ts";
import type { DocumentRows } from "./document-rows.ts";
import { type JoinedRows, withSymbols } from "./joined-rows.ts";

/** Passages from which on MiniSearch's objects for each passage that matches cost more than all else in an answer. */
const MANY = 500;

/** One of the two, which find the same. */
export type PassageIndex = FlatIndex | MiniSearchIndex;

/**
 * An index of the passages' text, of what stands above them, and of their titles.
 *
 * @param count passages that there are
 * @param isFlat whether it is to be of flat arrays however few there are
 */
export function joinCandidates(joined: JoinedRows, count: number, isFlat: boolean): PassageIndex {
  return count < MANY && !isFlat ? joinSmall(joined) : joinLarge(joined);
}

function joinLarge(joined: JoinedRows): FlatIndex {
  const builder = new FlatIndexBuilder(joined.symbols.numbering());
  for (const [rows, symbolOf] of withSymbols(joined)) {
    const above = countAbove(rows, symbolOf);
    const { headingsOf, titleOf } = rows.passages;
    for (let p = 0; p < headingsOf.length; p++) {
      builder.add({
        text: textOf(rows, symbolOf, p),
        headings: above[headingsOf[p] as number] as CountedTerms,
        title: above[titleOf[p] as number] as CountedTerms,
      });
    }
  }
  return builder.finish();
}

function joinSmall(joined: JoinedRows): MiniSearchIndex {
  const index = new MiniSearchIndex();
  const write = ({ terms, frequencies }: CountedTerms) =>
    Array.from(terms).flatMap((term, i) => Array<string>(frequencies[i] as number).fill(joined.symbols.text(term)));
  for (const [rows, symbolOf] of withSymbols(joined)) {
    const above = countAbove(rows, symbolOf).map(write);
    const { headingsOf, titleOf } = rows.passages;
    for (let p = 0; p < headingsOf.length; p++) {
      index.add({
        text: write(textOf(rows, symbolOf, p)),
        headings: above[headingsOf[p] as number] as string[],
        title: above[titleOf[p] as number] as string[],
      });
    }
  }
  return index;
}

function textOf({ passages }: DocumentRows, symbolOf: Int32Array, passage: number): CountedTerms {
  const { termStart, terms, frequencies } = passages;
  const [from, to] = [termStart[passage], termStart[passage + 1]];
  return {
    terms: terms.subarray(from, to).map((term) => symbolOf[term] as number),
    frequencies: frequencies.subarray(from, to),
  };
}

/** The terms of each text above passages, counted. */
function countAbove({ above: { texts, start, terms } }: DocumentRows, symbolOf: Int32Array): CountedTerms[] {
  return Array.from(texts, (_, text) => {
    const counts = new Map<number, number>();
    for (let i = start[text] as number; i < (start[text + 1] as number); i++) {
      const symbol = symbolOf[terms[i] as number] as number;
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    }
    return { terms: Int32Array.from(counts.keys()), frequencies: Uint16Array.from(counts.values()) };
  });
}
