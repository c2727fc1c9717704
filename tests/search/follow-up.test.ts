import { describe, expect, it } from "vitest";
import { resolveFollowUp, retrieveInConversation } from "../../src/search/follow-up.ts";
import { indexOf, lexicon } from "./helpers.ts";

const resolve = (text: string, ...history: string[]) => resolveFollowUp(text, history, lexicon.thesaurus);
const words = (text: string, ...history: string[]) =>
  resolve(text, ...history).terms.map(({ word, share }) => [word, share]);

describe("a follow-up", () => {
  it("takes over the terms of the question before, at half their weight", () => {
    expect(words("and how many?", "who closed the schools")).toEqual([
      ["closed", 0.5],
      ["schools", 0.5],
    ]);
    expect(resolve("and how many?", "who closed the schools")).toMatchObject({ isFollowUp: true, type: "quantity" });
  });

  it("takes over its type where it asks for none itself", () => {
    expect(resolve("and the mill?", "who owns the inn").type).toBe("person");
    expect(resolve("and in Oslo?", "when did the ferry sink").type).toBe("time");
    expect(resolve("what about the mill?", "who owns the inn").type).toBe("person");
    expect(resolve("and the price?", "who owns the inn")).toMatchObject({ type: "quantity", unit: "money" });
  });

  it("leaves out a verb that only stands for what was asked", () => {
    expect(words("when did he say that", "who closed the schools").map(([word]) => word)).toEqual([
      "closed",
      "schools",
    ]);
  });

  it("goes back through a chain of them, each counting half", () => {
    expect(words("and where?", "who closed the schools", "and when?")).toEqual([
      ["closed", 0.25],
      ["schools", 0.25],
    ]);
  });

  it("is none where the question says for itself what it is about", () => {
    expect(resolve("who is the mayor of Oslo", "who closed the schools").isFollowUp).toBe(false);
    expect(resolve("and how many?").isFollowUp).toBe(false);
  });
});

describe("retrieving in a conversation", () => {
  const index = indexOf("Ann Rudd closed the schools.", "It rained.", "In May Ann Rudd left for the coast.");
  const history = ["who closed the schools"];
  const retrieve = (text: string, answer: { passage: number; sentence: number } | null) =>
    retrieveInConversation(index, text, { history, limit: 1, findAnswer: () => answer });

  it("adds the names in the answer before, if the question has a word that stands for them", () => {
    const { question, hits } = retrieve("when did she leave", { passage: 0, sentence: 0 });
    expect(question.terms.map(({ typed }) => typed)).toEqual(["leave", "closed", "schools", "Ann", "Rudd"]);
    expect(hits.map(({ passage }) => passage)).toContain(2);
    expect(retrieve("and when?", { passage: 0, sentence: 0 }).question.terms).toHaveLength(2);
  });

  it("adds none where the question before had no answer", () => {
    expect(retrieve("when did she leave", null).question.terms.map(({ typed }) => typed)).not.toContain("Ann");
  });
});
