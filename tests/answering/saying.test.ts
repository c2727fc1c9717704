import { describe, expect, it } from "vitest";
import { openKnowledge } from "../../src/index.ts";
import { slice } from "../../src/text/span.ts";
import { makeFolder } from "../helpers/folder.ts";

const DOCUMENTS = {
  harbour:
    "The ferry sank off the pier on Sunday. Divers found 31 people alive. The harbour school was closed on Monday.",
  gazette:
    "Thirty-one passengers were saved, the gazette writes. The school was not closed. Tea was served on the pier.",
  radio: "In 1931 another ferry went down here. Of the crew, 13 were schooled abroad. Our listeners sent flowers.",
};

async function saying(words: string, options = { from: 0, limit: 5 }) {
  const documents = Object.entries(DOCUMENTS).map(([id, text]) => ({ id, text }));
  const { count, excerpts } = await (await openKnowledge({ documents })).sourcesSaying(words, options);
  return { count, quotes: excerpts.map(({ source, text, answer }) => [source.id, slice(text, answer)]) };
}

describe("the sources that say something", () => {
  it("have the number, be it in digits or in words, and not as a part of another", async () => {
    expect(await saying("31")).toEqual({
      count: 2,
      quotes: [
        ["harbour", "Divers found 31 people alive."],
        ["gazette", "Thirty-one passengers were saved, the gazette writes."],
      ],
    });
  });

  it("name what they are to mention, in whatever form of the word", async () => {
    expect(await saying("the ferries")).toMatchObject({
      count: 2,
      quotes: [
        ["harbour", "The ferry sank off the pier on Sunday."],
        ["radio", expect.stringContaining("1931")],
      ],
    });
  });

  it("name it in a heading too, and are quoted by what stands under that", async () => {
    const folder = await makeFolder({
      "july.md": "# July\n\n## Pump\n\nIt was mended.",
      "june.md": "# June\n\nThe roof of the barn leaks.",
      "may.md": "# May\n\n## Roof of the barn\n\nThe brewery lends us the money.\n\n## Fees\n\nThey stay.",
    });
    const { count, excerpts } = await (await openKnowledge({ folder })).sourcesSaying("the roof", {
      from: 0,
      limit: 5,
    });
    expect(count).toBe(2);
    expect(excerpts.map(({ source, text, answer }) => [source.id, slice(text, answer)])).toEqual([
      ["june", "The roof of the barn leaks."],
      ["may", "The brewery lends us the money."],
    ]);
  });

  it("have all of a few words in one sentence", async () => {
    expect((await saying("tea on the pier")).quotes).toEqual([["gazette", "Tea was served on the pier."]]);
  });

  it("do not deny the claim", async () => {
    expect((await saying("the school was closed")).quotes).toEqual([
      ["harbour", "The harbour school was closed on Monday."],
    ]);
    expect((await saying("the school was not closed")).quotes).toEqual([["gazette", "The school was not closed."]]);
  });

  it("are none where a word stands nowhere, or only small words are asked for", async () => {
    expect(await saying("31 penguins")).toEqual({ count: 0, quotes: [] });
    expect(await saying("that it was")).toEqual({ count: 0, quotes: [] });
  });

  it("are counted all, and quoted as far as wanted", async () => {
    expect(await saying("ferry", { from: 1, limit: 1 })).toMatchObject({
      count: 2,
      quotes: [["radio", expect.any(String)]],
    });
    expect(await saying("ferry", { from: 2, limit: 5 })).toEqual({ count: 2, quotes: [] });
  });
});
