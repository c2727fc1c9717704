import { describe, expect, it } from "vitest";
import { readBySource } from "../../src/answering/named-sources.ts";
import { readParts } from "../../src/answering/parts.ts";
import { SourceNames } from "../../src/answering/source-names.ts";
import type { Source } from "../../src/documents/document.ts";
import { toDocuments } from "../../src/documents/given-documents.ts";

function sourceOf(id: string, title: string, publisher: string | null): Source {
  const [document] = toDocuments([{ id, title, text: "Text.", source: { publisher } }]);
  if (document === undefined) throw new Error("No document");
  return document.source;
}

const SOURCES = [
  sourceOf("fire-1", "Fire at the mill", "Harrow News"),
  sourceOf("fire-2", "Mill fire: one arrest", "Harrow News"),
  sourceOf("lantern", "What burnt", "The Skarn Valley Lantern (Radio Karst)"),
  sourceOf("rules", "Rules", null),
  sourceOf("okafor", "Okafor", null),
  sourceOf("a/notes", "Notes of January", null),
  sourceOf("b/notes", "Notes of March", null),
];

const openNames = () => SourceNames.open(SOURCES);

async function read(question: string) {
  const found = await readBySource(question, openNames);
  return found && { of: found.sources.map(({ ids }) => ids.join(",")), question: found.question };
}

describe("what is asked of sources that are named", () => {
  it.each([
    ["what does Harrow News say about the fire", ["fire-1,fire-2"], "the fire"],
    ["What does Harrow say about the fire and what does the Lantern?", ["fire-1,fire-2", "lantern"], "the fire"],
    ["What does Harrow say about the fire and what does Radio Karst?", ["fire-1,fire-2", "lantern"], "the fire"],
    ["According to the Skarn Valley Lantern, who was hurt?", ["lantern"], "who was hurt"],
    ["how many engines came according to SVL", ["lantern"], "how many engines came"],
    ["compare Harrow News and SVL on the Cause of it", ["fire-1,fire-2", "lantern"], "the Cause of it"],
    ["does SVL agree with Harrow News on the number of dead", ["lantern", "fire-1,fire-2"], "the number of dead"],
    ["how do Harrow News, and Radio Karst differ on the date?", ["fire-1,fire-2", "lantern"], "the date"],
    ["what do the rules say about dogs", ["rules"], "dogs"],
    ["what does notes of march say about dogs", null, null],
    ["what does the Notes of March say about dogs", ["b/notes"], "dogs"],
    ["what does okafor.md say about the vote", ["okafor"], "the vote"],
    ["what does the okafor say about the vote", ["okafor"], "the vote"],
    ["what does fire 2 html say about the vote", ["fire-2"], "the vote"],
    ["what does harrow news md say about the vote", null, null],
    ["what does the harrow news say about the vote", ["fire-1,fire-2"], "the vote"],
    ["what does notes md say about the vote", null, null],
    ["what does the a notes say about the vote", ["a/notes"], "the vote"],
  ])("%j", async (question, of, rest) => {
    expect(await read(question)).toEqual(of === null ? null : { of, question: rest });
  });

  it.each([
    "what did Okafor say about the vote",
    "what does the mayor say about the fire",
    "according to Okafor, who was hurt",
    "compare the two buses on price",
    "what do the notes say about dogs",
    "what is new",
    "how do the two mills differ in size",
  ])("%j asks none of them", async (question) => {
    expect(await read(question)).toBeNull();
  });
});

describe("a question in parts", () => {
  it("asks each part after those before it, which it may lean on", async () => {
    expect(await readParts("who is Mo, and what did he say?", ["hi"], openNames)).toEqual([
      { question: "who is Mo", history: ["hi"], source: null },
      { question: "what did he say?", history: ["hi", "who is Mo"], source: null },
    ]);
  });

  it("asks each source for the number, not for the word", async () => {
    const parts = await readParts("do Harrow News and SVL agree on the number of dead", [], openNames);
    expect(parts?.map(({ question, source }) => [source?.ids, question])).toEqual([
      [["fire-1", "fire-2"], "how many dead"],
      [["lantern"], "how many dead"],
    ]);
  });

  it("does not go through the sources for a question that can name none", async () => {
    const opened = () => {
      throw new Error("The names were asked for");
    };
    expect(await readParts("who opens the gate", [], opened)).toBeNull();
  });

  it("is none where one answer will do", async () => {
    expect(await readParts("who is Mo", [], openNames)).toBeNull();
  });
});
