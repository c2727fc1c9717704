import { mkdir, rename, rm, symlink, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it, vi } from "vitest";
import { FolderWatch } from "../../src/watch/folder-watch.ts";
import { makeFolder } from "../helpers/folder.ts";

const patient = { timeout: 20_000, interval: 20 };

it("the system tells of whatever is changed in a folder, behind links too, and of nothing that is not read", async () => {
  const elsewhere = await makeFolder({ "far.md": "Far." });
  const folder = await makeFolder({ "a.md": "A.", "below/b.md": "B.", ".git/head": "1" });
  const at = (file: string) => path.join(folder, file);
  await symlink(elsewhere, at("linked"));
  const onChange = vi.fn();
  const watch = new FolderWatch({ folder, mode: "on", onChange, look: async () => {}, onProblem: () => {} });
  await using _ = { [Symbol.asyncDispose]: () => watch.close() };
  // Once it has looked around.
  await expect.poll(() => onChange.mock.calls.length, patient).toBeGreaterThan(0);
  const steps: readonly (() => Promise<unknown>)[] = [
    () => writeFile(at("new.md"), "New."),
    () => writeFile(at("below/b.md"), "Changed."),
    () => writeFile(path.join(elsewhere, "far.md"), "Farther."),
    () => rename(at("a.md"), at("below/a.md")),
    () => writeFile(at("saving.tmp"), "Whole.").then(() => rename(at("saving.tmp"), at("new.md"))),
    () => writeFile(at("below/.attacheignore"), "a.md"),
    () => mkdir(at("deep/er"), { recursive: true }).then(() => writeFile(at("deep/er/c.md"), "C.")),
    () => writeFile(at("deep/er/c.md"), "C, changed."),
    () => unlink(at("new.md")),
    () => rm(at("below"), { recursive: true }),
  ];
  for (const [i, step] of steps.entries()) {
    onChange.mockClear();
    await step();
    await expect.poll(() => onChange.mock.calls.length, { ...patient, message: `step ${i}` }).toBeGreaterThan(0);
    await quiet(onChange);
  }
  onChange.mockClear();
  await writeFile(at(".git/head"), "2");
  await writeFile(at("last.md"), "Last.");
  await expect.poll(() => onChange.mock.calls.length, patient).toBeGreaterThan(0);
  await quiet(onChange);
  const told = onChange.mock.calls.map(([, file]) => path.basename(String(file)));
  expect(new Set(told)).toEqual(new Set(["last.md"]));
});

/** Waits until all of one change has been told. */
async function quiet({ mock }: ReturnType<typeof vi.fn>): Promise<void> {
  for (let before = -1; before !== mock.calls.length; ) {
    before = mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
