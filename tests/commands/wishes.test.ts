import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { dispatch } from "../../src/dispatch.ts";
import { openKnowledge } from "../../src/index.ts";
import { contextOf } from "../helpers/context.ts";
import { knowledgeFolder } from "../helpers/program.ts";

const knowledge = await openKnowledge({ folder: knowledgeFolder });

async function run(command: string, values: Readonly<Record<string, unknown>>) {
  const kept: string[] = [];
  const context = contextOf(knowledge, { onAnswer: ({ question }) => void kept.push(question) });
  const request = { command, input: { values } };
  const { reply } = await dispatch(commands, request, context, (error) => expect.unreachable(String(error)));
  return { items: reply.items, kept };
}

describe("a wish in plain words", () => {
  it.each([
    ["show me the timeline", "timeline", {}],
    ["what happened on Friday?", "timeline", { about: "Friday" }],
    ["what happened in Moscow", "timeline", { about: "Moscow" }],
    ["who is involved?", "who", {}],
    ["who's Lavrov", "who", { name: "Lavrov" }],
    ["what do the sources disagree about", "differences", {}],
    ["what sources do you have", "sources", {}],
  ])("%j is answered as by its command", async (question, command, values) => {
    expect((await run("ask", { question })).items).toEqual((await run(command, values)).items);
  });

  it.each(["who is the pope", "what happened in 1850", "do the reports agree on the number of penguins"])(
    "%j is asked, where nothing is known of it",
    async (question) => {
      const { items, kept } = await run("ask", { question });
      expect(kept).toEqual([question]);
      expect(items[0]).toMatchObject({ kind: "notice", text: expect.stringContaining(question) });
    },
  );

  it("is kept as a question where the next may lean on it", async () => {
    expect((await run("ask", { question: "who is Lavrov" })).kept).toEqual(["who is Lavrov"]);
    expect((await run("ask", { question: "timeline" })).kept).toEqual([]);
  });

  it("for an overview leads on to the timeline, the people and the sources", async () => {
    const { items } = await run("ask", { question: "what happened" });
    const led = items.flatMap((item) => (item.kind === "actions" ? item.actions.map(({ command }) => command) : []));
    expect(led).toEqual(["timeline", "who", "sources"]);
  });
});
