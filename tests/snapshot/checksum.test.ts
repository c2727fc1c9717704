import { expect, it } from "vitest";
import { drawer } from "../../bench/random.ts";
import { Checksum } from "../../src/snapshot/checksum.ts";

const draw = drawer(3);
const bytes = Buffer.from(Array.from({ length: 100_000 }, () => draw(256)));

function checksumOf(parts: readonly Uint8Array[]): string {
  const sum = new Checksum();
  for (const part of parts) sum.update(part);
  return sum.digest().toString("hex");
}

it("is the same on every machine, and however the bytes are divided", () => {
  // Test case 1 of the specification of GCM (McGrew and Viega, 2005): nothing at all.
  expect(checksumOf([])).toBe("58e2fccefa7e3061367f1d57a4e7455a");
  const whole = checksumOf([bytes]);
  for (let i = 0; i < 50; i++) {
    const cuts = [
      0,
      ...Array.from({ length: 1 + (i % 20) }, () => draw(i % 2 === 0 ? 100 : bytes.length)),
      bytes.length,
    ];
    cuts.sort((a, b) => a - b);
    expect(checksumOf(cuts.slice(1).map((end, k) => bytes.subarray(cuts[k], end)))).toBe(whole);
  }
});

it("is another where anything is", () => {
  const known = new Set([checksumOf([bytes]), checksumOf([bytes, Buffer.alloc(1)]), checksumOf([bytes.subarray(1)])]);
  for (let i = 0; i < 200; i++) {
    const flipped = Buffer.from(bytes);
    const at = draw(bytes.length);
    flipped[at] = (flipped[at] as number) ^ (1 << draw(8));
    known.add(checksumOf([flipped]));
  }
  expect(known.size).toBe(203);
});
