import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../../src/documents/folder.ts";
import { IsolatedReader } from "../../../src/documents/isolated-reader.ts";
import { openKnowledge } from "../../../src/index.ts";
import { place } from "../../../src/replies/citation.ts";
import { makeFolder } from "../../helpers/folder.ts";
import { FIXTURES } from "./fixture.ts";

const bytesOf = async (file: string) => new Uint8Array(await readFile(path.join(FIXTURES, file)));
const GOOD = "The club voted on the roof.";

describe("files that are no text", () => {
  it("are read beside others, and answer with their own places", async () => {
    const harbour = await bytesOf("harbour.pdf");
    const folder = await makeFolder({ "good.md": GOOD, "a/harbour.pdf": harbour });
    const { documents, report } = await readFolder(folder);
    expect(report.files).toMatchObject([
      { file: "a/harbour.pdf", status: "read", format: "PDF", encoding: null, titled: true },
      { file: "good.md", status: "read" },
    ]);
    expect(documents[0]?.sha256).toBe(createHash("sha256").update(harbour).digest("hex"));
    const knowledge = await openKnowledge({ folder });
    const { excerpts } = await knowledge.ask("What does the crane cost?");
    const [best] = excerpts;
    expect(best?.text).toContain("85 euros an hour");
    expect(best?.answerLocation).toMatchObject({ file: "a/harbour.pdf", page: 3 });
    expect(best && place(best)).toBe("a/harbour.pdf, p. 3, under “Who pays for the crane?”");
  });

  it("are left out by themselves where they are damaged, locked or pictures, with the reason and the fix", async () => {
    const folder = await makeFolder({
      "good.md": GOOD,
      "cut.pdf": (await bytesOf("club.pdf")).subarray(0, 9_000),
      "empty.pdf": "",
      "locked.pdf": await bytesOf("locked.pdf"),
      "none.pdf": GOOD,
      "scan.pdf": await bytesOf("scan.pdf"),
      "sound.pdf": await bytesOf("club.pdf"),
    });
    const { documents, report } = await readFolder(folder);
    expect(documents.map(({ file }) => file)).toEqual(["good.md", "sound.pdf"]);
    const reasons = report.files.flatMap(({ file, reason, status }) =>
      reason === null ? [] : [`${file} ${status}: ${reason}`],
    );
    expect(reasons).toEqual([
      expect.stringMatching(/^cut\.pdf left out: /),
      expect.stringMatching(/^empty\.pdf left out: is empty: copy it here again, or remove it$/),
      expect.stringMatching(/^locked\.pdf left out: is locked with a password/),
      expect.stringMatching(
        /^none\.pdf left out: is no sound PDF \(Invalid PDF structure.*\): open it in its program and save it again$/,
      ),
      expect.stringMatching(/^scan\.pdf left out: holds a page of pictures/),
    ]);
  });

  it("that take too long are given up, and the next one is read in a new thread", async () => {
    const folder = await makeFolder();
    const hurried = new IsolatedReader(folder, { milliseconds: 1, megabytes: 256 });
    const reason = expect.stringMatching(/^takes more than 0.001 s to read: divide it/);
    // The next time there may be more.
    const late = { status: "left out", reason, isSure: false, beside: [] };
    expect(await hurried.read("club.pdf", await bytesOf("club.pdf"))).toEqual(late);
    expect(await hurried.read("club.pdf", await bytesOf("club.pdf"))).toEqual(late);
    await hurried.close();
  });
});
