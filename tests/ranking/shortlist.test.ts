import { describe, expect, it } from "vitest";
import { collectStatistics } from "../../src/ranking/measure/hit-statistics.ts";
import { prepareQuery } from "../../src/ranking/measure/query-weights.ts";
import { shortlist } from "../../src/ranking/shortlist.ts";
import { analyseQuestion } from "../../src/search/question.ts";
import { retrieve } from "../../src/search/retriever.ts";
import { indexOf, lexicon } from "../search/helpers.ts";

function choose(texts: readonly string[], question: string, limit = 3) {
  const index = indexOf(...texts);
  const retrieved = retrieve(index, analyseQuestion(question, lexicon.thesaurus), limit);
  const query = prepareQuery(index.table, retrieved.question, retrieved.expanded.terms);
  const chosen = shortlist(index.table, retrieved, collectStatistics(index.table, query, retrieved.hits));
  return { chosen, hits: retrieved.hits, passages: chosen.map((h) => retrieved.hits[h]?.passage) };
}

const note = (i: number) => `Note ${i}. The boat is wet. The rope is old.`;
const answer = "The boat club opens its gate at nine.";

describe("the passages that are measured in full", () => {
  it("are all, where they are few", () => {
    const { chosen, hits } = choose([note(1), answer, note(2)], "when does the boat club open its gate");
    expect(chosen).toEqual([...hits.keys()]);
  });

  it("are those that promise most, in their order, where they are many", () => {
    const texts = Array.from({ length: 90 }, (_, i) => note(i));
    const { chosen, hits, passages } = choose([...texts, answer], "when does the boat club open its gate");
    expect(chosen.length).toBeLessThan(hits.length);
    expect(chosen).toEqual(chosen.toSorted((a, b) => a - b));
    expect(passages).toContain(90);
  });

  it("are those that other words match, though BM25 finds nothing in them", () => {
    const texts = Array.from({ length: 90 }, (_, i) => note(i));
    const meant = "The yacht was expelled from the harbour.";
    const { passages } = choose([...texts, meant], "was a boat kicked out of the port");
    expect(passages).toContain(90);
  });

  it("are as many as are wanted, even so", () => {
    const texts = Array.from(
      { length: 90 },
      (_, i) => `${note(i)} It rains. It snows. It thaws. It freezes. It is dark.`,
    );
    expect(choose(texts, "is the boat wet", 60).chosen.length).toBeGreaterThanOrEqual(60);
    expect(choose(texts, "is the boat wet", 3).chosen.length).toBeLessThan(60);
  });
});
