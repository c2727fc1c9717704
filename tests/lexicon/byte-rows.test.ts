import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import wabt from "wabt";
import { ByteRows, toBytes } from "../../src/lexicon/byte-rows.ts";
import { DOTS } from "../../src/lexicon/dots.ts";
import fc from "../helpers/fast-check.ts";

const byte = fc.integer({ min: -128, max: 127 });

describe("rows of bytes", () => {
  it("are multiplied as plain sums would be", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(32, 64, 256),
        fc.integer({ min: 1, max: 40 }),
        fc.infiniteStream(byte),
        (width, count, numbers) => {
          const next = () => Int8Array.from(numbers.take(width));
          const rows = new ByteRows(width, count);
          for (let row = 0; row < count; row++) rows.values.set(next(), row * width);
          const query = next();
          const wanted = Int32Array.from({ length: count }, (_, i) => count - 1 - i);
          const plain = [...wanted].map((row) =>
            query.reduce((sum, value, k) => sum + value * (rows.row(row)[k] as number), 0),
          );
          expect([...rows.dots(query, wanted)]).toEqual(plain);
          expect([...rows.dots(query, wanted.subarray(0, 1))]).toEqual(plain.slice(0, 1));
        },
      ),
    );
  });

  it("may be none", () => {
    expect([...new ByteRows(32, 0).dots(new Int8Array(32), new Int32Array())]).toEqual([]);
  });

  it("are refused when a step of the sum would not fit in", () => {
    expect(() => new ByteRows(20, 1)).toThrow(/multiple of 32 numbers: 20/);
  });

  it("are multiplied by what dots.wat says", async () => {
    const source = readFileSync(new URL("../../src/lexicon/dots.wat", import.meta.url), "utf8");
    const { buffer } = (await wabt()).parseWat("dots.wat", source, { simd: true, relaxed_simd: true }).toBinary({});
    expect(Buffer.from(buffer).toString("base64")).toBe(DOTS);
  });
});

describe("a vector made bytes", () => {
  it("keeps its direction", () => {
    expect([...toBytes(Float64Array.of(0.5, -1, 0))]).toEqual([64, -127, 0]);
    expect([...toBytes(new Float64Array(2))]).toEqual([0, 0]);
  });
});
