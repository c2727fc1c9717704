import { beforeAll, describe, expect, it } from "vitest";
import type { Knowledge } from "../../src/index.ts";
import { openKnowledge } from "../../src/index.ts";

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await openKnowledge({ folder: "knowledge" });
});

function best(question: string, history: readonly string[]): string {
  const excerpt = knowledge.ask(question, { history }).excerpts[0];
  return excerpt === undefined ? "" : excerpt.text.slice(excerpt.answer.start, excerpt.answer.end);
}

describe("a follow-up", () => {
  it.each([
    ["when did he say that?", ["who proposed expelling 35 diplomats"], /30 December 2016.*Lavrov.*recommended/],
    ["and how many?", ["which school did russia want to close"], /1,250 students/],
    ["why?", ["why did obama expel the russian diplomats"], /interference/],
  ])("“%s” leans on %j", (question, history, expected) => {
    expect(best(question, history)).toMatch(expected);
  });

  it("leaves a question alone that says what it is about", () => {
    const question = "who is jill dougherty";
    expect(knowledge.ask(question, { history: ["who proposed expelling 35 diplomats"] })).toEqual(
      knowledge.ask(question),
    );
  });

  it("changes nothing without a history", () => {
    expect(knowledge.ask("when did he say that?", { history: [] })).toEqual(knowledge.ask("when did he say that?"));
  });
});
