import { expect, it } from "vitest";
import { boundOf, choosePadding, paddedLength } from "../../src/engine/upper-bound.ts";
import { weightOf } from "../../src/search/bm25.ts";
import fc from "../helpers/fast-check.ts";

const WEIGHTS = { k: 1.2, b: 0.75 };
const mean = (numbers: Int32Array) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
/** Of each passage how often each of its terms stands there. */
const passages = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 60 }), { minLength: 1, maxLength: 40 });

it("no term weighs more than the bound says, and one that stands once weighs nearly that", () => {
  fc.assert(
    fc.property(passages, (all) => {
      const lengths = Int32Array.from(all, ({ length }) => Math.max(1, length));
      const padding = choosePadding(lengths);
      const own = (terms: readonly number[]) => terms.reduce((sum, frequency) => sum + frequency, 0);
      const written = lengths.map((length, i) => paddedLength(padding, WEIGHTS, length, own(all[i] ?? [])));
      const field = {
        lengths,
        written,
        averageLength: mean(lengths),
        passages: Int32Array.from(all.flatMap((terms, i) => terms.map(() => i))),
        frequencies: Uint16Array.from(all.flat()),
      };
      const bound = boundOf(field, WEIGHTS);
      const { k, b } = WEIGHTS;
      for (const [i, terms] of all.entries()) {
        for (const frequency of terms) {
          const long = (written[i] ?? 0) / mean(written);
          const theirs = (frequency * (k + 1)) / (frequency + k * (1 - b + b * long));
          expect(bound * theirs).toBeGreaterThanOrEqual(weightOf(frequency, lengths[i] ?? 0, mean(lengths)));
        }
      }
    }),
  );
});

it("what stands once weighs with the engine what it weighs with us, but for a few hundredths", () => {
  const lengths = Int32Array.from({ length: 500 }, (_, i) => 1 + ((i * 37) % 90));
  const padding = choosePadding(lengths);
  const written = lengths.map((length) => paddedLength(padding, WEIGHTS, length, length));
  const { k, b } = WEIGHTS;
  const shares = Array.from(lengths, (length, i) => {
    const long = (written[i] ?? 0) / mean(written);
    return weightOf(1, length, mean(lengths)) / ((k + 1) / (1 + k * (1 - b + b * long)));
  });
  expect(Math.max(...shares) / Math.min(...shares)).toBeLessThan(1.03);
});
