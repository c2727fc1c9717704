import { expect, it } from "vitest";
import { FlatIndexBuilder } from "../../src/search/flat-index.ts";
import { MiniSearchIndex } from "../../src/search/minisearch-index.ts";
import fc from "../helpers/fast-check.ts";

const WORDS = Array.from({ length: 40 }, (_, i) => `w${i}`);
/** Few words often, many seldom, as in a text. */
const word = fc.nat({ max: 999 }).map((n) => WORDS[Math.floor(40 ** (n / 1_000)) - 1] as string);
const words = (maxLength: number) => fc.array(word, { maxLength });
const passage = fc.record({ text: words(30), headings: words(4), title: words(3) });
const similarity = fc.constantFrom(1, 0.9, 0.45, 0.1);
const query = fc.array(fc.record({ term: fc.oneof(word, fc.constant("unknown")), similarity }), { maxLength: 9 });

it("finds the passages that MiniSearch finds, in its order, with its scores to the last bit", () => {
  fc.assert(
    fc.property(
      fc.array(passage, { minLength: 1, maxLength: 60 }),
      fc.array(query, { maxLength: 20 }),
      (all, asked) => {
        const [flat, mini] = [new FlatIndexBuilder(), new MiniSearchIndex()];
        for (const terms of all) for (const builder of [flat, mini]) builder.add(terms);
        const [ours, reference] = [flat.finish(), mini.finish()];
        for (const terms of asked) {
          for (const limit of [5, 50]) expect(ours.find(terms, limit)).toEqual(reference.find(terms, limit));
        }
      },
    ),
  );
});
