import { expect, it } from "vitest";
import { drawer } from "../../bench/random.ts";
import { BLOCK } from "../../src/search/field-postings.ts";
import { type CountedTerms, FlatIndexBuilder } from "../../src/search/flat-index.ts";
import { MiniSearchIndex } from "../../src/search/minisearch-index.ts";
import { Symbols } from "../../src/search/rows/symbols.ts";
import fc from "../helpers/fast-check.ts";

const WORDS = Array.from({ length: 40 }, (_, i) => `w${i}`);
/** Few words often, many seldom, as in a text. */
const word = fc.nat({ max: 999 }).map((n) => WORDS[Math.floor(40 ** (n / 1_000)) - 1] as string);
const words = (maxLength: number) => fc.array(word, { maxLength });
const passage = fc.record({ text: words(30), headings: words(4), title: words(3) });
const similarity = fc.constantFrom(1, 0.9, 0.45, 0.1);
const query = fc.array(fc.record({ term: fc.oneof(word, fc.constant("unknown")), similarity }), { maxLength: 9 });

const symbols = new Symbols();
symbols.add(WORDS);

function count(terms: readonly string[]): CountedTerms {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return { terms: symbols.add([...counts.keys()]), frequencies: Uint16Array.from(counts.values()) };
}

/** The same passages in both. */
function indexBoth(all: Iterable<Readonly<Record<"text" | "headings" | "title", readonly string[]>>>) {
  const [flat, mini] = [new FlatIndexBuilder(symbols.numbering()), new MiniSearchIndex()];
  for (const terms of all) {
    mini.add(terms);
    flat.add({ text: count(terms.text), headings: count(terms.headings), title: count(terms.title) });
  }
  return [flat.finish(), mini.finish()] as const;
}

it("finds the passages that MiniSearch finds, in its order, with its scores to the last bit", () => {
  fc.assert(
    fc.property(
      fc.array(passage, { minLength: 1, maxLength: 60 }),
      fc.array(query, { maxLength: 20 }),
      (all, asked) => {
        const [ours, reference] = indexBoth(all);
        for (const terms of asked) {
          for (const limit of [5, 50]) expect(ours.find(terms, limit)).toEqual(reference.find(terms, limit));
        }
      },
    ),
  );
});

it("does so for equal passages, of which a lower one may come later", () => {
  const few = WORDS.slice(0, 6);
  const some = fc.subarray(few, { minLength: 1 }).map((text) => ({ text, headings: [], title: [] }));
  const five = fc.record({ term: fc.constantFrom(...few), similarity: fc.constantFrom(1, 0.9, 0.45) });
  const asked = fc.array(fc.array(five, { minLength: 5, maxLength: 5 }), { minLength: 30, maxLength: 30 });
  fc.assert(
    fc.property(fc.array(some, { minLength: 3, maxLength: 10 }), asked, (all, queries) => {
      const [ours, reference] = indexBoth(all);
      for (const terms of queries) {
        for (const limit of [1, 2, 3]) expect(ours.find(terms, limit)).toEqual(reference.find(terms, limit));
      }
    }),
    { numRuns: 400 },
  );
});

it("does so for passages of several blocks, the best of them at their borders, asked one question after the other", () => {
  const borders = [0, BLOCK - 1, BLOCK, 2 * BLOCK - 1, 2 * BLOCK];
  for (const size of [2 * BLOCK - 1, 2 * BLOCK, 2 * BLOCK + 1]) {
    const draw = drawer(size);
    const words = (count: number) => Array.from({ length: draw(count) }, () => WORDS[draw(38)] as string);
    const [ours, reference] = indexBoth(
      Array.from({ length: size }, (_, i) => ({
        text: borders.includes(i) || i === size - 1 ? ["w38", ...words(i % 7)] : [...words(30), "w39"],
        headings: words(3),
        title: words(3),
      })),
    );
    const asked = [["w38"], ["w39", "w38"], ["w3", "w38", "w17"], ["w5", "w6"], ["w38", "w1", "w38"]];
    for (const terms of asked.map((all) => all.map((term) => ({ term, similarity: 1 })))) {
      for (const limit of [1, 5, 100]) expect(ours.find(terms, limit)).toEqual(reference.find(terms, limit));
    }
  }
});
