import { describe, expect, it } from "vitest";
import { Attache, contend, rankByWords } from "../../bench/contenders.ts";
import { peers } from "../../bench/peers.ts";
import { LocalKnowledge } from "../../src/answering/local-knowledge.ts";
import { toDocuments } from "../../src/documents/given-documents.ts";
import { fittedWeights, type Weights } from "../../src/ranking/weights.ts";
import { buildIndex } from "../../src/search/build-index.ts";

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

describe("Attaché", () => {
  it("shares an index between weights, and answers as one that was built for each", async () => {
    const fitted = fittedWeights();
    const other: Weights = {
      ...fitted,
      sentence: Object.fromEntries(
        Object.entries(fitted.sentence).map(([name, weight]) => [name, -weight]),
      ) as Weights["sentence"],
      bias: 1,
      threshold: 0.01,
    };
    const attache = new Attache(passages);
    const ask = async (knowledge: LocalKnowledge) => knowledge.ask("when was the tower finished");
    for (const weights of [fitted, other, fitted]) {
      const alone = new LocalKnowledge(buildIndex(toDocuments(passages)), weights);
      expect(await ask(attache.using(weights))).toEqual(await ask(alone));
    }
    expect((await ask(attache.using(other))).confidence).not.toBe((await ask(attache.using(fitted))).confidence);
  });
});
