import { describe, expect, it } from "vitest";
import type { QueryTerm } from "../../src/search/expanded-query.ts";
import { analyseQuestion } from "../../src/search/question.ts";
import { indexOf, lexicon } from "./helpers.ts";

const index = indexOf(
  "The club expelled Ann Rudd in May. She paid the fine.",
  "They threw Bob Hale out of the diplomatic service.",
  "Come in, the keeper said. The lamps are lit at dusk.",
);
const expand = (question: string) => index.expander.expand(analyseQuestion(question, lexicon.thesaurus));

function words(matches: QueryTerm["matches"]): (string | undefined)[] {
  return matches.map(({ id }) => index.table.vocabulary.terms.get(id));
}

describe("the query expander", () => {
  it("matches a word of the documents by itself, fully", () => {
    const [term] = expand("who was expelled").terms;
    expect(words(term?.matches ?? [])).toEqual(["expel"]);
    expect(term?.matches[0]).toMatchObject({ similarity: 1, idfScaled: 1 });
  });

  it("reads a misspelt word as the one it resembles, and says so", () => {
    const { terms, corrections, missing } = expand("what did the keepr say");
    expect(corrections).toEqual([{ from: "keepr", to: "keeper" }]);
    expect(missing).toEqual([]);
    expect(words(terms[0]?.matches ?? [])).toContain("keeper");
  });

  it("names a word that nothing in the documents is like, and searches for nothing in its place", () => {
    const { missing, query } = expand("who is Rud");
    expect(missing).toEqual(["Rud"]);
    expect(query).toEqual([]);
  });

  it("does not bend a word that English knows, though the documents lack it", () => {
    expect(expand("who saw the lambs").corrections).toEqual([]);
  });

  it("finds words of a family, less alike than the word itself", () => {
    const [term] = expand("who is a diplomat").terms;
    expect(words(term?.matches ?? [])).toContain("diplomat");
    const family = expand("diplomacy").terms[0]?.matches[0];
    expect(family?.similarity).toBeGreaterThan(0);
    expect(family?.similarity).toBeLessThan(1);
  });

  it("finds what people say for a word, a phrase whose words stand apart among it", () => {
    const [term] = expand("who was kicked out").terms;
    const ids = term?.paraphrases.map(({ id }) => id) ?? [];
    expect(words(term?.paraphrases ?? [])).toContain("expel");
    expect(ids.some((id) => id >= index.table.vocabulary.size)).toBe(true);
  });

  it("weighs a synonym less where its idf is lower than that of the question's word", () => {
    const [come] = expand("who arrived").terms[0]?.synonyms ?? [];
    expect(words(come === undefined ? [] : [come])).toEqual(["come"]);
    expect(come?.idfScaled).toBeLessThan(come?.similarity ?? 0);
  });

  it("gives a word of everyday English the lower idf, though each stands in one passage", () => {
    const [come] = expand("come").terms;
    const [keeper] = expand("keeper").terms;
    expect(come?.idf).toBeLessThan(keeper?.idf ?? 0);
  });
});
