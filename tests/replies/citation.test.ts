import { describe, expect, it, test } from "vitest";
import { addressOf, formatDate, place, spot } from "../../src/replies/citation.ts";

const answerLocation = { file: "camp.md", line: 14, start: 0, end: 9, sha256: "" };

test.each(["2016-12-30", "2017-01-01", "1987-02", "0999-08-05", "-000043-03-15", "30 Dec 2016 23:30 -0500"])(
  "the date %s reads as in Britain",
  (published) => {
    const day = published.length > 7 ? ({ day: "numeric" } as const) : {};
    const british = new Intl.DateTimeFormat("en-GB", { ...day, month: "long", year: "numeric", timeZone: "UTC" });
    expect(formatDate(published)).toBe(british.format(new Date(published)));
  },
);

describe("a place", () => {
  it.each([
    [{}, "camp.md, line 14"],
    [{ page: 4 }, "camp.md, p. 4"],
    [{ row: 12 }, "camp.md, row 12"],
    [{ sheet: "Prices", row: 12 }, "camp.md, sheet “Prices”, row 12"],
    [{ sheet: "p".repeat(200), row: 1 }, `camp.md, sheet “${"p".repeat(59)}…”, row 1`],
    [{ time: "00:14:05" }, "camp.md, 00:14:05"],
    [{ paragraph: 7 }, "camp.md, paragraph 7"],
    [{ chapter: "The Sea", paragraph: 7 }, "camp.md, chapter “The Sea”, paragraph 7"],
    [
      { sender: "Ana Lima", sent: "2024-05-03T10:04", url: "https://a.example/1" },
      "camp.md, Ana Lima, 3 May 2024, 10:04",
    ],
    [{ sent: "2024-05-03" }, "camp.md, 3 May 2024"],
  ])("is told as the people who use such a file tell it: %j", (where, told) => {
    expect(spot({ ...answerLocation, ...where })).toBe(told);
    expect(place({ answerLocation: { ...answerLocation, ...where }, headings: ["A"] })).toBe(`${told}, under “A”`);
  });

  it("is the line of the words that answer, under all the headings they stand under", () => {
    expect(place({ answerLocation, headings: [] })).toBe("camp.md, line 14");
    expect(place({ answerLocation, headings: ["Day 1", "Track A"] })).toBe("camp.md, line 14, under “Day 1 › Track A”");
  });

  it("is led to by the message's own address before its source's", () => {
    const source = {
      id: "a",
      title: "A",
      publisher: null,
      author: null,
      published: null,
      publishedFrom: null,
      note: null,
    };
    const url = "https://a.example/channel";
    const message = { ...answerLocation, url: "https://a.example/message" };
    expect(addressOf({ answerLocation: message, source: { ...source, url } })).toBe(message.url);
    expect(addressOf({ answerLocation, source: { ...source, url } })).toBe(url);
    expect(addressOf({ answerLocation, source: { ...source, url: null } })).toBeNull();
  });

  it("names a chapter or a sheet once, though it is a heading too", () => {
    const inChapter = { ...answerLocation, chapter: "The Sea" };
    expect(place({ answerLocation: inChapter, headings: ["The Sea", "Storms"] })).toBe(
      "camp.md, chapter “The Sea”, under “Storms”",
    );
    expect(place({ answerLocation: { ...answerLocation, sheet: "A", row: 2 }, headings: ["A"] })).toBe(
      "camp.md, sheet “A”, row 2",
    );
  });

  it("loses the outer headings first where they are long, at a word", () => {
    const outer = `Programme${" of the long first day".repeat(10)}`;
    const shown = place({ answerLocation, headings: [outer, "Track A", "Keynote"] });
    expect(shown).toMatch(/under “… \w.*first day › Track A › Keynote”$/);
    expect(shown).not.toContain("Programme");
    expect(shown.length).toBeLessThanOrEqual(200);
    const short = place({ answerLocation, headings: [outer, "Track A", "Keynote"] }, 50);
    expect(short).toBe("camp.md, line 14, under “… Track A › Keynote”");
    expect(place({ answerLocation, headings: [outer] }, 30)).toBe("camp.md, line 14");
  });

  it("divides no character", () => {
    for (const [i] of [0, 1].entries()) {
      const headings = ["x".repeat(i) + "😀".repeat(200)];
      expect(place({ answerLocation, headings }).isWellFormed()).toBe(true);
    }
  });
});
