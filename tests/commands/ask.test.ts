import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { dispatch, type Input } from "../../src/dispatch.ts";
import { openKnowledge } from "../../src/index.ts";
import type { Reply, ReplyItem } from "../../src/replies/reply.ts";
import { contextOf } from "../helpers/context.ts";
import { knowledgeFolder } from "../helpers/program.ts";

const knowledge = await openKnowledge({ folder: knowledgeFolder });

async function send(input: Input, asked = knowledge): Promise<Reply> {
  const context = contextOf(asked, { formatCommand: (name) => `!${name}` });
  const request = { command: "ask", input };
  return (await dispatch(commands, request, context, (error) => expect.unreachable(String(error)))).reply;
}

const ask = (text: string) => send({ text });
const kinds = ({ items }: Reply) => items.map(({ kind }) => kind);
const prose = ({ items }: Reply) => items.flatMap((item) => (item.kind === "prose" ? [item.text] : []));

function only<K extends ReplyItem["kind"]>({ items }: Reply, kind: K): Extract<ReplyItem, { kind: K }>[] {
  return items.filter((item): item is Extract<ReplyItem, { kind: K }> => item.kind === kind);
}

describe("a question that the documents answer", () => {
  it("gets the best quote first, then buttons and the footer", async () => {
    const reply = await ask("who proposed expelling 35 diplomats");
    const [best, ...more] = only(reply, "excerpt");
    expect(best).toMatchObject({ number: 1, role: "best" });
    expect(best?.excerpt.text.slice(best.excerpt.answer.start, best.excerpt.answer.end)).toContain("Lavrov");
    expect(more.every(({ role, agreement }) => role === "more" && agreement.length === 0)).toBe(true);
    expect(more.length).toBeLessThanOrEqual(2);
    expect(kinds(reply).slice(-2)).toEqual(["actions", "footer"]);
    expect(only(reply, "footer")[0]?.text).toMatch(
      new RegExp(`^index ${knowledge.fingerprint.slice(0, 7)} · [1-9]\\d* ms$`),
    );
  });

  it("is summed up in the answer sentence and its source, in one line", async () => {
    const { summary } = await ask("who proposed expelling 35 diplomats");
    expect(summary).toMatch(/^“.*Lavrov.*” \(.+\)$/);
    expect(summary).not.toContain("\n");
  });

  it("offers the sources and a vote, each with the question", async () => {
    const question = "who proposed expelling 35 diplomats";
    const actions = only(await ask(question), "actions")[0]?.actions;
    const mark = expect.stringMatching(/^[0-9a-f]{12}-[0-9a-f]{12}$/);
    expect(actions).toEqual(
      expect.arrayContaining([
        { role: "sources", label: "Sources", command: "sources", options: { cited: question, quoted: mark } },
        { role: "vote-up", label: "👍", command: "feedback", options: { question, vote: "up" } },
        { role: "vote-down", label: "👎", command: "feedback", options: { question, vote: "down" } },
      ]),
    );
    for (const action of actions ?? []) expect(commands.map(({ name }) => name)).toContain(action.command);
  });

  it("has buttons that work", async () => {
    for (const { command, options } of only(await ask("diplomats"), "actions")[0]?.actions ?? []) {
      const request = { command, input: { values: options } };
      const { reply } = await dispatch(commands, request, contextOf(knowledge), (error) =>
        expect.unreachable(String(error)),
      );
      expect(only(reply, "notice").filter(({ tone }) => tone !== "info")).toEqual([]);
    }
  });

  it("has More pages that number on and repeat nothing", async () => {
    const documents = Array.from({ length: 8 }, (_, i) => ({
      id: `d${i}`,
      text: `Penguins eat fish and squid, which they catch at sea off coast ${i}.`,
    }));
    const others = ["Seals bark at night.", "The boat leaves at noon.", "Nobody paid for the hut."];
    const alike = await openKnowledge({
      documents: [...documents, ...others.map((text, i) => ({ id: `other${i}`, text }))],
    });
    const question = "what do penguins eat";
    const seen: string[] = [];
    let reply = await send({ text: question }, alike);
    for (;;) {
      for (const { number, excerpt } of only(reply, "excerpt")) {
        seen.push(excerpt.source.id);
        expect(number).toBe(seen.length);
      }
      const more = only(reply, "actions")[0]?.actions.find(({ role }) => role === "more");
      if (more === undefined) break;
      expect(more.options).toMatchObject({ question, from: seen.length });
      reply = await send({ values: more.options }, alike);
    }
    expect(seen.toSorted()).toEqual(documents.map(({ id }) => id));
  });

  it("says so when a page lies past the end", async () => {
    const reply = await send({ values: { question: "who proposed expelling 35 diplomats", from: 10 } });
    expect(only(reply, "notice")).toEqual([
      { kind: "notice", tone: "info", text: "That was all the documents have on it." },
    ]);
    expect(only(reply, "excerpt")).toEqual([]);
  });
});

