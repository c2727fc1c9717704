import { readFile } from "node:fs/promises";
import path from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { FIXTURES, placed, readBytes, readFixture } from "./fixture.ts";

/** What both say of the yearbook; the paragraphs behind the section's empty ones differ. */
const YEARBOOK = [
  "paragraph 1 | heading: Rowing club yearbook",
  "paragraph 2 | paragraph: The club was founded in 1921 by four fishermen from Lisbon.",
  "paragraph 4 | paragraph: Its boats lie in the old slaughterhouse on the quay, where the municipal administration allows mooring until the thirtieth of September.",
  "paragraph 5 | heading: Fees",
  "paragraph 9 | row: Boat: Single scull · Members: 4 € · Guests: 9 €",
  "paragraph 12 | row: Boat: Coxed four with trainer · Members: 12 € · Guests: 30 €",
  "paragraph 16 | paragraph: Bring these to the first lesson:",
  "paragraph 17 | item: dry socks",
  "paragraph 18 | item: made of wool",
  "paragraph 19 | item: a sun hat",
  "paragraph 20 | item: Sign the swimming form.",
  "paragraph 21 | item: Collect the key at the kiosk.",
  "paragraph 22 | heading: Regatta",
  "paragraph 23 | paragraph: The regatta starts at eight o’clock below the iron bridge.",
  "paragraph 23 | paragraph: In rain it starts at ten.",
];

describe("a text document", () => {
  it.each(["club.docx", "club.odt"])(
    "%s shows what its reader sees: no comments, no deletions, a note beside its sentence",
    async (file) => {
      const read = await readFixture(file);
      expect(read.source).toMatchObject({
        title: "Rowing club yearbook",
        author: "Ana Lima",
        published: "2024-03-01",
        publishedFrom: "last saved",
      });
      expect(placed(read).slice(0, YEARBOOK.length)).toEqual(YEARBOOK);
      expect(read.text).not.toMatch(/ninety euros|harbour office|Page \d|yearbook 2024/);
      const [item, inner, other] = read.blocks.filter(({ kind }) => kind === "item");
      expect([item?.depth, inner?.depth, other?.depth]).toEqual([0, 1, 0]);
      const [key, kiosk] = read.blocks.slice(-2);
      expect(key?.asks).toBe(true);
      expect(kiosk?.parent).toBe(read.blocks.length - 2);
    },
  );

  it.each(["letter.docx", "letter.odt"])(
    "%s, as Word's template has it: title, lists, heads of tables by their looks; nothing hidden or struck out",
    async (file) => {
      const read = await readFixture(file);
      expect(read.source).toMatchObject({ title: "Letter to the members", author: "Rui Alves" });
      expect(placed(read).slice(1)).toEqual([
        "paragraph 2 | paragraph: The annual meeting is on the ninth of May in the boathouse.",
        "paragraph 3 | heading?: What to bring",
        "paragraph 4 | item: Your membership card",
        "paragraph 5 | item: A dish for the buffet",
        "paragraph 6 | heading?: How do I vote by post?",
        "paragraph 7 | paragraph: Send the grey envelope to the treasurer before the first of May.",
        "paragraph 10 | row: Office: Chair · Candidate: Ines Prado",
        "paragraph 12 | row: Office: Treasurer · Candidate: Tom Reis",
        "paragraph 14 | paragraph: Parking is free behind the slipway.",
      ]);
    },
  );

  it.each([
    ["club.docx", "word/document.xml", /<w:p[ >]/],
    ["letter.docx", "word/document.xml", /<w:p[ >]/],
    ["club.odt", "content.xml", /<text:[ph][ >/]/],
    ["letter.odt", "content.xml", /<text:[ph][ >/]/],
  ])("%s has its words in the paragraphs named, as they are counted in its XML", async (file, part, paragraph) => {
    const parts = unzipSync(new Uint8Array(await readFile(path.join(FIXTURES, file))));
    const xml = new TextDecoder().decode(parts[part]);
    const shown = xml.replace(
      /<text:tracked-changes>.*?<\/text:tracked-changes>|<office:annotation .*?<\/office:annotation>/gs,
      "",
    );
    const counted = shown.replace(/<text:note-body>.*?<\/text:note-body>/gs, (note) => note.replace(/<text:p/g, "<x"));
    const paragraphs = counted.split(paragraph).map(letters);
    const footnotes = letters(new TextDecoder().decode(parts["word/footnotes.xml"]));
    let compared = 0;
    for (const line of placed(await readFixture(file))) {
      const [, number = "", text = ""] = /^paragraph (\d+) \| \S+: (.*)$/s.exec(line) ?? [];
      const last = text.split(/ · |: /)[1] ?? text;
      const inNote = text.startsWith("In rain") && file.endsWith(".docx");
      const there = inNote ? footnotes : (paragraphs[Number(number)] ?? "");
      // Something that is not shown may stand in the middle.
      const words = (line.includes("row:") ? last : text).split(" ");
      for (const part of [words.slice(0, 3), words.slice(-3)]) expect(there).toContain(letters(part.join(" ")));
      compared++;
    }
    expect(compared).toBeGreaterThan(8);
  });

  it.each<[string, string, RegExp]>([
    ["of another kind under its ending", "a.docx", /^holds no Word document/],
    ["of another kind under its ending", "a.odt", /^holds no OpenDocument text/],
  ])("%s says so: %s", async (_, file, reason) => {
    await expect(readBytes(file, zipSync({ "a.txt": strToU8("A") }))).rejects.toThrow(reason);
  });

  it("that is locked says so", async () => {
    const locked = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600));
    await expect(readBytes("a.docx", locked)).rejects.toThrow(/^is locked with a password, or of an old format/);
    const manifest = strToU8("<manifest:manifest><manifest:encryption-data/></manifest:manifest>");
    const odt = zipSync({ "META-INF/manifest.xml": manifest, "content.xml": strToU8("x") });
    await expect(readBytes("a.odt", odt)).rejects.toThrow(/^is locked with a password: save it again without one$/);
  });

  it("that unpacks without end is left out before it is unpacked, whatever its directory says", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(2 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(3_000);
    await expect(readBytes("a.docx", declaring(bomb, 0x10000000))).rejects.toThrow(
      /^unpacks to more than 128 MB of text/,
    );
    // No more is unpacked than is declared: what is left is no document.
    await expect(readBytes("a.docx", declaring(bomb, 9))).rejects.toThrow();
  });

  it("expands no entity, and reads nothing from outside", async () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY out SYSTEM "file:///etc/passwd">]>
<office:document-content><office:body><office:text><text:p>The roof &b; leaks &out; today.</text:p></office:text></office:body></office:document-content>`;
    const { text } = await readBytes("a.odt", zipSync({ "content.xml": strToU8(xml) }));
    expect(text).toMatch(/^The roof .*leaks .*today\.$/);
    expect(text).not.toMatch(/haha|root:/);
  });

  it("nested without end is left out", async () => {
    const deep = `<office:text>${"<text:section>".repeat(5_000)}`;
    await expect(readBytes("a.odt", zipSync({ "content.xml": strToU8(deep) }))).rejects.toThrow(RangeError);
  });
});

/** @returns a zipped file of one part whose directory says that it unpacks to so many bytes */
function declaring(zip: Uint8Array, size: number): Uint8Array {
  const copy = Buffer.from(zip);
  copy.writeUInt32LE(size, copy.indexOf("PK\x01\x02") + 24);
  return new Uint8Array(copy);
}

function letters(text: string): string {
  return text.replace(/<[^>]*>/g, "").replace(/[^\p{L}\p{N}]/gu, "");
}
