import { beforeAll, describe, expect, it } from "vitest";
import type { Knowledge } from "../../src/index.ts";
import { openKnowledge } from "../../src/index.ts";

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await openKnowledge({ folder: "knowledge" });
});

async function best(question: string, history: readonly string[]): Promise<string> {
  const excerpt = (await knowledge.ask(question, { history })).excerpts[0];
  return excerpt === undefined ? "" : excerpt.text.slice(excerpt.answer.start, excerpt.answer.end);
}

describe("a follow-up", () => {
  it.each([
    ["when did he say that?", ["who proposed expelling 35 diplomats"], /30 December 2016.*Lavrov/],
    ["and how many?", ["which school did russia want to close"], /1,250 students/],
    ["why?", ["why did obama expel the russian diplomats"], /interference|meddling/],
  ])("“%s” leans on %j", async (question, history, expected) => {
    expect(await best(question, history)).toMatch(expected);
  });

  it("does not answer “and where?” with a sentence that names no place", async () => {
    const { status } = await knowledge.ask("and where was she?", { history: ["who is maria zakharova"] });
    expect(status).toBe("unanswered");
  });

  it("takes no names from an answer that was refused", async () => {
    const question = "when did he leave?";
    const refused = "what is the population of Peru?";
    expect((await knowledge.ask(refused)).status).toBe("unanswered");
    expect((await knowledge.ask(question, { history: [refused] })).status).toBe("unanswered");
  });

  it("counts no other thing than the one asked about", async () => {
    const text = "The brigade of Weber saved 12 cows on Monday. Weber is its captain.";
    const farm = await openKnowledge({ documents: [{ id: "farm", text }] });
    const { explanation } = await farm.ask("how many horses did he save?", {
      history: ["who is Weber?"],
      explain: true,
    });
    expect(explanation?.excerpts[0]?.some(({ name }) => name === "unit")).toBe(false);
  });

  it("leaves a question alone that says what it is about", async () => {
    const question = "who is jill dougherty";
    expect(await knowledge.ask(question, { history: ["who proposed expelling 35 diplomats"] })).toEqual(
      await knowledge.ask(question),
    );
  });

  it("changes nothing without a history", async () => {
    expect(await knowledge.ask("when did he say that?", { history: [] })).toEqual(
      await knowledge.ask("when did he say that?"),
    );
  });
});
