import { expect, it } from "vitest";
import { drawer } from "../../bench/random.ts";
import { RegionReader } from "../../src/engine/row-regions.ts";
import { norm } from "../../src/search/meaning.ts";

const WIDTH = 32;
/** More than are looked at together, and numbers of more than one piece. */
const PASSAGES = 4_300;
const WORDS = 90;

const draw = drawer(7);
/** Of a few kinds, so that many are as near as others; some without any words. */
const kinds = Array.from({ length: 60 }, (_, kind) =>
  Int8Array.from({ length: WIDTH }, () => (kind === 0 ? 0 : draw(255) - 127)),
);
const vectors = Array.from({ length: PASSAGES }, () => kinds[draw(kinds.length)] as Int8Array);
const held = Array.from({ length: PASSAGES }, () => Array.from({ length: 20 + draw(80) }, () => draw(WORDS)));

const parts = [
  Buffer.from(Int8Array.from(vectors.flatMap((vector) => [...vector])).buffer),
  Buffer.from(Float64Array.from(vectors, norm).buffer),
  Buffer.from(Int32Array.from(held.flatMap((words) => [words.length, ...words])).buffer),
];
const file = Buffer.concat(parts);
const [norms, holding] = [(parts[0] as Buffer).length, (parts[0] as Buffer).length + (parts[1] as Buffer).length];
const arrays = { documentOf: new Int32Array(PASSAGES), sentenceStart: new Int32Array(PASSAGES + 1) };
const regions = {
  vectors: 0,
  norms,
  holding,
  holdingEnd: file.length,
  sentences: 0,
  terms: 0,
  termsEnd: 0,
  written: 0,
};
const reader = new RegionReader(regions, arrays, WIDTH, (start, into) => {
  into.set(file.subarray(start, start + into.length));
});

const dot = (a: Int8Array, b: Int8Array) => a.reduce((sum, value, k) => sum + value * (b[k] as number), 0);

it.each([1, 100])("finds the %i passages nearest in meaning in a file, as in memory, ties in their order", (limit) => {
  for (const vector of [kinds[7], kinds[1], Int8Array.from({ length: WIDTH }, () => draw(255) - 127)] as Int8Array[]) {
    const cosines = vectors.map((own) => (dot(own, own) === 0 ? 0 : dot(own, vector) / (norm(own) * norm(vector))));
    const best = [...cosines.keys()]
      .filter((passage) => (cosines[passage] as number) > 0)
      .sort((a, b) => (cosines[b] as number) - (cosines[a] as number) || a - b);
    const others = [PASSAGES - 1, 0, 4_096, 4_095];
    const nearest = reader.findNearest(vector, limit, others);
    expect(nearest.passages).toEqual(best.slice(0, limit));
    for (const passage of [...nearest.passages, ...others]) expect(nearest.cosine(passage)).toBe(cosines[passage]);
  }
});

it("finds the passages that hold most of some words, one or more, but for some", () => {
  for (const chosen of [[3], [3, 4, 50]]) {
    const wanted = new Uint8Array(WORDS);
    for (const word of chosen) wanted[word] = 1;
    const counts = held.map((words) => words.reduce((sum, word) => sum + (wanted[word] as number), 0));
    const best = [...counts.keys()]
      .filter((passage) => passage !== 5 && (counts[passage] as number) > 0)
      .sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
    for (const limit of [3, PASSAGES]) {
      expect(reader.findHolding(wanted, new Set([5]), limit)).toEqual(best.slice(0, limit));
    }
  }
});
