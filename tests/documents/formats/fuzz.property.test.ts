import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { binaryReaderOf } from "../../../src/documents/binary-readers.ts";
import { IsolatedReader } from "../../../src/documents/isolated-reader.ts";
import { placeAt } from "../../../src/documents/place.ts";
import { checkReading } from "../reading.ts";
import { FIXTURES } from "./fixture.ts";

/** Damaged files of each format; FUZZ_RUNS=2000 reads 30,000 or so. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 6);
/** No file of a few pages may take longer, on a slow machine either. */
const SECONDS = 5;

const TIMEOUT = 60_000 + RUNS * SECONDS * 1_000;

const files = readdirSync(FIXTURES).filter((file) => binaryReaderOf(file) !== null);
const reader = new IsolatedReader(FIXTURES, { milliseconds: SECONDS * 1_000, megabytes: 512 });
afterAll(() => reader.close());

/** A piece of a file that is changed: where it is, in thousandths of the file, and what is done with it. */
const change = fc.record({
  at: fc.nat({ max: 999 }),
  length: fc.integer({ min: 1, max: 400 }),
  how: fc.constantFrom("drop", "repeat", "random", "zero", "move"),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function apply(bytes: Uint8Array, { at, length, how, bytes: others }: Change): Uint8Array {
  const start = Math.floor((at / 1_000) * bytes.length);
  const [before, piece, after] = [
    bytes.subarray(0, start),
    bytes.subarray(start, start + length),
    bytes.subarray(start + length),
  ];
  switch (how) {
    case "drop":
      return Buffer.concat([before, after]);
    case "repeat":
      return Buffer.concat([before, ...Array.from({ length: 60 }, () => piece), after]);
    case "random":
      return Buffer.concat([before, others, after]);
    case "zero":
      return Buffer.concat([before, new Uint8Array(piece.length), after]);
    case "move":
      return Buffer.concat([after, piece, before]);
  }
}

/** Damages a file, or one of the parts that it packs. */
function damage(sound: Uint8Array, changes: readonly Change[], part: number): Uint8Array {
  const isZip = sound[0] === 0x50 && sound[1] === 0x4b;
  if (!isZip || part % 4 === 0) return changes.reduce(apply, sound);
  const parts = unzipSync(sound);
  const names = Object.keys(parts).filter((name) => /\.(?:xml|xhtml|opf|ncx|rels|html)$/.test(name));
  const name = names[part % names.length] ?? "";
  return zipSync({ ...parts, [name]: changes.reduce(apply, parts[name] ?? new Uint8Array()) });
}

async function expectBounded(file: string, bytes: Uint8Array): Promise<void> {
  const result = await reader.read(file, bytes);
  if ("status" in result) {
    expect(result.reason).toMatch(/^(?:is|has|holds|unpacks|comes) /);
    expect(result.reason).not.toContain("\n");
    return;
  }
  const { read } = result;
  checkReading(read, read.raw);
  let from = 0;
  for (const mark of read.places ?? []) {
    expect(mark.from).toBeGreaterThanOrEqual(from);
    from = mark.from;
  }
  expect(placeAt(read.places ?? [], from)).not.toHaveProperty("from");
}

describe.each(files)("%s, damaged", (file) => {
  it(
    `is read or left out within ${SECONDS} s, and shows nothing that is not in it`,
    async () => {
      const sound = new Uint8Array(await readFile(path.join(FIXTURES, file)));
      const changes = fc.array(change, { minLength: 1, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(changes, fc.nat({ max: 1_000 }), (made, part) =>
          expectBounded(file, damage(sound, made, part)),
        ),
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    TIMEOUT,
  );
});

describe.each([...new Set(files.map((file) => path.extname(file))), ".json"])("random bytes called %s", (ending) => {
  it(
    "are left out, or read",
    async () => {
      const magic = fc.constantFrom(
        "",
        "%PDF-1.7\n",
        "PK\u0003\u0004",
        "From a@b Fri May  3 2024\n",
        "From: a\n\n",
        "[",
        '{"guild":',
      );
      await fc.assert(
        fc.asyncProperty(magic, fc.uint8Array({ maxLength: 2_000 }), (start, bytes) => {
          return expectBounded(`a${ending}`, Buffer.concat([Buffer.from(start, "latin1"), bytes]));
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    TIMEOUT,
  );
});
