import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { delimitedRows, delimiterOf } from "../../../src/documents/sheets/delimited.ts";
import { NumberFormats } from "../../../src/documents/sheets/number-format.ts";
import { FIXTURES, has, placed, readBytes, readFixture } from "./fixture.ts";

const OPENPYXL = has("python3", "-c", "import openpyxl");
const read = async (file: string, text: string) => placed(await readBytes(file, strToU8(text)));

describe("a table as text", () => {
  it("has its rows read with their heads, by the numbers that a spreadsheet shows", async () => {
    const text = 'Dish;Price;Note\r\nSoup;4,50;"with ""bread"",\r\n warm"\r\n;;\r\nFish;12,00;\r\n';
    expect(await read("a.csv", text)).toEqual([
      'row 2 | row: Dish: Soup · Price: 4,50 · Note: with "bread", warm',
      "row 4 | row: Dish: Fish · Price: 12,00",
    ]);
  });

  it.each<[string, string, string, readonly string[]]>([
    [
      "of questions and answers is an FAQ",
      "a.csv",
      'question,answer\nWhere do I park?,"Behind the hall. Level 2."\nIs there wifi?,tulip42\n',
      [
        "row 2 | paragraph?: Where do I park?",
        "row 2 | paragraph: Behind the hall. Level 2.",
        "row 3 | paragraph?: Is there wifi?",
        "row 3 | paragraph: tulip42",
      ],
    ],
    [
      "of questions and answers without heads is one too",
      "a.csv",
      "Wo parke ich?;Hinter der Halle\nGibt es WLAN?;Ja\n",
      [
        "row 1 | paragraph?: Wo parke ich?",
        "row 1 | paragraph: Hinter der Halle",
        "row 2 | paragraph?: Gibt es WLAN?",
        "row 2 | paragraph: Ja",
      ],
    ],
    [
      "of numbers alone has no heads",
      "a.tsv",
      "Ana\t12 €\nBen\t14 €\n",
      ["row 1 | row: Ana · 12 €", "row 2 | row: Ben · 14 €"],
    ],
    [
      "has years for heads",
      "a.csv",
      "Item,2023,2024\nSauna,14,15\n",
      ["row 2 | row: Item: Sauna · 2023: 14 · 2024: 15"],
    ],
    [
      "is parted by empty rows, under the rows that name its parts",
      "a.csv",
      "Price list\n\nItem,Price\nSauna,14\n\nOpening hours\nMonday,9-12\nTuesday,closed\n",
      [
        "row 1 | heading: Price list",
        "row 4 | row: Item: Sauna · Price: 14",
        "row 6 | heading: Opening hours",
        "row 7 | row: Monday · 9-12",
        "row 8 | row: Tuesday · closed",
      ],
    ],
    ["tells its sign as Excel does", "a.csv", "sep=|\nName|Room\nAna|4\n", ["row 2 | row: Name: Ana · Room: 4"]],
    [
      "may have a quotation mark that nothing closes",
      "a.csv",
      'Name,Size\nBoard,"5 inch\nPlank,7\n',
      ['row 2 | row: Name: Board · Size: "5 inch', "row 3 | row: Name: Plank · Size: 7"],
    ],
  ])("%s", async (_, file, text, shown) => {
    expect(await read(file, text)).toEqual(shown);
  });

  it("may have a cell of very many quotation marks", async () => {
    const { text } = await readBytes("a.csv", strToU8(`Name,Note\nAna,"${'a""'.repeat(200_000)}"\n`));
    expect(text.length).toBeGreaterThan(400_000);
  });

  it("leads each cell to its place in the file", async () => {
    const raw = '\ufeffName,Note\nAna,"says ""hi"" twice"\n';
    const { origin, text } = await readBytes("a.csv", strToU8(raw));
    const at = text.indexOf("twice");
    expect(origin.locate({ start: at, end: at + 5 })).toEqual({
      start: raw.indexOf("twice"),
      end: raw.indexOf("twice") + 5,
    });
  });

  it("is taken apart as csv-parse takes it apart", () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom("a,b", "x;y", 'say "hi"', "two\nlines", " ", "", "é", '""'),
    );
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    const sign = fc.constantFrom(",", ";", "\t", "|");
    const end = fc.constantFrom("\n", "\r\n");
    fc.assert(
      fc.property(table, sign, end, (rows, delimiter, lineEnd) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const written = rows.map((row) => {
          return row.map((text) => (/["\r\n,;\t|]|^\s|\s$/.test(text) ? quote(text) : text)).join(delimiter);
        });
        const text = written.join(lineEnd) + lineEnd;
        const theirs: string[][] = parse(text, { delimiter, relax_column_count: true });
        const ours = [...delimitedRows(text, 0, delimiter)].map(({ cells }) => {
          return cells.map((parts) => parts.map(({ start, end }) => text.slice(start, end)).join(""));
        });
        expect(ours).toEqual(theirs);
      }),
    );
  });

  it.each([
    ["a,b\n1,2\n3,4", ","],
    ["a;b\n1,5;2\n3,5;4", ";"],
    ["a\tb\n1\t2", "\t"],
    ["one\ntwo", ","],
    ["", ","],
  ])("%j is parted by %j", (text, delimiter) => {
    expect(delimiterOf(text, 0)).toBe(delimiter);
  });

  it("that a small file makes very large by its heads is left out", async () => {
    const heads = Array.from({ length: 4_000 }, (_, i) => `${"h".repeat(70)} ${i}`).join(",");
    const rows = `${"a".repeat(4_000).split("").join(",")}\n`.repeat(200);
    await expect(readBytes("a.csv", strToU8(`${heads}\n${rows}`))).rejects.toThrow(/^comes to too much text/);
  });
});

