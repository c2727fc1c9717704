import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Answer } from "../../src/answering/answer.ts";
import { dispatch } from "../../src/dispatch.ts";
import { openKnowledge } from "../../src/index.ts";
import { actionsOf } from "../../src/replies/actions.ts";
import type { ExcerptItem, Reply } from "../../src/replies/reply.ts";
import { contextOf } from "../helpers/context.ts";
import { knowledgeFolder } from "../helpers/program.ts";

const OPENING = "when does the pool open";
const PRICE = "how much is a day ticket for the sauna";
/** Asked of the event. */
const EXPELLED = "how many russian diplomats were expelled";
const documents = [
  { id: "leaflet", title: "Leaflet", text: "The pool opens at 7 on weekdays. A day ticket for the sauna is 14 euros." },
  { id: "site", title: "Site", text: "On weekdays the pool opens at 7. The café closes at 5." },
  {
    id: "minutes",
    title: "Minutes",
    text: "Jana Weiss said that the pool opens at 8. The pool opens late on holidays.",
  },
];
const knowledge = await openKnowledge({ documents });

const event = await openKnowledge({ folder: knowledgeFolder });

async function ask(text: string, ...history: string[]): Promise<{ reply: Reply; kept: Answer | undefined }> {
  let kept: Answer | undefined;
  const onAnswer = (answer: Answer) => {
    kept = answer;
  };
  const context = contextOf(history[0] === EXPELLED ? event : knowledge, { history, onAnswer });
  const fault = (error: unknown) => expect.unreachable(String(error));
  const { reply } = await dispatch(commands, { command: "ask", input: { text } }, context, fault);
  return { reply, kept };
}

const quotes = ({ items }: Reply) => items.filter((item): item is ExcerptItem => item.kind === "excerpt");
const texts = ({ items }: Reply) => items.flatMap((item) => ("text" in item ? [item.text] : []));
const places = (reply: Reply) => quotes(reply).map(({ excerpt }) => excerpt.answerLocation);

describe("“source?”", () => {
  it("lists what the answer before cites, and is kept as no question", async () => {
    const { reply, kept } = await ask("source?", OPENING);
    expect(texts(reply)[0]).toBe(`Sources of “${OPENING}”`);
    const list = reply.items.find((item) => item.kind === "sources");
    expect(list?.kind === "sources" && list.sources.map(({ source }) => source.id)).toContain("leaflet");
    expect(kept).toBeUndefined();
  });

  it("passes over a question that was not answered", async () => {
    expect(texts((await ask("link?", OPENING, "who feeds the penguins")).reply)[0]).toContain(OPENING);
  });
});

describe("a message that leans on an answer, where there is none before it", () => {
  it.each(["source?", "are you sure?", "tell me more", "more"])(
    "is told so, and asks nothing of the documents: %s",
    async (text) => {
      const { reply, kept } = await ask(text);
      expect(reply.items.map(({ kind }) => kind)).toEqual(["notice"]);
      expect(texts(reply)[0]).toMatch(/^There is no answer before this. Ask something first: /);
      expect(kept).toBeUndefined();
    },
  );
});

describe("“are you sure?”", () => {
  it("gives the answer before again, and what other sources say of it", async () => {
    const { reply } = await ask("are you sure?", EXPELLED);
    const { excerpts, agreement } = await event.ask(EXPELLED);
    expect(places(reply)).toEqual([excerpts[0]?.answerLocation]);
    expect(agreement.length).toBeGreaterThan(0);
    expect(quotes(reply)[0]?.agreement).toEqual(agreement);
    expect(texts(reply)[0]).toMatch(/ agrees?\b/);
  });

  it("says so where no other source tells it", async () => {
    expect(texts((await ask("really?", PRICE)).reply)[0]).toBe("I found no other source that tells it.");
  });

  it("is small talk where nothing was asked before", async () => {
    expect((await ask("really?")).reply.items.map(({ kind }) => kind)).toEqual(["prose"]);
  });
});

describe("“tell me more”", () => {
  it("shows the next excerpts of the answer before, then those after them, and in the end says that was all", async () => {
    const first = quotes((await ask(OPENING)).reply).length;
    const { reply, kept } = await ask("tell me more", OPENING);
    const shown = quotes(reply);
    if (shown.length > 0) expect(shown[0]?.number).toBe(first + 1);
    expect(kept).toMatchObject({ question: "tell me more", leansOn: OPENING });
    const last = await ask("more", OPENING, "tell me more", "more", "more");
    expect(texts(last.reply)).toContain("That was all the documents have on it.");
  });

  it("has buttons that show the same, with the questions before it", async () => {
    const { reply } = await ask("go on", OPENING);
    expect(actionsOf(reply).map(({ options }) => options["question"] ?? options["cited"])).toContain("go on");
  });
});

it("a follow-up that is not answered says what it was asked of", async () => {
  expect((await ask("why?", PRICE)).reply.summary).toBe(`The documents don’t say: “why?”, asked of “${PRICE}”`);
});
