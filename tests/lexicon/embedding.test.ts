import { readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AttacheError } from "../../src/errors.ts";
import { cosine, Embedding, openEmbedding } from "../../src/lexicon/embedding.ts";
import { tokenize } from "../../src/text/tokens.ts";

const file = (name: string) => new URL(`../../src/lexicon/${name}`, import.meta.url);
const termsOf = (text: string) => tokenize(text).flatMap(({ term, stop }) => (stop ? [] : [term]));

function similarity(a: string, b: string): number {
  const embedding = openEmbedding();
  const [first, second] = [a, b].map((word) => embedding.row(termsOf(word)[0] ?? ""));
  return embedding.similarity(first ?? -1, second ?? -1);
}

function textSimilarity(a: string, b: string): number {
  const embedding = openEmbedding();
  return cosine(embedding.vector(termsOf(a)), embedding.vector(termsOf(b)));
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
    expect(similarity("price", "prices")).toBe(1);
  });

  it("knows no stop words, no numbers and no nonsense", () => {
    const embedding = openEmbedding();
    for (const term of ["the", "1990", "xqzvw", ""]) expect(embedding.row(term)).toBe(-1);
    expect(embedding.similarity(-1, embedding.row("price"))).toBe(0);
  });

  it("weighs a telling word more than an everyday one", () => {
    const embedding = openEmbedding();
    expect(embedding.weight(embedding.row("sauna"))).toBeGreaterThan(embedding.weight(embedding.row("use")));
  });
});

describe("texts", () => {
  it("finds a sauna like a steam bath", () => {
    const steam = textSimilarity("how much is the sauna", "The steam bath costs 14 euros.");
    expect(steam).toBeGreaterThan(textSimilarity("how much is the sauna", "The library opens at noon.") + 0.1);
  });

  it("is 0 where no word is known", () => {
    expect(textSimilarity("the 14", "The steam bath costs 14 euros.")).toBe(0);
  });
});

describe("the table", () => {
  it("is of 8 MB at most", () => {
    expect(statSync(file("embedding.bin")).size + statSync(file("embedding.txt")).size).toBeLessThanOrEqual(8_000_000);
  });

  it("gives the same numbers everywhere", () => {
    expect([...openEmbedding().vector(["steam", "bath"]).subarray(0, 6)]).toMatchInlineSnapshot(`
      [
        8246,
        18522,
        -2702,
        -13958,
        10934,
        -2688,
      ]
    `);
  });

  it("is opened once", () => {
    expect(openEmbedding()).toBe(openEmbedding());
  });

  it("holds each term once, as the tokenizer writes it", () => {
    const terms = readFileSync(file("embedding.txt"), "utf8").trimEnd().split("\n");
    expect(new Set(terms).size).toBe(terms.length);
    expect(terms).toEqual([...terms].sort());
  });
});

describe("a damaged table", () => {
  /** Two words of three numbers. */
  const whole = Uint8Array.of(2, 0, 0, 0, 3, 0, 0, 0, 255, 10, 1, 2, 3, 0xff, 0, 1);

  it("is read when it is whole", () => {
    const embedding = new Embedding(whole, "bath\nsteam\n");
    expect([...embedding.vector(["steam", "bath"])]).toEqual([255 - 10, 2 * 255, 3 * 255 + 10]);
  });

  it.each([
    ["empty", new Uint8Array(0), "bath\nsteam\n"],
    ["truncated", whole.subarray(0, -1), "bath\nsteam\n"],
    ["too long", Uint8Array.of(...whole, 0), "bath\nsteam\n"],
    ["without a term", whole, "bath\n"],
    ["with a term too many", whole, "bath\nsteam\nsauna\n"],
  ])("is refused: %s", (_, table, vocabulary) => {
    expect(() => new Embedding(table, vocabulary)).toThrow(AttacheError);
    expect(() => new Embedding(table, vocabulary)).toThrow(/table of word vectors is damaged/);
  });
});
