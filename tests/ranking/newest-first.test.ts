import { describe, expect, it } from "vitest";
import { LocalKnowledge } from "../../src/answering/local-knowledge.ts";
import { toDocuments } from "../../src/documents/given-documents.ts";
import { openKnowledge } from "../../src/index.ts";
import { buildIndex } from "../../src/search/build-index.ts";
import { makeFolder } from "../helpers/folder.ts";

/** Which of the documents, named by their dates, answers first. */
async function first(question: string, texts: Readonly<Record<string, string>>): Promise<string | undefined> {
  const documents = toDocuments(
    Object.entries(texts).map(([published, text]) => ({ id: published, text, source: { published, title: "Fees" } })),
  );
  const { excerpts } = await new LocalKnowledge(buildIndex(documents)).ask(question);
  return excerpts[0]?.source.id;
}

const PAIR = {
  "2019-01-02": "The yearly fee of the boat club is 90 euros.",
  "2023-01-02": "The yearly fee of the boat club is now 120 euros.",
};

describe("of documents that say different things of one matter", () => {
  it.each([
    ["what is the yearly fee of the boat club", "2023-01-02"],
    ["how much is the fee of the boat club", "2023-01-02"],
    ["boat club fee", "2023-01-02"],
  ])("“%s” is answered by the newer", async (question, wanted) => {
    expect(await first(question, PAIR)).toBe(wanted);
    const reversed = Object.fromEntries(Object.entries(PAIR).reverse());
    expect(await first(question, reversed)).toBe(wanted);
  });

  it("takes the one of the year that is asked for", async () => {
    const texts = {
      "2019-01-02": "In 2019 the yearly fee of the boat club is 90 euros.",
      "2023-01-02": "In 2023 the yearly fee of the boat club is 120 euros.",
    };
    expect(await first("what was the yearly fee of the boat club in 2019", texts)).toBe("2019-01-02");
  });

  it("does not prefer a newer one on another matter", async () => {
    const texts = {
      "2019-01-02": "The yearly fee of the boat club is 90 euros.",
      "2023-01-02": "The boat club has a new slipway, paid from the yearly budget of the town.",
    };
    expect(await first("what is the yearly fee of the boat club", texts)).toBe("2019-01-02");
  });

  it("does not take a year for later than a day of it", async () => {
    const texts = {
      "2023-05-01": "The yearly fee of the boat club is 90 euros.",
      "2023": "The yearly fee of the boat club is 120 euros, members hear.",
    };
    expect(await first("what is the yearly fee of the boat club", texts)).toBe("2023-05-01");
  });

  it.each([
    [
      "the year in their titles",
      { "a.md": "# Fair 2019\n\nA stall is 20 euros.", "b.md": "# Fair 2023\n\nA stall is 35 euros." },
    ],
    ["the year in their names", { "prices-2019.md": "A stall is 20 euros.", "prices-2023.md": "A stall is 35 euros." }],
    [
      "being a draft",
      { "draft/fair.md": "# Fair\n\nA stall is 20 euros.", "fair.md": "# Fair\n\nA stall is 35 euros." },
    ],
    [
      "being called a draft",
      { "a.md": "# Fair (draft)\n\nA stall is 20 euros.", "b.md": "# Fair\n\nA stall is 35 euros." },
    ],
  ])("tells them by %s", async (_, files) => {
    for (const folder of [files, Object.fromEntries(Object.entries(files).reverse())]) {
      const { excerpts } = await (await openKnowledge({ folder: await makeFolder(folder) })).ask("how much is a stall");
      expect(excerpts[0]?.text).toContain("35 euros");
    }
  });

  it("takes one that says who, though it is another", async () => {
    const texts = {
      "2020-04-01": "Frida Lang is the head of the boat club.",
      "2024-04-01": "Anton Gruber is the head of the boat club.",
    };
    expect(await first("who is the head of the boat club", texts)).toBe("2024-04-01");
  });
});
