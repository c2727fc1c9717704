import { readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AttacheError } from "../../src/errors.ts";
import { Embedding, openEmbedding, type TableFile } from "../../src/lexicon/embedding.ts";
import { tokenize } from "../../src/text/tokens.ts";

const file = (name: string) => new URL(`../../src/lexicon/${name}`, import.meta.url);
const termsOf = (text: string) => tokenize(text).flatMap(({ term, stop }) => (stop ? [] : [term]));

function similarity(a: string, b: string): number {
  const embedding = openEmbedding();
  const [first, second] = [a, b].map((word) => embedding.row(termsOf(word)[0] ?? ""));
  return embedding.similarity(first ?? -1, second ?? -1);
}

describe("words of like meaning", () => {
  it.each([
    ["boss", "chairman"],
    ["kick", "expel"],
    ["kids", "children"],
    ["price", "cost"],
    ["start", "begin"],
    ["doctor", "physician"],
    ["sick", "ill"],
    ["buy", "purchased"],
    ["film", "movies"],
    ["wifi", "internet"],
  ])("%s is nearer to %s than to words of other things", (a, b) => {
    const others = ["volcano", "sandwich", "parliament", "violin", "Tuesday"];
    for (const other of others) expect(similarity(a, b)).toBeGreaterThan(similarity(a, other) + 0.1);
  });

  it("is the same both ways, and 1 for a word and itself", () => {
    expect(similarity("price", "cost")).toBe(similarity("cost", "price"));
    expect(similarity("price", "prices")).toBeCloseTo(1, 12);
  });

  it("knows no stop words, no numbers and no nonsense", () => {
    const embedding = openEmbedding();
    for (const term of ["the", "1990", "xqzvw", ""]) expect(embedding.row(term)).toBe(-1);
    expect(embedding.similarity(-1, embedding.row("price"))).toBe(0);
  });
});

describe("the table", () => {
  it("is of 8 MB at most", () => {
    expect(statSync(file("embedding.bin")).size + statSync(file("embedding.txt")).size).toBeLessThanOrEqual(8_000_000);
  });

  it("gives the same numbers everywhere", () => {
    const embedding = openEmbedding();
    const rows = Int32Array.from(["bath", "steam", "sauna"], (term) => embedding.row(term));
    const products = [...embedding.compareWord(embedding.row("steam"), rows)];
    const sum = new Float64Array(embedding.dimensions);
    embedding.add(sum, embedding.row("steam"), 1);
    const plain = [...rows].map((row) => {
      const other = new Float64Array(embedding.dimensions);
      embedding.add(other, row, 1);
      return sum.reduce((total, value, k) => total + value * (other[k] as number), 0);
    });
    expect(products).toEqual(plain);
  });

  it("is opened once", () => {
    expect(openEmbedding()).toBe(openEmbedding());
  });

  it("has the row of a term where it stands among all", () => {
    const embedding = openEmbedding();
    const terms = readFileSync(file("embedding.txt"), "utf8").trimEnd().split("\n");
    expect(terms.filter((term, row) => embedding.row(term) !== row)).toEqual([]);
    const known = new Set(terms);
    const others = terms.flatMap((term) => [`${term}x`, term.slice(0, -1), `é${term}`, `${term}\n`]);
    expect(others.filter((term) => !known.has(term) && embedding.row(term) !== -1)).toEqual([]);
  });

  it("holds each term once, as the tokenizer writes it", () => {
    const terms = readFileSync(file("embedding.txt"), "utf8").trimEnd().split("\n");
    expect(new Set(terms).size).toBe(terms.length);
    expect(terms).toEqual([...terms].sort());
  });
});

describe("a damaged table", () => {
  const open = (bytes: Uint8Array, vocabulary: string) => {
    const table: TableFile = {
      length: bytes.length,
      read: (into, position) => into.set(bytes.subarray(position, position + into.length)),
    };
    return new Embedding(table, Buffer.from(vocabulary));
  };
  /** Two words of thirty-two numbers. */
  const whole = Uint8Array.of(2, 0, 0, 0, 32, 0, 0, 0, ...Array(32).fill(1), ...Array(31).fill(0xff), 2);

  it("is read when it is whole", () => {
    const embedding = open(whole, "bath\nsteam\n");
    expect([...embedding.compareWord(1, Int32Array.of(0, 1))]).toEqual([-29, 35]);
    expect(embedding.length(0)).toBe(Math.sqrt(32));
  });

  it.each([
    ["empty", new Uint8Array(0), "bath\nsteam\n"],
    ["truncated", whole.subarray(0, -1), "bath\nsteam\n"],
    ["too long", Uint8Array.of(...whole, 0), "bath\nsteam\n"],
    ["without a term", whole, "bath\n"],
    ["with a term too many", whole, "bath\nsteam\nsteamer\n"],
    ["with a term cut short", whole, "bath\nstea"],
  ])("is refused: %s", (_, table, vocabulary) => {
    expect(() => open(table, vocabulary)).toThrow(AttacheError);
    expect(() => open(table, vocabulary)).toThrow(/table of word vectors is damaged/);
  });
});