describe("a workbook", () => {
  it("shows its cells as they are shown, sheet by sheet, nothing hidden", async () => {
    const workbook = await readFixture("budget.xlsx");
    expect(workbook.source).toMatchObject({
      title: "Festival budget",
      author: "Ines Prado",
      publishedFrom: "last saved",
    });
    expect(placed(workbook)).toEqual([
      "sheet “Prices” | heading: Prices",
      "sheet “Prices”, row 1 | heading: Festival prices 2024",
      "sheet “Prices”, row 4 | row: Ticket: Day · Price: 14.50 € · From: 1 June 2024 · Share: 35%",
      "sheet “Prices”, row 5 | row: Ticket: Weekend pass · Price: 1,240.00 € · From: 8 June 2024 · Share: 65%",
      "sheet “Times” | heading: Times",
      "sheet “Times”, row 2 | row: Stage: Harbour · Opens: 14:00:00",
      "sheet “Times”, row 3 | row: Stage: Meadow · Opens: 9:30:00",
      "sheet “FAQ” | heading: FAQ",
      "sheet “FAQ”, row 2 | paragraph?: Where do I park?",
      "sheet “FAQ”, row 2 | paragraph: Behind the dyke. Bring coins.",
      "sheet “FAQ”, row 2 | row: Since: 2019",
      "sheet “FAQ”, row 3 | paragraph?: Are dogs allowed?",
      "sheet “FAQ”, row 3 | paragraph: Only on the meadow.",
      "sheet “FAQ”, row 3 | row: Since: 2021",
    ]);
    expect(workbook.remarks.map(({ text }) => text)).toEqual([
      "1 row is hidden in the sheet “Prices”, by hand or by a filter",
      "the sheet “Notes” is hidden",
    ]);
  });

  it("names the columns that are hidden, and the formulas without a value", async () => {
    const { remarks } = await readFixture("shifts.xlsx");
    expect(remarks.map(({ text }) => text)).toEqual([
      "1 column is hidden in the sheet “Kiosk”",
      "2 formulas have no value in the sheet “Fees”: open it in Excel, and save it again",
    ]);
  });

  it("says in each row what a cell that spans it says, but for heads", async () => {
    expect(placed(await readFixture("shifts.xlsx"))).toEqual([
      "sheet “Kiosk” | heading: Kiosk",
      "sheet “Kiosk”, row 2 | row: Day: Monday · Shift: early · Person: Ana",
      "sheet “Kiosk”, row 3 | row: Day: Monday · Shift: late · Person: Tom",
      "sheet “Kiosk”, row 4 | row: Day: Tuesday · Shift: early · Person: Yusuf",
      "sheet “Kiosk”, row 5 | row: Day: Tuesday · Shift: late · Person: Yusuf",
      "sheet “Fees” | heading: Fees",
      "sheet “Fees”, row 2 | row: Fee: Members · Guests",
      "sheet “Fees”, row 3 | row: Course: Yoga · Fee: 5 · 9",
      "sheet “Fees”, row 4 | row: Course: All",
    ]);
  });

  it("of one sheet has its rows alone for places, as LibreOffice writes it", async () => {
    expect(placed(await readFixture("boats.xlsx"))).toEqual([
      "row 2 | row: Boat: Santa Rita · Built: 1987 · Crew: 4 · Berth: North quay",
      "row 3 | row: Boat: Gaivota, the old one · Built: 1954 · Crew: 2 · Berth: South quay",
      "row 4 | row: Boat: Albatroz · Built: 2011 · Crew: 8 · Berth: North quay",
    ]);
  });

  it.skipIf(!OPENPYXL).each(["budget.xlsx", "boats.xlsx"])(
    "%s has its words in the rows named, as openpyxl reads them (needs python3 with openpyxl)",
    async (file) => {
      const script = `import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({s.title: [[str(c.value) for c in r] for r in s.iter_rows()] for s in book}))`;
      const json = execFileSync("python3", ["-c", script, path.join(FIXTURES, file)], { encoding: "utf8" });
      const sheets: Record<string, string[][]> = JSON.parse(json);
      const [only = ""] = Object.keys(sheets);
      for (const line of placed(await readFixture(file))) {
        const [, sheet = only, row, shown = ""] =
          /^(?:sheet “(.*)”(?:, )?)?(?:row (\d+))? \| [^:]*: (.*)$/.exec(line) ?? [];
        if (row === undefined) continue;
        const cells = sheets[sheet]?.[Number(row) - 1] ?? [];
        expect(cells.some((cell) => shown.includes(cell))).toBe(true);
      }
    },
  );

  it("with days from 1904 on, as old Macs have them, shows the same days", () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="14"/><xf numFmtId="0"/></cellXfs></styleSheet>';
    expect(new NumberFormats(styles, false).show(45_000, 0)).toBe("2023-03-15");
    expect(new NumberFormats(styles, true).show(45_000 - 1_462, 0)).toBe("2023-03-15");
    expect(new NumberFormats(styles, true).show(45_000, 1)).toBe("45000");
  });

  it("whose pattern is none shows the number", () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="[[["/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>';
    expect(new NumberFormats(styles, false).show(4.5, 0)).toBe("4.5");
  });

  it("with a sheet of no name has none to show", async () => {
    const sheet = (text: string) =>
      strToU8(
        `<worksheet><sheetData><row r="3"><c t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`,
      );
    const parts = {
      "xl/workbook.xml": strToU8(
        '<workbook><sheets><sheet name=" " r:id="a"/><sheet name="B" r:id="b"/></sheets></workbook>',
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        '<Relationships><Relationship Id="a" Target="worksheets/a.xml"/><Relationship Id="b" Target="/xl/worksheets/b.xml"/></Relationships>',
      ),
      "xl/worksheets/a.xml": sheet("One"),
      "xl/worksheets/b.xml": sheet("Two"),
    };
    expect(placed(await readBytes("a.xlsx", zipSync(parts)))).toEqual([
      "row 3 | row: One",
      "sheet “B” | heading: B",
      "sheet “B”, row 3 | row: Two",
    ]);
  });

  it("that is none says so", async () => {
    await expect(readBytes("a.xlsx", zipSync({ "a.txt": strToU8("A") }))).rejects.toThrow(/^holds no Excel workbook/);
    const docx = new Uint8Array(await readFile(path.join(FIXTURES, "club.docx")));
    await expect(readBytes("a.xlsx", docx)).rejects.toThrow(/^holds no Excel workbook/);
  });
});
