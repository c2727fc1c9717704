import { expect, it } from "vitest";
import { PassageRecord, packRecord } from "../../src/engine/record.ts";
import { indexOf } from "../search/helpers.ts";

const index = indexOf("The beacon is lit. The keeper lit the beacon at nine.");
const { vocabulary } = index.table;
/** Numbers of terms as another index may have given them. */
const termOf = Int32Array.from({ length: vocabulary.size }, (_, id) => 1_000 + id);
const beacon = 1_000 + vocabulary.id("beacon");
const pack = (terms: number[], frequencies: number[]) =>
  packRecord({ index, termOf, entryOf: new Int32Array() }, 0, {
    terms: Int32Array.from(terms),
    frequencies: Int32Array.from(frequencies),
    lengths: [4, 1, 2],
  });

it("holds what is known of a passage", () => {
  const record = new PassageRecord(pack([], []));
  expect([record.sentenceCount, record.tokenCount]).toEqual([2, index.table.tokens.length]);
  expect([...record.spans]).toEqual([...index.passages.arrays.sentences]);
  expect([...record.tokenBits]).toEqual([...index.table.tokenBits]);
  expect([record.length(0), record.length(1), record.length(2)]).toEqual([4, 1, 2]);
  const among = new PassageRecord(Buffer.concat([Buffer.alloc(5), pack([], [])]).subarray(5));
  expect([...among.spans], "wherever it stands among other bytes").toEqual([...record.spans]);
});

it("tells how often a term is counted, be that by its tokens or otherwise", () => {
  const counts = new Map<number, number>();
  for (const id of index.table.tokens) counts.set(1_000 + id, (counts.get(1_000 + id) ?? 0) + 1);
  const ofTokens = pack([...counts.keys()], [...counts.values()]);
  const otherwise = pack([beacon, 7], [5, 3]);
  expect(ofTokens.length).toBeLessThan(otherwise.length);
  expect(new PassageRecord(ofTokens).frequency(0, beacon)).toBe(2);
  expect([beacon, 7, 8].map((term) => new PassageRecord(otherwise).frequency(0, term))).toEqual([5, 3, 0]);
});

it("is refused where a bit of it has changed", () => {
  const bytes = pack([beacon], [2]);
  for (const at of [0, 21, bytes.length - 1]) {
    const damaged = Uint8Array.from(bytes);
    damaged[at] = (damaged[at] as number) ^ 16;
    expect(() => new PassageRecord(damaged)).toThrow("The index is damaged: take its folder away");
  }
  expect(() => new PassageRecord(new Uint8Array())).toThrow("damaged");
});
