import { describe, expect, it } from "vitest";
import { Thesaurus } from "../../src/lexicon/thesaurus.ts";
import { PARTS, WordNetFiles } from "../../src/lexicon/wordnet-files.ts";

describe("WordNet's files", () => {
  const files = new WordNetFiles();

  it("hold a lemma as the parts of speech that it is", () => {
    const parts = (lemma: string) => PARTS.filter((_, part) => files.has(part, lemma));
    expect(parts("game")).toEqual(["noun", "verb", "adj"]);
    expect(parts("step down")).toEqual(["verb"]);
    expect(parts("gam")).toEqual(["noun"]);
    expect(parts("zzzz")).toEqual([]);
  });

  it("hold no word of another script, whatever the lower bytes of its characters are in their own", () => {
    const thesaurus = new Thesaurus();
    // The lower byte of each is that of "b", of "g" and of "s".
    for (const word of ["慢", "ŧame", "ųenator"]) {
      expect(thesaurus.knows(word), word).toBe(false);
      expect(thesaurus.frequency(word), word).toBe(0);
      thesaurus.visitLike(word, () => expect.fail(word));
    }
  });
});
