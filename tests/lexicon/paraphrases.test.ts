import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { encodeTables } from "../../src/lexicon/paraphrase-tables.ts";
import { Paraphrases } from "../../src/lexicon/paraphrases.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { compileParaphrases, readParaphraseLines } from "../../tools/lexicon/compile-paraphrases.ts";

function read(lines: readonly string[]): Paraphrases {
  return new Paraphrases(compileParaphrases(lines));
}

/** What the paraphrases know of each word or phrase in a text: its own terms, then those that stand for it. */
function say(paraphrases: Paraphrases, text: string): Record<string, string[]> {
  return Object.fromEntries(
    paraphrases
      .occurrences(tokenize(text))
      .map(({ entry }) => [
        paraphrases.terms(entry),
        [...paraphrases.like(entry).keys()].map((other) => paraphrases.terms(other)).sort(),
      ]),
  );
}

describe("paraphrases", () => {
  it("lead from any of a group to the others", () => {
    const paraphrases = read(["resign, step down, quit"]);
    expect(say(paraphrases, "Did she quit?")).toEqual({ quit: ["resign", "step down"] });
    expect(say(paraphrases, "He stepped down on Friday")).toEqual({ "step down": ["quit", "resign"] });
  });

  it("lead from a head word to its entries and back, but not from entry to entry", () => {
    const paraphrases = read(["soft: gentle, quiet"]);
    expect(say(paraphrases, "a soft voice")).toEqual({ soft: ["gentl", "quiet"] });
    expect(say(paraphrases, "a quiet voice")).toEqual({ quiet: ["soft"] });
  });

  it("find a phrasal verb whose particle stands apart, whatever its form", () => {
    const paraphrases = read(["expel, throw out"]);
    expect(say(paraphrases, "They threw them all out")).toHaveProperty("throw out");
    expect(say(paraphrases, "They threw the old man and his dog out")).not.toHaveProperty("throw out");
  });

  it("give the words between a verb and its particle no part in the phrase", () => {
    const paraphrases = read(["expel, throw out"]);
    const [found] = paraphrases.occurrences(tokenize("who threw Belgian penguins out"));
    expect(found?.at).toEqual([1, 4]);
  });

  it("pass over articles and possessives, and the forms of “be”", () => {
    const paraphrases = read(["be in power, govern", "lose life, die"]);
    expect(say(paraphrases, "the party was in power")).toHaveProperty("in power", ["govern"]);
    expect(say(paraphrases, "She lost her life at sea")).toHaveProperty("lose life", ["die"]);
  });

  it("make nothing of a function word alone", () => {
    expect(say(read(["outing, trip"]), "Who threw it out?")).toEqual({});
  });

  it("count less the more senses a word has, and more where two lines agree", () => {
    const once = read(["fire, dismiss"]);
    const ambiguous = read(["fire, dismiss", "fire, blaze"]);
    const agreed = read(["fire, dismiss", "fire, blaze", "fire: dismiss"]);
    const twice = read(["fire, dismiss", "fire, dismiss, sack"]);
    const [first, second, third, fourth] = [once, ambiguous, agreed, twice].map((paraphrases) => {
      const entry = paraphrases.occurrences(tokenize("fire"))[0]?.entry ?? -1;
      return [...paraphrases.like(entry).values()][0] ?? 0;
    }) as [number, number, number, number];
    expect(first).toBeGreaterThan(second);
    expect(third).toBeGreaterThan(second);
    expect(third).toBeLessThan(1);
    expect(fourth).toBeGreaterThan(second);
  });
});

it("the phrases of a text are those of its entries that have several words", () => {
  const paraphrases = read(["resign, step down, quit", "office: place of work"]);
  const terms = (text: string) => paraphrases.phrases(tokenize(text)).map((entry) => paraphrases.terms(entry));
  expect(terms("He quit his place of work and stepped right down")).toEqual(["place of work", "step down"]);
});

describe("the files of paraphrases", () => {
  const folder = new URL("../../src/lexicon/paraphrases/", import.meta.url);
  const lines = readdirSync(folder).flatMap((name) =>
    readFileSync(new URL(name, folder), "utf8")
      .split("\n")
      .map((line, i) => ({ where: `${name}:${i + 1}`, line }))
      .filter(({ line }) => line !== "" && !line.startsWith("#")),
  );

  it("hold a group or a word with its entries a line, of no more than six words each", () => {
    const bad = lines.filter(({ line }) => {
      const [head, rest, more] = line.includes(": ") ? line.split(": ") : ["", line];
      const entries = (rest ?? "").split(", ");
      const all = head === "" ? entries : [head as string, ...entries];
      return more !== undefined || entries.length < 2 || all.some((entry) => !/^\S+(?: \S+){0,5}$/.test(entry));
    });
    expect(bad).toEqual([]);
  });

  it("are those that the tables were made of (npm run paraphrases)", () => {
    const tables = readFileSync(new URL("../paraphrases.bin", folder));
    expect(encodeTables(compileParaphrases(readParaphraseLines())).equals(tables)).toBe(true);
  });

  it("repeat no entry in a line", () => {
    const bad = lines.filter(({ line }) => {
      const entries = line.slice(line.indexOf(": ") + 1).split(",");
      return new Set(entries.map((entry) => entry.trim())).size < entries.length;
    });
    expect(bad).toEqual([]);
  });
});
