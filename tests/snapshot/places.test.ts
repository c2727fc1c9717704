import path from "node:path";
import { expect, it } from "vitest";
import { isWithin } from "../../src/snapshot/places.ts";
import { makeFolder } from "../helpers/folder.ts";

it("tells what is within a folder from what is beside it, whatever the names begin with", async () => {
  const above = await makeFolder({ "documents/a.md": "The roof is red.\n" });
  const folder = path.join(above, "documents");
  for (const place of [".", "index", "..index", "..data/index", "deep/../index"])
    expect(isWithin(folder, path.join(folder, place)), place).toBe(true);
  for (const place of ["..", "../index", "../documents.index", "../..", "../..data/index"])
    expect(isWithin(folder, path.join(folder, place)), place).toBe(false);
});
