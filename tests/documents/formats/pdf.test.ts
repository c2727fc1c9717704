import { execFileSync } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { LineJoiner } from "../../../src/documents/pdf/joined-lines.ts";
import { FIXTURES, has, placed, readFixture } from "./fixture.ts";

const POPPLER = has("pdftotext", "-v");

describe("a PDF", () => {
  it("is read by its geometry where it has no tags: columns, tables, lists, without running heads and feet", async () => {
    const read = await readFixture("club.pdf");
    expect(read.source).toMatchObject({ title: "Rowing club yearbook", author: "Ana Lima" });
    expect(placed(read)).toEqual([
      "p. 1 | heading: Rowing club yearbook",
      "p. 1 | paragraph: The club was founded in 1921 by four fishermen from Lisbon.",
      "p. 1 | paragraph: Its boats lie in the old slaughterhouse on the quay, where the municipal administration allows mooring until the thirtieth of September.",
      "p. 1 | heading: Fees",
      "p. 1 | row: Boat: Single scull · Members: 4 € · Guests: 9 €",
      "p. 1 | row: Boat: Coxed four with trainer · Members: 12 € · Guests: 30 €",
      "p. 1 | paragraph: Bring these to the first lesson:",
      "p. 1 | item: dry socks",
      "p. 1 | item: made of wool",
      "p. 1 | item: a sun hat",
      "p. 1 | item: Sign the swimming form.",
      "p. 1 | item: Collect the key at the kiosk.",
      "p. 2 | heading: Regatta",
      "p. 2 | paragraph: The regatta starts at eight o’clock¹ below the iron bridge.",
      "p. 2 | paragraph: The north bank belongs to the spectators. Families with prams should use the wooden ramp beside the bakery, since the stairs are steep and slippery when wet. Photographers may stand on the pontoon.",
      "p. 2 | paragraph: The south bank is reserved for the crews. Boats are weighed at seven in the boathouse, and every cox carries a whistle. The prize-giving takes place under the lime tree at four in the afternoon.",
      "p. 2 | paragraph: 1 In rain it starts at ten.",
      "p. 3 | heading: Contacts",
      "p. 3 | paragraph: The treasurer is Rui Alves. Write to rui@club.example.",
      "p. 3 | heading?: Who has the key?",
      "p. 3 | paragraph: The kiosk keeps it until noon.",
    ]);
  });

  it("is read by its tags where it has them", async () => {
    expect(placed(await readFixture("harbour.pdf"))).toEqual([
      "p. 1 | heading: Harbour rules",
      "p. 1 | paragraph: The harbour opens at six. It closes at nine in the evening, when the harbour master goes home.",
      "p. 1 | item: Dogs stay on a lead.",
      "p. 1 | item: Nobody swims between the moorings, not even at high water.",
      "p. 2 | heading: Berths",
      "p. 2 | row: Boat: Dinghy · Day: 4 € · Week: 20 €",
      "p. 2 | row: Boat: Yacht over ten metres · Day: 14 € · Week: 70 €",
      "p. 3 | heading?: Who pays for the crane?",
      "p. 3 | paragraph: Whoever orders it. The crane costs 85 euros an hour.",
    ]);
  });

  it("keeps the marks of notes apart from the numbers they stand behind, as browsers raise them", async () => {
    const { text } = await readFixture("ferries.pdf");
    expect(text).toContain("launched in 1911¹ and carried");
    expect(text).toContain("Olof Berg², and her deck measured 210 m².");
  });

  it("is read where its pages lie on their side, as wide tables do, or are upside down", async () => {
    expect(placed(await readFixture("crane.pdf"))).toEqual([
      "p. 1 | heading: The crane",
      "p. 1 | row: Arm: Short · Load: 850 kilograms",
      "p. 1 | row: Arm: Long · Load: 300 kilograms",
      "p. 2 | paragraph: It is inspected every March.",
      "p. 3 | paragraph: Helmets are mandatory below it.",
      "p. 4 | paragraph: Upright again.",
    ]);
  });

  it("has what was filled in behind its label, and what was typed onto the page, without comments and what is unseen", async () => {
    expect(placed(await readFixture("form.pdf"))).toEqual([
      "p. 1 | paragraph: Rowing course",
      "p. 1 | paragraph: Name: Vera Koch",
      "p. 1 | paragraph: Boat: Quad Fee paid: 40 euros",
      "p. 1 | paragraph: Remarks",
      "p. 1 | paragraph: I swim only a little.",
      "p. 1 | paragraph: ☑ I bring my own oars.",
      "p. 1 | paragraph: ☐ I come by car.",
      "p. 1 | paragraph: Bring a towel.",
      "p. 1 | paragraph: Accepted on 3 May.",
    ]);
  });

  it.each(["hours.pdf", "hours-office.pdf"])("in Hebrew and Arabic is read from right to left (%s)", async (file) => {
    expect((await readFixture(file)).text.replace(/\s+/g, " ")).toBe(
      [
        "שעות פתיחה",
        "הספרייה פתוחה בין 9:00 ל-19:00. ביום שישי סגור.",
        "דמי חבר שנתיים הם 120 שקלים (כולל Family Card).",
        "تفتح المكتبة من الساعة 9 صباحا حتى الساعة 5 مساء.",
        "The Hebrew word for library is ספרייה in this town.",
      ].join(" "),
    );
  });

  it("has the heads of a table on each page that it goes on over", async () => {
    const rows = placed(await readFixture("fares.pdf"));
    expect(rows.at(0)).toBe("p. 1 | row: To: Vik · Distance: 4 km · Fare: 3 €");
    expect(rows.slice(-2)).toEqual([
      "p. 2 | row: To: Dal · Distance: 44 km · Fare: 27 €",
      "p. 3 | paragraph: Children travel free.",
    ]);
  });

  it("has whole words where LaTeX divides them, column after column, with TeX's own ligatures", async () => {
    const read = await readFixture("paper.pdf");
    expect(read.source).toMatchObject({ published: "2023-05-12", publishedFrom: "creation date" });
    const { text } = read;
    for (const word of ["institute, where", "inflatable", "off Cacilhas", "instrumentation", "predominantly fine"]) {
      expect(text).toContain(word);
    }
    expect(text).not.toMatch(/\p{L}- \p{Ll}|Tidal notes|Winter survey/u);
    expect(placed(read).filter((line) => line.includes("| item"))).toEqual([
      "p. 1 | item: Replace the northernmost buoy by a heavier one.",
      "p. 1 | item: Repeat the survey after two years.",
    ]);
  });

  it("of pictures alone says that it needs text recognition", async () => {
    await expect(readFixture("scan.pdf")).rejects.toThrow(
      /^holds a page of pictures and no text, as a scan does: run text/,
    );
  });

  it("that is locked says so", async () => {
    await expect(readFixture("locked.pdf")).rejects.toThrow(/^is locked with a password: save it again without one$/);
  });

  it.skipIf(!POPPLER).each(["club.pdf", "harbour.pdf", "paper.pdf"])(
    "%s has its words on the pages named, as Poppler reads them (needs pdftotext)",
    async (file) => {
      const read = await readFixture(file);
      const pages = new Map<string, string>();
      for (const line of placed(read)) {
        const [, page = "", shown = ""] = /^p\. (\d+) \| \S+: (.*)$/s.exec(line) ?? [];
        const there = pages.get(page) ?? letters(pageText(file, page));
        pages.set(page, there);
        for (const part of shown.split(/ · |: /)) expect(there).toContain(letters(part));
      }
      expect(pages.size).toBe(file === "paper.pdf" ? 1 : 3);
    },
  );
});

