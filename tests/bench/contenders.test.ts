import { describe, expect, it } from "vitest";
import { contend, rankByWords } from "../../bench/contenders.ts";
import { liveWeights } from "../../bench/folds.ts";
import { peers } from "../../bench/peers.ts";
import { Knowledge } from "../../src/answering/knowledge.ts";
import { toDocuments } from "../../src/documents/folder.ts";
import type { Weights } from "../../src/ranking/model.ts";
import { fittedWeights } from "../../src/ranking/weights.ts";

const passages = [
  { id: "tower", title: "Paris", text: "The tower was finished in 1889. Gustave Eiffel built it." },
  { id: "clock", title: "London", text: "The clock tower strikes every hour. It was finished in 1859." },
  { id: "bridge", title: "Prague", text: "The bridge crosses the river. A king laid its first stone." },
];
const question = {
  id: "1",
  question: "Who laid the first stone of the bridge?",
  passage: "bridge",
  article: "Prague",
  answerable: true,
  answers: [{ text: "A king", start: 30 }],
};

describe("a peer", () => {
  it.each(peers)("$name finds the passage, and its sentence with most of the question's words", async (peer) => {
    const { passages: found, sentences } = await contend(peer, passages).ask(question);
    expect(found[0]).toBe("bridge");
    expect(sentences[0]).toEqual({ passage: "bridge", start: 30, end: 58 });
  });

  it("puts the first sentence before others that share as many words", () => {
    const text = "A dog sat. A cat sat. Both slept.";
    const order = rankByWords("which dog or cat sat", text).map(({ start, end }) => text.slice(start, end));
    expect(order).toEqual(["A dog sat.", "A cat sat.", "Both slept."]);
    expect(rankByWords("the cat", text)[0]).toEqual({ start: 11, end: 21 });
  });
});

describe("live weights", () => {
  // The evaluation asks one index with the weights of eight folds: were they read once only, it would measure one fold.
  it("answer as an index that was built with them", () => {
    const documents = toDocuments(passages);
    const other: Weights = {
      ...fittedWeights,
      sentence: Object.fromEntries(
        Object.entries(fittedWeights.sentence).map(([name, weight]) => [name, -weight]),
      ) as Weights["sentence"],
      bias: 1,
      threshold: 0.01,
    };
    const live = liveWeights();
    const shared = new Knowledge(documents, live.weights);
    for (const weights of [fittedWeights, other, fittedWeights]) {
      live.use(weights);
      const { fingerprint: _, ...answer } = shared.ask("when was the tower finished");
      const { fingerprint: __, ...expected } = new Knowledge(documents, weights).ask("when was the tower finished");
      expect(answer).toEqual(expected);
    }
    live.use(other);
    expect(shared.ask("when was the tower finished").confidence).not.toBe(
      new Knowledge(documents).ask("when was the tower finished").confidence,
    );
  });
});
