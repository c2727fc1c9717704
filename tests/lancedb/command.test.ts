import { appendFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../helpers/folder.ts";
import { attache } from "../helpers/program.ts";
import { openInWorker } from "../worker/opened.ts";
import { isInstalled } from "./installed.ts";

const FILES = { "rules.md": "# Rules\n\nTowels cost two euros.\n", "pool.md": "# Pool\n\nThe pool opens at nine.\n" };

describe.skipIf(!isInstalled)("INDEX=lancedb:DIR", () => {
  it("is written by npm run index, which tells how far it is, and is what is asked from then on", async () => {
    const folder = await makeFolder(FILES);
    const lancedb = path.join(await makeFolder(), "index");
    const env = { KNOWLEDGE: folder, INDEX: `lancedb:${lancedb}` };
    const made = await attache(["index"], { env });
    expect(made).toMatchObject({ status: 0, stderr: "Written: 2 of 2 passages\n" });
    expect(made.stdout).toMatch(/^2 documents, 2 passages: the index of .+ is in .+index \(\d+ KB\)\n$/);
    const asked = await attache(["ask", "--json", "when does the pool open"], { env });
    expect(asked).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(asked.stdout).excerpts[0]).toMatchObject({
      text: "The pool opens at nine.",
      source: { id: "pool" },
    });
    await appendFile(path.join(folder, "pool.md"), "\nIt closes at ten.\n");
    expect(await attache(["index", folder], { env })).toMatchObject({ stderr: "Written: 1 of 1 passages\n" });
  });

  it("is served by the bot's worker, and read anew with the folder", async () => {
    const folder = await makeFolder(FILES);
    await using opened = await openInWorker(folder, { lancedb: path.join(await makeFolder(), "index") });
    const { knowledge } = opened;
    const cost = async () => (await knowledge.ask("what do towels cost")).excerpts[0]?.text;
    expect(await cost()).toContain("two euros");
    await appendFile(path.join(folder, "rules.md"), "\nSaunas cost ten euros.\n");
    await knowledge.reload();
    expect(await cost()).toContain("two euros");
    expect((await knowledge.ask("what does a sauna cost")).excerpts[0]?.text).toContain("ten euros");
  });
});
