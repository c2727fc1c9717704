import { expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { dispatch } from "../../src/dispatch.ts";
import { openKnowledge } from "../../src/index.ts";
import { renderTerminal } from "../../src/terminal/render.ts";
import { contextOf } from "../helpers/context.ts";
import { makeFolder } from "../helpers/folder.ts";

const documents = [
  { id: "a", text: "Penguins eat fish." },
  { id: "b", text: "Seals bark." },
];

async function help(count: number, formatCommand = (command: string) => `/${command}`): Promise<string> {
  const knowledge = await openKnowledge({ documents: documents.slice(0, count) });
  const request = { command: "help", input: { text: "" } };
  const { reply } = await dispatch(commands, request, contextOf(knowledge, { formatCommand }), (error) =>
    expect.unreachable(String(error)),
  );
  return renderTerminal(reply, { width: 100, color: false });
}

it("lists what people can ask, each with its options, and what they cannot see not", async () => {
  const shown = await help(2);
  expect(shown).toContain("/ask <question> [--private]  Ask a question");
  expect(shown).toContain("/sources [source] ");
  expect(shown).toMatch(/^\/help +What I can do/m);
  for (const { name } of commands.filter(({ hidden }) => hidden === true)) expect(shown).not.toContain(`/${name}`);
  expect(shown).not.toMatch(/[[<-](?:from|cited|limit)/);
});

it("counts the documents", async () => {
  expect(await help(1)).toContain("I answer questions from one document, in");
  expect(await help(2)).toContain("I answer questions from 2 documents, in");
});

it("calls commands as the platform does", async () => {
  expect(await help(1, (command) => `/docs-${command}`)).toMatch(
    /^\/docs-ask <question>.*For example: \/docs-ask \w/ms,
  );
});

it.each([
  ["things that are counted", "# Prices\n\nThe hut has 12 beds. A stay of 3 nights costs 40 euros."],
  ["headings alone", "# Hut\n\n## Prices\n\nA stay is cheap.\n\n## Beds\n\nThe beds are of wood."],
  ["a heading that asks", "# Hut\n\n## May I bring a dog?\n\nA dog may sleep in the hall of the hut."],
])("gives a whole question for an example where the documents hold %s", async (_, text) => {
  const folder = await makeFolder({ "hut.md": text });
  const knowledge = await openKnowledge({ folder });
  expect(await knowledge.example()).toMatch(/^(?:how many \w+ are there|may i bring a dog\?|what is this about)$/i);
});
