import path from "node:path";
import { describe, expect, it } from "vitest";
import { readFolder } from "../../src/documents/folder.ts";
import { needShared } from "../helpers/folder.ts";
import { checkReading } from "./reading.ts";

/** Markup that no reader sees outside of code. Inline code may hold any of it. */
const MARKUP = ["<!--", "{%", "{{", "](", "&nbsp;", "</", "[^", ":::", "[[", "%%"];

describe.each([
  "folders/538-data/docs",
  "folders/djangocon/docs",
  "folders/hono/docs",
  "folders/tsc-minutes/docs",
  "events/aceh-quake-2013/docs",
  "events/dnc-lawsuit-2018/docs",
  "events/hp-eyp-2007/docs",
])("the documents of %s", (name) => {
  it("are held to their files, and show no markup", async (context) => {
    const folder = needShared(path.join("benchmarks", name), context);
    const { documents } = await readFolder(folder);
    expect(documents.length).toBeGreaterThan(2);
    const seen: string[] = [];
    for (const { file, raw, text, origin, blocks } of documents) {
      checkReading({ text, origin, blocks }, raw);
      for (const block of blocks) {
        if (block.kind === "code") continue;
        const shown = text.slice(block.start, block.end);
        for (const mark of MARKUP) {
          for (let at = shown.indexOf(mark); at !== -1; at = shown.indexOf(mark, at + 1)) {
            const { start } = origin.locate({ start: block.start + at, end: block.start + at + mark.length });
            if (!isInCode(raw, start)) seen.push(`${file}: ${shown.slice(Math.max(0, at - 40), at + 40)}`);
          }
        }
      }
    }
    expect(seen).toEqual([]);
  });
});

/** Whether a place stands behind a backtick on its line, and before another. */
function isInCode(raw: string, at: number): boolean {
  const line = raw.slice(raw.lastIndexOf("\n", at - 1) + 1, at);
  return line.split("`").length % 2 === 0;
}