describe("a question that they do not answer", () => {
  it("is told so, with the words that stand nowhere and what to do next", async () => {
    const reply = await ask("what do penguins  eat");
    expect(reply.summary).toBe("The documents don’t say: “what do penguins eat”");
    expect(reply.items[0]).toEqual({ kind: "notice", tone: "info", text: reply.summary });
    expect(prose(reply).join("\n")).toMatch(/^In no document: .*“penguins”/m);
    expect(prose(reply).at(-1)).toBe("Other words may help; !sources lists the documents.");
  });

  it("is told that the bot is not sure, with the sentence that may answer, when there well may be an answer", async () => {
    const question = "what did Trump tweet about it";
    const reply = await ask(question);
    expect(reply.summary).toBe(`I am not sure that the documents say: “${question}”`);
    expect(only(reply, "excerpt")).toMatchObject([{ role: "perhaps", number: 1 }]);
  });

  it("gets the nearest passage, marked as no answer", async () => {
    const reply = await ask("which penguins did the Kremlin expel to Antarctica");
    expect(reply.summary).toMatch(/^The documents don’t say/);
    const [nearest, ...rest] = only(reply, "excerpt");
    expect(nearest).toMatchObject({ role: "nearest", agreement: [] });
    expect(rest).toEqual([]);
    const before = reply.items[reply.items.findIndex(({ kind }) => kind === "excerpt") - 1];
    expect(before).toEqual({ kind: "prose", text: "The nearest I found, which may not answer it:" });
  });

  it("is not repeated at any length", async () => {
    const reply = await ask(`penguin ${"zebra ".repeat(150)}`);
    expect(reply.summary.length).toBeLessThan(250);
    expect(reply.summary).toMatch(/zebra…”$/);
  });
});

describe("a misspelt word", () => {
  it("is read as the one that the documents have, and the reply says so", async () => {
    const reply = await ask("what did Lavrof propose");
    expect(prose(reply)[0]).toBe("I read “Lavrof” as “lavrov”.");
    expect(only(reply, "excerpt")[0]?.excerpt.text).toContain("Lavrov");
  });
});

it.each(["", "   ", "?!", "…"])("no question at all (%j) gets a hint", async (text) => {
  const reply = await ask(text);
  expect(kinds(reply)).toEqual(["notice"]);
  expect(reply.summary).toMatch(/^Ask a question, for example: !ask \w/);
});

describe("a wish for the documents as a whole", () => {
  it("for sources that say something is told by their count and a quote of each", async () => {
    const reply = await ask("which source says 35?");
    expect(only(reply, "heading")).toEqual([{ kind: "heading", text: "3 of 3 sources have “35”" }]);
    const quotes = only(reply, "excerpt");
    expect(new Set(quotes.map(({ excerpt }) => excerpt.source.id)).size).toBe(3);
    for (const { role, excerpt } of quotes) {
      expect(role).toBe("entry");
      expect(excerpt.text.slice(excerpt.answer.start, excerpt.answer.end)).toContain("35");
    }
  });

  it("has a page for every few sources, which repeat none", async () => {
    const documents = Array.from({ length: 12 }, (_, i) => ({ id: `d${i}`, text: `The hut on peak ${i} burnt down.` }));
    const huts = await openKnowledge({ documents });
    const seen: string[] = [];
    let reply = await send({ text: "which articles mention the hut" }, huts);
    for (;;) {
      expect(reply.summary).toMatch(/^12 of 12 sources have the words of “the hut”/);
      seen.push(...only(reply, "excerpt").map(({ excerpt }) => excerpt.source.id));
      const more = only(reply, "actions")[0]?.actions.find(({ role }) => role === "more");
      if (more === undefined) break;
      reply = await send({ values: more.options }, huts);
    }
    expect(seen).toEqual(documents.map(({ id }) => id));
  });

  it("is asked like any question where no source has the words", async () => {
    const reply = await ask("which source mentions penguins");
    expect(prose(reply)).toContainEqual("In no document: “penguins”.");
    expect(only(reply, "excerpt")[0]?.role).toBe("nearest");
  });
});

