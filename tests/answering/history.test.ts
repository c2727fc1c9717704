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

  it("is not answered by what begins somewhere else, of which nothing was asked before", async () => {
    const text =
      "# Fees\n\nThe adult fee of the library is 12 euros.\n\n# Roof\n\nWeber & Sons begin work on Monday 9 May and need six days.";
    const library = await openKnowledge({ documents: [{ id: "library", text }] });
    const { status } = await library.ask("when does it start", { history: ["how much is the adult fee"] });
    expect(status).toBe("unanswered");
  });

  it("“who built it” is answered by the sentence that says by whom", async () => {
    const tower = await openKnowledge({
      documents: [
        { id: "echo", text: "The tower was built in 1931 by the firm of Moss and Reed." },
        {
          id: "post",
          text: "The tower, built in 1931, was last painted in 2019, according to the town engineer, Dr. Lucia Orban.",
        },
      ],
    });
    const { excerpts } = await tower.ask("who built it?", { history: ["when was the tower built"] });
    expect(excerpts[0]?.source.id).toBe("echo");
  });

  it("leans on an overview’s first sentence", async () => {
    expect(await best("when?", ["what happened"])).toMatch(/30 December 2016/);
  });

  it.each([
    ["why?", ["how much is the repair"], /because the beams/],
    ["who said so?", ["where does the roof leak"], /^Bogdan Petrescu reported/],
    ["what else did he do?", ["who said that the roof leaks"], /^Petrescu buys the drinks/],
    ["who said so?", ["who has the key of the bike room"], /Mira: /],
    ["what about Lehtinen?", ["what did Varga say"], /^Aino Lehtinen voted/],
    ["and the summer party?", ["when is the spring cleaning"], /21 June/],
  ])("“%s” after %j, of minutes and a chat", async (question, history, expected) => {
    const minutes = `Ilse Varga opened the meeting in the old library. Bogdan Petrescu reported that the roof leaks above the kitchen. The repair costs 4,200 euros, because the beams have to be replaced too.

Varga said that she would ask the city for money. Aino Lehtinen voted against it.

The spring cleaning is on 5 April. The summer party is on 21 June in the yard. Petrescu buys the drinks.`;
    const chat = "[12:01] Mira: the key of the bike room is with Tomas now\n[12:03] Tomas: yes, ring twice";
    const house = await openKnowledge({
      documents: [
        { id: "minutes", text: minutes },
        { id: "chat", text: chat },
      ],
    });
    const [excerpt] = (await house.ask(question, { history })).excerpts;
    expect(excerpt?.text.slice(excerpt.answer.start, excerpt.answer.end)).toMatch(expected);
  });

  it.each([
    ["why?", ["when is the summer party"]],
    ["where?", ["who voted against it"]],
    ["by whom?", ["when is the summer party"]],
  ])("“%s” after %j is refused where nothing of the kind is told", async (question, history) => {
    const text = "The summer party is on 21 June. Aino Lehtinen voted against the closing. Tea is free on Mondays.";
    const house = await openKnowledge({ documents: [{ id: "minutes", text }] });
    expect((await house.ask(question, { history })).status).toBe("unanswered");
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