function pageText(file: string, page: string): string {
  const args = ["-f", page, "-l", page, "-raw", path.join(FIXTURES, file), "-"];
  return execFileSync("pdftotext", args, { encoding: "utf8" });
}

/** Letters and digits alone: programs differ in spaces, hyphens, ligatures and raised digits. */
function letters(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: TeX's ligatures
  const plain = text.normalize("NFKC").replace(/[\x0b-\x0f\x1b-\x1f]/g, (code) => {
    return ["ff", "fi", "fl", "ffi", "ffl"][(code.charCodeAt(0) - 0x0b) % 16] ?? "";
  });
  return plain.replace(/[^\p{L}\p{N}]/gu, "");
}

describe("the lines of a paragraph", () => {
  const joiner = new LineJoiner(["a well-known harbour", "the harbour-master", "the harbourmaster"]);
  const join = (before: string, after: string) => {
    const { cut, space } = joiner.between(before, after);
    return `${before.slice(0, before.length - cut)}${space}${after}`;
  };

  it.each([
    ["the munici-", "pal office", "the municipal office"],
    ["a well-", "known inn", "a well-known inn"],
    ["the harbour-", "master left", "the harbourmaster left"],
    ["in Baden-", "Württemberg", "in Baden-Württemberg"],
    ["pro- ", "and anti-war", "pro-  and anti-war"],
    ["pre-", "and post-war", "pre- and post-war"],
    ["from 1990-", "1995", "from 1990-1995"],
    ["slip\u00ad", "pery", "slippery"],
    ["the end -", "of it", "the end - of it"],
    ["the", "end", "the end"],
  ])("%j and %j are %j", (before, after, joined) => {
    expect(join(before, after)).toBe(joined);
  });
});
