import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { AttacheError, type GivenDocument, openKnowledge } from "../src/index.ts";
import { answerSchema } from "./helpers/answer.ts";
import { makeFolder } from "./helpers/folder.ts";
import { knowledgeFolder } from "./helpers/program.ts";

const penguins: GivenDocument = {
  id: "penguins",
  title: "On penguins",
  text: "Penguins eat fish and squid.\n\nThey sleep on the ice in winter.",
  source: { publisher: "The Ice", published: "2016-12-30" },
};
const seals: GivenDocument = { id: "seals", text: "Seals bark at night.\r\n\r\nNobody knows why seals bark." };

const event = await openKnowledge({ folder: knowledgeFolder });

describe("openKnowledge with documents", () => {
  it("finds a passage that shares no word with the question, only what people say for one", async () => {
    const club = { id: "club", text: "The club expelled Ann Rudd in May." };
    const knowledge = await openKnowledge({ documents: [penguins, seals, club] });
    const { excerpts, missingTerms } = await knowledge.ask("who got thrown out");
    expect(excerpts[0]?.text).toBe(club.text);
    expect(missingTerms).not.toContain("thrown");
  });

  it("answers from them, in their very characters", async () => {
    const knowledge = await openKnowledge({ documents: [penguins, seals] });
    const answer = answerSchema.parse(await knowledge.ask("what do penguins eat"));
    expect(answer.status).toBe("answered");
    const [{ text, location, source }] = answer.excerpts as [(typeof answer.excerpts)[0]];
    expect(penguins.text.slice(location.start, location.end)).toBe(text);
    expect(location).toMatchObject({ file: "penguins", line: 1 });
    expect(location.sha256).toBe(createHash("sha256").update(penguins.text).digest("hex"));
    expect(source).toEqual({
      id: "penguins",
      title: "On penguins",
      publisher: "The Ice",
      author: null,
      published: "2016-12-30",
      publishedFrom: null,
      url: null,
      note: null,
    });
  });

  it("names a document without a title by its id", async () => {
    const { sources } = await openKnowledge({ documents: [seals] });
    expect(sources).toMatchObject([{ source: { id: "seals", title: "seals" }, passageCount: 1 }]);
  });

  it.each([
    ["none", [], "No documents were given: pass at least one"],
    ["an empty one", [{ id: "a", text: " \n" }], 'The document "a" is empty: write some text, or remove it'],
    [
      "two of one id",
      [seals, { ...seals, id: "Seals" }],
      'seals and Seals share the id "seals": rename one, or give it',
    ],
  ])("refuses %s, with the code", async (_, documents, problem) => {
    const refused = openKnowledge({ documents });
    await expect(refused).rejects.toBeInstanceOf(AttacheError);
    await expect(refused).rejects.toMatchObject({ code: "knowledge", message: expect.stringContaining(problem) });
  });
});

describe("openKnowledge with a folder", () => {
  it("refuses a missing one, with the code and the cause", async () => {
    await expect(openKnowledge({ folder: "/no/such/folder" })).rejects.toMatchObject({
      name: "AttacheError",
      code: "knowledge",
      message: "/no/such/folder does not exist: check the path, or name another folder with --knowledge DIR",
      cause: { code: "ENOENT" },
    });
  });

  it("tells of the files that it does not read", async () => {
    const folder = await makeFolder({
      "a.md": "Text.",
      "b.mp4": "",
      "c/d.png": "",
      ".e.mp4": "",
      "node_modules/f.md": "",
    });
    const { report } = await openKnowledge({ folder });
    const others = report?.files.filter(({ status }) => status === "other kind").map(({ file }) => file);
    expect(others).toEqual(["b.mp4", "c/d.png"]);
  });

  it("reads nested Markdown and plain text, in the order of their paths", async () => {
    const folder = await makeFolder({
      "b.txt": "A title\n\nSeals bark.",
      "a/c.MD":
        "---\nid: c\ntitle: Whales\nauthor: [A, B]\npublished: 2016\nurl: https://example.com/a\n---\n\nWhales sing.",
      "a.markdown": "# Bears\n\nBears growl.",
    });
    const { sources } = await openKnowledge({ folder });
    const none = { publisher: null, author: null, published: null, publishedFrom: null, url: null, note: null };
    expect(sources.map(({ source }) => source)).toEqual([
      { ...none, id: "a", title: "Bears" },
      { ...none, id: "c", title: "Whales", author: "A, B", published: "2016", url: "https://example.com/a" },
      { ...none, id: "b", title: "A title" },
    ]);
  });
});

