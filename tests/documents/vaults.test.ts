import { describe, expect, it } from "vitest";
import { readFolder } from "../../src/documents/folder.ts";
import { makeFolder } from "../helpers/folder.ts";
import { shown } from "./reading.ts";

const ID = "1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d";

describe("an export of Notion", () => {
  it("is called without its ids, and its tables are read once", async () => {
    const folder = await makeFolder({
      [`Club ${ID}.md`]: "# Club\n\nThe club rows at dawn.\n",
      [`Club ${ID}/Tasks ${ID}.csv`]: "Name,Due\nRoof,June\n",
      [`Club ${ID}/Tasks ${ID}_all.csv`]: "Name,Due\nRoof,June\nSand,July\n",
      [`Club ${ID}/Tasks ${ID}/Paint the roof ${ID}.md`]: "# Paint the roof\n\nDue: June\n\nIt takes nine pots.\n",
      "Club/other.csv": "Name,Due\nRope,May\nOars,May\n",
    });
    const { documents, report } = await readFolder(folder);
    expect(documents.map(({ source: { id, title } }) => `${id}: ${title}`)).toEqual([
      "Club: Club",
      "Club/Tasks/Paint the roof: Paint the roof",
      "Club/Tasks: Tasks",
      "Club/other: Other",
    ]);
    expect(report.files.filter(({ status }) => status === "withheld")).toMatchObject([
      { file: `Club ${ID}/Tasks ${ID}.csv`, reason: `is a part of Tasks ${ID}_all.csv` },
    ]);
    expect(documents.map(({ file }) => file)).toContain(`Club ${ID}.md`);
  });

  it("shows its callouts, links and tasks as Notion does", () => {
    const page = `# Notes\n\n<aside>\n💡 Bring a cup.\n\n</aside>\n\nSee [Boats](Boats%20${ID}.md).\n\n- [ ]  Paint\n- [x]  Order sand\n`;
    expect(shown(page)).toEqual([
      "heading: Notes",
      "paragraph: 💡 Bring a cup.",
      "paragraph: See Boats.",
      "item: ☐ Paint",
      "item: ☑ Order sand",
    ]);
  });
});

describe("a vault of Obsidian", () => {
  it("shows its links, callouts and highlights as Obsidian does, and no queries", () => {
    const note = [
      "# Boats",
      "The key hangs in the [[Boathouse#Rack|boathouse]] beside [[Kiosk]]. ==Today== ![[plan.png]]",
      "> [!warning]- Low water\n> The slipway is closed below 40 cm.",
      "> [!question] Who has the key?\n> The kiosk.",
      '```dataview\nTABLE file.name FROM "boats"\n```',
      "```sh\nls\n```",
      "%%hidden%%",
    ].join("\n\n");
    expect(shown(note)).toEqual([
      "heading: Boats",
      "paragraph: The key hangs in the boathouse beside Kiosk. Today",
      "paragraph: Low water",
      "paragraph: The slipway is closed below 40 cm.",
      "paragraph?: Who has the key?",
      "paragraph: The kiosk.",
      "code: ls",
    ]);
  });
});
