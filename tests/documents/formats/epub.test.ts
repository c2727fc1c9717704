import { readFile } from "node:fs/promises";
import path from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { FIXTURES, placed, readBytes, readFixture } from "./fixture.ts";

const CONTAINER = '<container><rootfiles><rootfile full-path="content.opf"/></rootfiles></container>';

describe("a book", () => {
  it("is read chapter by chapter, as its contents name them, notes beside their sentences", async () => {
    const read = await readFixture("island.epub");
    expect(read.source).toMatchObject({
      title: "A guide to the island",
      author: "Ines Prado",
      publisher: "Quay Press",
      published: "2021-07-04",
    });
    expect(placed(read).slice(4)).toEqual([
      "chapter “Arriving” | heading: Arriving",
      "chapter “Arriving” | paragraph: The ferry takes forty minutes. It carries twelve cars & no caravans.",
      "chapter “Arriving” | paragraph: In a storm it takes an hour.",
      "chapter “By plane” | heading: By plane",
      "chapter “By plane” | paragraph: There is no airport.",
      "chapter “Staying” | heading: Staying",
      "chapter “Staying” | paragraph: Camping is allowed on the north beach only.",
      "chapter “Staying” | row: Inn: Lighthouse · Beds: 12",
      "chapter “Staying” | row: Inn: Old mill · Beds: 7",
      "chapter “What can I eat?” | heading?: What can I eat?",
      "chapter “What can I eat?” | paragraph: Grilled limpets, in every village.",
    ]);
  });

  it("of EPUB 2 has its chapters where they start in its pages, and leaves out what stands beside the reading", async () => {
    const read = await readFixture("tales.epub");
    expect(read.source).toMatchObject({ title: "Harbour tales", author: "Tom Reis", published: "1998" });
    expect(placed(read)).toEqual([
      "chapter “The gull” | heading: I",
      "chapter “The gull” | paragraph: A gull stole the mayor’s hat in 1931.",
      "chapter “The anchor” | heading: II",
      "chapter “The anchor” | paragraph: The anchor weighs\nnine hundred kilos.",
    ]);
  });

  it("as LibreOffice makes it is one chapter", async () => {
    const shown = placed(await readFixture("club.epub"));
    expect(shown).toContain(
      "chapter “Rowing club yearbook” | paragraph: The treasurer is Rui Alves. Write to rui@club.example.",
    );
    expect(shown.every((line) => line.startsWith("chapter “Rowing club yearbook” | "))).toBe(true);
  });

  it("has its words in the chapters named, as they stand in the pages that its contents lead to", async () => {
    const parts = unzipSync(new Uint8Array(await readFile(path.join(FIXTURES, "island.epub"))));
    const textOf = (name: string) => new TextDecoder().decode(parts[name]);
    const nav = textOf("EPUB/nav.xhtml");
    for (const line of placed(await readFixture("island.epub")).slice(4)) {
      const [, chapter = "", text = ""] = /^chapter “(.*)” \| \w+\??: (.*)$/.exec(line) ?? [];
      const [, page = ""] = new RegExp(`href="([^"#]+)[^"]*"[^>]*>${chapter.replace("?", "\\?")}<`).exec(nav) ?? [];
      const there = textOf(`EPUB/${page}`)
        .replace(/<[^>]*>/g, "")
        .replaceAll("&amp;", "&");
      for (const part of text.split(/ · |: /)) expect(there).toContain(part.slice(0, 25));
    }
  });

  it("that is none, or locked, says so", async () => {
    await expect(readBytes("a.epub", zipSync({ "a.txt": strToU8("A") }))).rejects.toThrow(/^holds no book/);
    const locked = zipSync({
      "META-INF/container.xml": strToU8(CONTAINER),
      "META-INF/encryption.xml": strToU8('<encryption><CipherReference URI="text/one.xhtml"/></encryption>'),
      "content.opf": strToU8(
        '<package><manifest><item id="a" href="text/one.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
      ),
      "text/one.xhtml": strToU8("x"),
    });
    await expect(readBytes("a.epub", locked)).rejects.toThrow(/^is locked by its shop's copy protection/);
  });
});