describe("a question of several answers", async () => {
  const told = {
    courier: [
      "The Courier",
      "A fire broke out at the mill on Tuesday. The brigade came at nine. Two men were hurt, and Ada Moss led them out.",
    ],
    echo: ["Harrow Echo", "The mill burned all night. Three men were hurt in the fire. Bread was dear."],
  };
  const mill = await openKnowledge({
    documents: Object.entries(told).map(([id, [publisher = "", text = ""]]) => ({ id, text, source: { publisher } })),
  });
  const quotes = (reply: Reply) =>
    only(reply, "excerpt").map(({ number, excerpt: { source, text, answer } }) => [
      number,
      source.id,
      text.slice(answer.start, answer.end),
    ]);

  it("gets a quote for each part, the second read in the light of the first", async () => {
    const reply = await send({ text: "when did the fire break out, and who led the men out?" }, mill);
    expect(quotes(reply)).toEqual([
      [1, "courier", "A fire broke out at the mill on Tuesday."],
      [2, "courier", expect.stringContaining("Ada Moss")],
    ]);
    expect(prose(reply)).toEqual(["“when did the fire break out”", "“who led the men out?”"]);
    expect(reply.summary).toMatch(/^\[1\] “A fire .*” \(.+\) \[2\] “/);
  });

  it("is told which part has no answer", async () => {
    const reply = await send({ text: "when did the fire break out, and how many penguins drowned?" }, mill);
    expect(quotes(reply)).toHaveLength(1);
    expect(only(reply, "notice").map(({ text }) => text)).toEqual([
      "The documents don’t say: “how many penguins drowned?”",
    ]);
  });

  it("is asked as a whole where no part has one", async () => {
    const reply = await send({ text: "who is the pope, and how many penguins drowned?" }, mill);
    expect(reply.summary).toContain("who is the pope, and how many penguins drowned?");
  });

  it("gets a quote of each source that it names", async () => {
    const reply = await send({ text: "how do the Courier and the Echo differ on the number of men hurt" }, mill);
    expect(quotes(reply)).toEqual([
      [1, "courier", expect.stringContaining("Two men were hurt")],
      [2, "echo", "Three men were hurt in the fire."],
    ]);
    expect(prose(reply)).toEqual(["The Courier:", "Harrow Echo:"]);
  });

  it("is told which of the sources has nothing of that", async () => {
    const reply = await send({ text: "what does the Courier say about bread, and what does Harrow Echo?" }, mill);
    expect(quotes(reply)).toEqual([[1, "echo", "Bread was dear."]]);
    expect(only(reply, "notice")[0]?.text).toBe("I found nothing of that in The Courier: “bread”");
  });

  it("lists the sources of all its quotes", async () => {
    const question = "what does the Courier say about the fire, and what does Harrow Echo?";
    const reply = await send({ text: question }, mill);
    const { options } = only(reply, "actions")[0]?.actions.find(({ role }) => role === "sources") ?? { options: {} };
    const request = { command: "sources", input: { values: options } };
    const listed = (await dispatch(commands, request, contextOf(mill), (error) => expect.unreachable(String(error))))
      .reply;
    expect(only(listed, "sources")[0]?.sources.map(({ source }) => source.id)).toEqual(["courier", "echo"]);
  });
});
