import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawer } from "../../bench/random.ts";
import { AttacheError } from "../../src/errors.ts";
import { decodeArrays, encodeArrays } from "../../src/lexicon/number-arrays.ts";
import { decodeTables } from "../../src/lexicon/paraphrase-tables.ts";
import { readTable } from "../../src/lexicon/read-table.ts";
import { decodeWordNet } from "../../src/lexicon/wordnet-tables.ts";
import fc from "../helpers/fast-check.ts";

const shipped = (name: string) => readFileSync(new URL(`../../src/lexicon/${name}`, import.meta.url));

it("arrays come back as they were, and what stands behind them, wherever in memory the bytes are", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.integer()), fc.uint8Array(), fc.nat(7), (a, b, rest, shift) => {
      const bytes = encodeArrays({ a, b }, ["a", "b"], rest);
      const moved = Buffer.concat([Buffer.alloc(shift), bytes]).subarray(shift);
      const decoded = decodeArrays(moved, ["a", "b"]);
      expect([[...decoded.arrays.a], [...decoded.arrays.b], [...decoded.rest]]).toEqual([a, b, [...rest]]);
    }),
  );
});

describe.each([
  ["paraphrases.bin", decodeTables, decodeWordNet],
  ["wordnet.bin", decodeWordNet, decodeTables],
] as const)("%s", (name, decode, decodeOthers) => {
  const whole = shipped(name);

  it("is refused where it is cut short, anywhere, or goes on", () => {
    for (const end of [0, 3, 40, 1_000, whole.length >> 1, whole.length - 100, whole.length - 1]) {
      expect(() => decode(whole.subarray(0, end)), String(end)).toThrow(RangeError);
    }
    expect(() => decode(Buffer.concat([whole, Buffer.of(0)]))).toThrow(RangeError);
  });

  it("is refused where a byte of it is another", () => {
    const draw = drawer(7);
    for (let i = 0; i < 100; i++) {
      const at = i < 50 ? i : draw(whole.length);
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] as number) ^ (1 << draw(8));
      expect(() => decode(damaged), String(at)).toThrow(RangeError);
    }
  });

  it("is not taken for the other", () => {
    expect(() => decodeOthers(whole)).toThrow(RangeError);
  });
});

it("a table that cannot be read names the file and what to do", () => {
  const file = new URL("file:///somewhere/words.bin");
  const failing = (error: Error) => () => {
    throw error;
  };
  expect(() => readTable(file, failing(new RangeError("cut")))).toThrow(
    "Cannot read /somewhere/words.bin: check the program out, or install it, anew.",
  );
  const own = new AttacheError("integrity", "The table is damaged.");
  expect(() => readTable(file, failing(own))).toThrow(own);
});
