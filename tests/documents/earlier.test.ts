import { rename, rm, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { type Earlier, versionsOf } from "../../src/documents/earlier.ts";
import { type Folder, readFolder } from "../../src/documents/folder.ts";
import { makeFolder } from "../helpers/folder.ts";

const BAKERY = "# Bakery\n\nAnn Rudd, a baker, built the bakery in 1911.";
const DAIRY = "# Dairy\n\nBob Hale, a farmer, built the dairy in 1920.";

function earlierOf({ documents, report }: Folder): Earlier {
  return {
    versions: versionsOf(report, new Map(documents.map(({ file, sha256 }) => [file, sha256]))),
    documents: async (files) => documents.filter(({ file }) => files.includes(file)),
  };
}

const patient = { timeout: 20_000, interval: 0 };
const told = ({ report }: Folder) =>
  report.files.map(({ file, status, reason }) => `${file} ${status} ${reason ?? ""}`);

it.each([
  ["is being written", (file: string) => writeFile(file, DAIRY.slice(0, 20)), /^dairy\.md kept is still being written/],
  ["is about to be moved back", unlink, /^dairy\.md kept is gone from a folder that is still being changed/],
])("a file that %s is served as it was", async (_, change, reason) => {
  const folder = await makeFolder({ "bakery.md": BAKERY, "dairy.md": DAIRY });
  const file = path.join(folder, "dairy.md");
  const first = await readFolder(folder);
  const earlier = earlierOf(first);
  // As often as it takes for the machine to be quick enough.
  await expect
    .poll(async () => {
      await writeFile(file, DAIRY);
      await change(file);
      const again = await readFolder(folder, {}, null, earlier);
      return `${told(again)[1]}: ${again.documents[1]?.raw}`;
    }, patient)
    .toMatch(new RegExp(`${reason.source}.*: ${DAIRY}$`, "s"));
});

it("a file that is new and still being written is left out until it is whole", async () => {
  const folder = await makeFolder({ "bakery.md": BAKERY });
  const earlier = earlierOf(await readFolder(folder));
  await expect
    .poll(async () => {
      await writeFile(path.join(folder, "dairy.md"), DAIRY.slice(0, 20));
      return told(await readFolder(folder, {}, null, earlier))[1];
    }, patient)
    .toMatch(/^dairy\.md left out is still being written/);
  await expect
    .poll(async () => told(await readFolder(folder, {}, null, earlier))[1], { timeout: 20_000 })
    .toBe("dairy.md read ");
});

it("what somebody does not want read any more is not served on", async () => {
  const folder = await makeFolder({ "bakery.md": BAKERY, "dairy.md": DAIRY, "old/mill.md": "The mill stands." });
  const earlier = earlierOf(await readFolder(folder));
  await writeFile(path.join(folder, ".attacheignore"), "old/");
  await writeFile(path.join(folder, "dairy.md"), `---\ndraft: true\n---\n${DAIRY}`);
  await expect
    .poll(async () => (await readFolder(folder, {}, null, earlier)).documents.map(({ file }) => file), patient)
    .toEqual(["bakery.md"]);
  await rm(path.join(folder, ".attacheignore"));
  await rename(path.join(folder, "old"), path.join(folder, "new"));
  await expect
    .poll(async () => (await readFolder(folder, {}, null, earlier)).documents.map(({ file }) => file), patient)
    .toEqual(["bakery.md", "new/mill.md"]);
});
