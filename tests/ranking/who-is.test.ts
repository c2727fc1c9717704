import { describe, expect, it } from "vitest";
import { LocalKnowledge } from "../../src/answering/local-knowledge.ts";
import { toDocuments } from "../../src/documents/given-documents.ts";
import { openKnowledge } from "../../src/index.ts";
import { buildIndex } from "../../src/search/build-index.ts";
import { knowledgeFolder } from "../helpers/program.ts";

/** @returns the sentence marked, or null when the question is refused */
async function ask(question: string, text: string): Promise<string | null> {
  const { status, excerpts } = await new LocalKnowledge(buildIndex(toDocuments([{ id: "news", text }]))).ask(question);
  const [best] = excerpts;
  return status === "unanswered" || best === undefined ? null : best.text.slice(best.answer.start, best.answer.end);
}

const STORY =
  "Rudd opened the meeting at nine and thanked Rudd's neighbours. Rudd said that Rudd would stay. The roof leaks. Nobody spoke.";

describe("who somebody is", () => {
  it.each([
    "Ann Rudd, the treasurer of the club, came by boat.",
    "Ann Rudd, a judge, came by boat.",
    "The boat was steered by Ann Rudd, who teaches physics.",
    "The treasurer Ann Rudd came by boat.",
    "Then President Ann Rudd came by boat.",
    "Ann Rudd is the captain.",
    "Ann Rudd was one of the founders.",
    "Ann Rudd works as a nurse.",
    "Ann Rudd (treasurer) came by boat.",
    "Ann Rudd, head of the board, came by boat.",
    "The architect Ann Rudd came by boat.",
    "Commissioner Ann Rudd came by boat.",
    "The lawyer of the club is Ann Rudd.",
    "Treasurer: Ann Rudd.",
    "Ann Rudd was once a diamond cutter.",
  ])("is told by “%s”", async (sentence) => {
    const text = `${STORY}\n\n${sentence}\n\n${STORY}`;
    expect(await ask("who is Ann Rudd", text)).toBe(sentence);
    expect(await ask("Who is Rudd?", text)).toBe(sentence);
    expect(await ask("who's Rudd", text)).toBe(sentence);
  });

  it.each([
    "Bob Hale, the treasurer, thanked Ann Rudd.",
    "Ann Rudd, it seems, came by boat.",
    "Ann Rudd came with the treasurer.",
    "Ann Ruddock, a judge, came by boat.",
    "Dear Ann Rudd, the wells are low.",
    "Bob Rudd, the treasurer, came by boat.",
  ])("is not told by “%s”", async (sentence) => {
    expect(await ask("who is Ann Rudd", `${STORY}\n\n${sentence}`)).toBeNull();
  });

  it("is another question than who did something", async () => {
    const text = `${STORY}\n\nAnn Rudd, the treasurer, came by boat.`;
    expect(await ask("who said that Rudd would stay", text)).toBe("Rudd said that Rudd would stay.");
  });

  it.each([
    ["who is Putin", /President Vladimir Putin|Putin, the/],
    ["who is Trump", /Donald Trump, the US president-elect/],
    ["who is Lavrov", /Lavrov,\s+the Russian foreign minister/],
  ])("is told of the shipped documents: “%s”", async (question, wanted) => {
    const { status, excerpts } = await (await openKnowledge({ folder: knowledgeFolder })).ask(question);
    const [best] = excerpts;
    expect(status).toBe("answered");
    expect(best?.text.slice(best.answer.start, best.answer.end)).toMatch(wanted);
  });
});