describe("an answer", () => {
  it.each(["who proposed expelling 35 diplomats", "what do penguins eat", "Lavrof diplomts", ""])(
    "is the same bytes each time: %j",
    async (question) => {
      const again = await openKnowledge({ folder: knowledgeFolder });
      const first = JSON.stringify(await event.ask(question, { limit: 10 }));
      await event.ask("something else in between");
      expect(JSON.stringify(await event.ask(question, { limit: 10 }))).toBe(first);
      expect(JSON.stringify(await again.ask(question, { limit: 10 }))).toBe(first);
    },
  );

  it("has at most as many excerpts as the limit, best first, each once", async () => {
    for (const limit of [1, 3, 7, 100]) {
      const { excerpts } = answerSchema.parse(await event.ask("diplomats of Russia", { limit }));
      expect(excerpts.length).toBeLessThanOrEqual(limit);
      expect(excerpts.map(({ score }) => score)).toEqual(excerpts.map(({ score }) => score).toSorted((a, b) => b - a));
      const places = excerpts.map(({ location }) => `${location.file}:${location.start}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it("names the words that stand in no document, as they were typed", async () => {
    expect((await event.ask("Did PENGUINS or zebras expel diplomats?")).missingTerms).toEqual(["PENGUINS", "zebras"]);
    expect((await event.ask("who proposed expelling 35 diplomats")).missingTerms).toEqual([]);
  });

  it.each([
    ["Lavrof", "Lavrov", "lavrov"],
    ["diplomts", "diplomats", "diplomats"],
    ["Medvdev", "Medvedev", "medvedev"],
    ["Zakahrova", "Zakharova", "zakharova"],
  ])("reads %s as %s, and says so", async (typed, meant, word) => {
    const right = await event.ask(`what did ${meant} say`);
    const wrong = await event.ask(`what did ${typed} say`);
    expect(wrong.corrections).toEqual([{ from: typed, to: word }]);
    expect(wrong.missingTerms).toEqual([]);
    expect(right.corrections).toEqual([]);
    expect(wrong.excerpts[0]?.location).toEqual(right.excerpts[0]?.location);
  });

  it("does not bend a word that the documents have", async () => {
    expect((await event.ask("who proposed expelling 35 diplomats")).corrections).toEqual([]);
  });

  it("cannot be hurt by any question", async () => {
    for (const question of [
      "\0",
      "\ud800",
      "__proto__ constructor toString",
      "a".repeat(100_000),
      "?".repeat(10_000),
      "🙂",
    ]) {
      answerSchema.parse(await event.ask(question));
    }
  });
});

describe("the index fingerprint", () => {
  const fingerprint = async (...documents: GivenDocument[]) => (await openKnowledge({ documents })).fingerprint;

  it("is the same for the same documents, and stands in every answer", async () => {
    const knowledge = await openKnowledge({ documents: [penguins, seals] });
    expect(knowledge.fingerprint).toBe(await fingerprint(penguins, seals));
    expect((await knowledge.ask("fish")).fingerprint).toBe(knowledge.fingerprint);
    expect((await knowledge.ask("zebra")).fingerprint).toBe(knowledge.fingerprint);
  });

  it.each<[string, GivenDocument[]]>([
    ["a character", [{ ...penguins, text: penguins.text.replace("fish", "fisch") }, seals]],
    ["the order of two characters", [{ ...penguins, text: penguins.text.replace("fish", "fihs") }, seals]],
    ["white space", [{ ...penguins, text: `${penguins.text}\n` }, seals]],
    ["the title", [{ ...penguins, title: "On birds" }, seals]],
    ["the publisher", [{ ...penguins, source: { ...penguins.source, publisher: "The Snow" } }, seals]],
    ["the date", [{ ...penguins, source: { ...penguins.source, published: "2016-12-31" } }, seals]],
    ["an id", [{ ...penguins, id: "birds" }, seals]],
    ["one document less", [penguins]],
    ["the order of the documents", [seals, penguins]],
  ])("changes with %s", async (_, documents) => {
    expect(await fingerprint(...documents)).not.toBe(await fingerprint(penguins, seals));
  });
});
