import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { dispatch } from "../../src/dispatch.ts";
import { openKnowledge } from "../../src/index.ts";
import { actionsOf } from "../../src/replies/actions.ts";
import type { ExcerptItem, Reply } from "../../src/replies/reply.ts";
import { contextOf } from "../helpers/context.ts";
import { knowledgeFolder } from "../helpers/program.ts";

const QUESTION = "who proposed expelling 35 diplomats";
const event = await openKnowledge({ folder: knowledgeFolder });
const single = await openKnowledge({
  documents: [
    { id: "note", title: "Note", text: "The new boat house of the club was paid for by the town of Oberau." },
  ],
});

async function run(command: string, values: Record<string, unknown>, knowledge = event) {
  const request = { command, input: { values } };
  return dispatch(commands, request, contextOf(knowledge), (error) => expect.unreachable(String(error)));
}

const excerpts = ({ items }: Reply) => items.filter((item): item is ExcerptItem => item.kind === "excerpt");
const contextIn = (reply: Reply) => actionsOf(reply).find(({ role }) => role === "context");

describe("the button Context", () => {
  it("shows the passage around the best quote, to one person alone", async () => {
    const answer = (await run("ask", { question: QUESTION })).reply;
    const button = contextIn(answer);
    expect(button?.options).toMatchObject({ question: QUESTION, number: 1 });
    const { reply, visibility } = await run(button?.command ?? "", button?.options ?? {});
    const [quoted] = excerpts(answer);
    const [shown, ...more] = excerpts(reply);
    expect(visibility).toBe("private");
    expect(more).toEqual([]);
    expect(shown).toMatchObject({ role: "passage", number: 1 });
    expect(shown?.excerpt.source).toEqual(quoted?.excerpt.source);
    expect(shown?.excerpt.text.length).toBeGreaterThan(quoted?.excerpt.text.length ?? 0);
    expect(shown?.excerpt.text).toContain(quoted?.excerpt.text);
  });

  it("of a further page shows the first passage of that page", async () => {
    const page = (await run("ask", { question: QUESTION, limit: 1, from: 1 })).reply;
    const [first] = excerpts(page);
    const button = contextIn(page);
    expect(first?.number).toBe(2);
    expect(button?.options["number"]).toBe(2);
    const { reply } = await run(button?.command ?? "", button?.options ?? {});
    expect(excerpts(reply)[0]?.excerpt.answerLocation).toEqual(first?.excerpt.answerLocation);
  });

  it("stands between the sources and the next page, the votes behind", async () => {
    const labels = actionsOf((await run("ask", { question: QUESTION, limit: 1 })).reply).map(({ label }) => label);
    expect(labels).toEqual(["Sources", "Context", "More", "👍", "👎"]);
  });

  it("is not there where nothing stands around the quote, or where the passage is no answer", async () => {
    expect(contextIn((await run("ask", { question: "who paid for the boat house" }, single)).reply)).toBeUndefined();
    expect(contextIn((await run("ask", { question: "what do penguins eat" })).reply)).toBeUndefined();
  });

  it("is met with a plain word when there is nothing to show any more", async () => {
    expect((await run("context", { question: "zzyzx" })).reply.summary).toMatch(/ask again/);
  });
});
