import { describe, expect, it } from "vitest";
import { retrieveInConversation } from "../../src/search/follow-up.ts";
import type { Retrieved } from "../../src/search/retriever.ts";
import type { SentencePlace } from "../../src/search/sentence-place.ts";
import { indexOf } from "./helpers.ts";

const index = indexOf(
  "Ann Rudd closed the schools.",
  "It rained.",
  "In May Ann Rudd left for the coast.",
  "Olaf Lund owns the inn, and Per Berg the mill.",
);
const RUDD: SentencePlace = { passage: 0, sentence: 0 };

/** @param answer where each earlier question was answered */
function retrieve(text: string, history: readonly string[], answer: SentencePlace | null = RUDD): Retrieved {
  return retrieveInConversation(index, text, { history, limit: 1, findAnswer: () => answer });
}

const words = (text: string, history: readonly string[], answer?: SentencePlace | null) =>
  retrieve(text, history, answer).question.terms.map(({ word, share }) => [word, share]);

describe("a follow-up", () => {
  it("takes over the terms of the question before at half their weight", () => {
    expect(words("and how many?", ["who closed the schools"])).toEqual([
      ["closed", 0.5],
      ["schools", 0.5],
    ]);
    expect(retrieve("and how many?", ["who closed the schools"]).question).toMatchObject({
      isFollowUp: true,
      type: "quantity",
    });
  });

  it("takes over its type where it asks for none itself", () => {
    expect(retrieve("and in Oslo?", ["when did the ferry sink"]).question.type).toBe("time");
    expect(retrieve("and the price?", ["who owns the inn"]).question).toMatchObject({
      type: "quantity",
      unit: "money",
    });
  });

  it("takes the names of the answer too, at a quarter, where it has words of its own", () => {
    expect(words("is it far?", ["who closed the schools"])).toEqual([
      ["far", 1],
      ["closed", 0.5],
      ["schools", 0.5],
      ["ann", 0.25],
      ["rudd", 0.25],
    ]);
  });

  it("leaves out a verb that only stands for what was asked", () => {
    expect(words("when did he say that", ["who closed the schools"]).map(([word]) => word)).not.toContain("say");
  });

  it("leans on what a chain of them is about, however long", () => {
    const last = retrieve("and where?", ["who closed the schools", "and when?", "why?"]).question;
    expect(last.terms.slice(0, 2).map(({ word, share }) => [word, share])).toEqual([
      ["closed", 0.5],
      ["schools", 0.5],
    ]);
    expect(last.lean?.places).toContainEqual(RUDD);
  });

  it("leans on the last question that was answered", () => {
    const findAnswer = ({ question }: Retrieved) => (question.text.includes("penguins") ? null : RUDD);
    const history = ["who closed the schools", "who feeds the penguins"];
    const { question } = retrieveInConversation(index, "why?", { history, limit: 1, findAnswer });
    expect(question.terms.map(({ word }) => word)).toEqual(["closed", "schools"]);
  });

  it("passes over what only wanted the answer again", () => {
    expect(words("why?", ["who closed the schools", "are you sure?", "source?"])).toEqual(
      words("why?", ["who closed the schools"]),
    );
  });

  it("is none where the question says for itself what it is about, or nothing was asked before", () => {
    expect(retrieve("who is the mayor of Oslo", ["who closed the schools"]).question.lean).toBeNull();
    expect(retrieve("and how many?", []).question.lean).toBeNull();
  });

  it("takes no names of an answer that there was not", () => {
    expect(words("when did she leave", ["who closed the schools"], null).map(([word]) => word)).not.toContain("ann");
  });
});

describe("a new subject", () => {
  it.each([
    ["what did Lund say", "and Berg?", "what did Berg say"],
    ["what did Lund say about the inn", "what about Berg?", "what did Berg say about the inn"],
    ["who owns the inn", "and the mill?", "who owns the mill"],
    ["what did Lund do in May 2014", "and in June 2015?", "what did Lund do in June 2015"],
    ["how many people came", "on Friday?", "how many people came on Friday"],
  ])("“%s”, then “%s”, is read as “%s”", (before, text, read) => {
    expect(retrieve(text, [before]).question.text).toBe(read);
  });

  it("is carried on with the question before where that holds nothing of its kind", () => {
    const { question } = retrieve("and Berg?", ["who closed it"]);
    expect(question).toMatchObject({ isFollowUp: true, type: "thing" });
    expect(question.terms.map(({ word }) => word)).toEqual(["berg", "closed", "ann", "rudd"]);
  });
});

describe("he and she", () => {
  it("are whom the question before named, else whom its answer names", () => {
    expect(retrieve("where did he go?", ["what did Lund say"]).question.text).toBe("where did Lund go?");
    expect(retrieve("when did she leave?", ["who closed the schools"]).question.text).toBe("when did Rudd leave?");
    expect(retrieve("where is her house?", ["who closed the schools"]).question.text).toBe("where is Rudd’s house?");
  });

  it("are asked after by “who is that?”", () => {
    expect(retrieve("who is that?", ["who closed the schools"]).question.text).toBe("who is Ann Rudd");
  });
});
