import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { dispatch } from "../../src/dispatch.ts";
import { openKnowledge } from "../../src/index.ts";
import { renderTerminal } from "../../src/terminal/render.ts";
import { contextOf } from "../helpers/context.ts";
import { knowledgeFolder } from "../helpers/program.ts";

const knowledge = await openKnowledge({ folder: knowledgeFolder });

async function replyTo(command: string, text: string) {
  const request = { command, input: { text } };
  const { reply } = await dispatch(commands, request, contextOf(knowledge), (error) =>
    expect.unreachable(String(error)),
  );
  return reply;
}

const requests: readonly [command: string, text: string][] = [
  ["ask", "who proposed expelling 35 diplomats"],
  ["ask", "diplomats"],
  ["ask", "what do penguins eat"],
  ["ask", "Lavrof diplomts"],
  ["sources", ""],
  ["sources", "2"],
  ["help", ""],
  ["nonsense", ""],
];

describe.each(requests)("the reply to %s %j", (command, text) => {
  it.each([200, 80, 40, 30])("stays within %i columns, but for words that are longer", async (width) => {
    const shown = renderTerminal(await replyTo(command, text), { width, color: false });
    for (const line of shown.split("\n")) {
      if (line.length <= Math.min(width, 100)) continue;
      const prefix = /^[\s│]*(?:\S+ {2,})?/.exec(line)?.[0].length ?? 0;
      expect(line.slice(prefix)).not.toContain(" ");
    }
  });

  it("is the same with colour as without, but for the marks", async () => {
    const reply = await replyTo(command, text);
    const plain = renderTerminal(reply, { width: 1_000, color: false });
    const coloured = renderTerminal(reply, { width: 1_000, color: true });
    expect(coloured).not.toBe(plain);
    const words = (shown: string) => shown.replace(/\*\*|│/g, "").split(/\s+/);
    expect(words(stripVTControlCharacters(coloured))).toEqual(words(plain));
  });
});

it("uses the whole width in colour too", async () => {
  const reply = await replyTo("ask", "who proposed expelling 35 diplomats");
  const shown = stripVTControlCharacters(renderTerminal(reply, { width: 40, color: true }));
  const lengths = shown
    .split("\n")
    .filter((line) => line.startsWith("│"))
    .map((line) => line.length);
  expect(Math.max(...lengths)).toBeGreaterThan(34);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(40);
});

it("shows links as they are, so that they can be copied", async () => {
  const shown = renderTerminal(await replyTo("sources", ""), { width: 40, color: false });
  const urls = knowledge.sources.flatMap(({ source }) => source.url ?? []);
  expect(urls).not.toEqual([]);
  for (const url of urls) expect(shown.split(/\s/)).toContain(url);
});
