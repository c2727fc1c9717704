import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { readFile, truncate } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { strToU8, zipSync } from "fflate";
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

  it("that are made to do harm are left out, and the rest is served", async () => {
    const bomb = Buffer.from(zipSync({ "word/document.xml": new Uint8Array(1024 * 1024) }));
    bomb.writeUInt32LE(0x7fffffff, bomb.indexOf("PK\x01\x02") + 24);
    const deep = strToU8(`<office:text>${"<text:section>".repeat(100_000)}`);
    const laughs = `<!DOCTYPE x [<!ENTITY a "${"ha".repeat(1_000)}">]><a><office:text><text:p>${"&a;".repeat(100_000)}</text:p></office:text></a>`;
    const folder = await makeFolder({
      "good.md": GOOD,
      "bomb.docx": bomb,
      "deep.odt": zipSync({ "content.xml": deep }),
      "huge.pdf": "",
      "laughs.odt": zipSync({ "content.xml": strToU8(laughs) }),
      "turns.pdf": pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 10>>"),
    });
    await truncate(path.join(folder, "huge.pdf"), 300 * 1024 * 1024);
    const { documents, report } = await readFolder(folder);
    expect(documents.map(({ file }) => file)).toEqual(["good.md", "laughs.odt"]);
    expect(documents[1]?.raw.length).toBeLessThan(1_000_000);
    expect(report.files.flatMap(({ file, reason }) => (reason === null ? [] : [`${file} ${reason}`]))).toEqual([
      "bomb.docx unpacks to more than 128 MB of text: divide it, or leave it out",
      "deep.odt is nested too deeply to be read: divide it, or leave it out with .attacheignore",
      "huge.pdf is 300 MB, over the 64 MB a file may have: split it",
      "turns.pdf holds a page of pictures and no text, as a scan does: run text recognition (OCR) over it, such as ocrmypdf, and save it again",
    ]);
  });

  it("that take all memory end their process, and the next one is read in a new one", async () => {
    const small = new IsolatedReader(await makeFolder(), { milliseconds: 120_000, megabytes: 128 });
    const lists = Buffer.from(`[${"[],".repeat(10_000_000)}[]]`);
    const reason = "takes more than 128 MB of memory to read: divide it, or leave it out";
    expect(await small.read("a.json", lists)).toEqual({ status: "left out", reason, isSure: false, beside: [] });
    expect(await small.read("harbour.pdf", await bytesOf("harbour.pdf"))).toMatchObject({ read: { withheld: null } });
    await small.close();
  });

  it("that take too long are given up, and so is the next one by itself", async () => {
    const hurried = new IsolatedReader(await makeFolder(), { milliseconds: 1, megabytes: 256 });
    const reason = expect.stringMatching(/^takes more than 0.001 s to read: divide it/);
    // The next time there may be more.
    const late = { status: "left out", reason, isSure: false, beside: [] };
    expect(await hurried.read("club.pdf", await bytesOf("club.pdf"))).toEqual(late);
    expect(await hurried.read("club.pdf", await bytesOf("club.pdf"))).toEqual(late);
    await hurried.close();
  });

  it("are left out for now where no process can be started, and the bot goes on", async () => {
    const reader = new IsolatedReader(FIXTURES);
    const { execPath } = process;
    process.execPath = "/nowhere/node";
    try {
      const reason = expect.stringMatching(/^cannot be given to a program that reads it \(E/);
      const result = await reader.read("club.pdf", await bytesOf("club.pdf"));
      expect(result).toEqual({ status: "left out", reason, isSure: false, beside: [] });
    } finally {
      process.execPath = execPath;
    }
    expect(await reader.read("club.pdf", await bytesOf("club.pdf"))).toMatchObject({ read: {} });
    await reader.close();
  });

  it("are read in a new process where somebody has ended the last", async ({ skip }) => {
    if (process.platform !== "linux") skip("only Linux tells in /proc which processes this one has started");
    const children = () =>
      readdirSync("/proc/self/task").flatMap((task) =>
        readFileSync(`/proc/self/task/${task}/children`, "utf8").split(" ").map(Number).filter(Boolean),
      );
    const others = new Set(children());
    const reader = new IsolatedReader(FIXTURES);
    await reader.read("club.pdf", await bytesOf("club.pdf"));
    const started = children().filter((child) => !others.has(child));
    expect(started).toHaveLength(1);
    for (const child of started) process.kill(child, "SIGKILL");
    expect(await reader.read("club.pdf", await bytesOf("club.pdf"))).toMatchObject({ read: {} });
    await reader.close();
  });
});

/** @returns a PDF of these objects, the first its catalogue */
function pdf(...objects: readonly string[]): string {
  const numbered = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`);
  return `%PDF-1.5\n${numbered.join("")}trailer <</Size ${objects.length + 1} /Root 1 0 R>>\n%%EOF`;
}
