import { expect, it } from "vitest";
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

it("does so for passages of several blocks, asked one question after the other", () => {
  const block = fc.constantFrom(2 * BLOCK - 1, 2 * BLOCK, 2 * BLOCK + 1);
  fc.assert(
    fc.property(
      block,
      fc.infiniteStream(passage),
      fc.array(query, { minLength: 20, maxLength: 20 }),
      (size, all, asked) => {
        const some = [...all.take(50)];
        // The same ones over and over: ties across the borders of blocks.
        const [ours, reference] = indexBoth(
          Array.from({ length: size }, (_, i) => some[(i * 31) % some.length] as (typeof some)[number]),
        );
        for (const terms of asked) expect(ours.find(terms, 100)).toEqual(reference.find(terms, 100));
      },
    ),
    { numRuns: 3 },
  );
});
