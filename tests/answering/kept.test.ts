import { expect, it } from "vitest";
import { kept } from "../../src/answering/kept.ts";

it("makes a thing once, and again only where it could not be made", async () => {
  let made = 0;
  const get = kept(async () => {
    made++;
    if (made === 1) throw new Error("no");
    return made;
  });
  await expect(Promise.allSettled([get(), get()])).resolves.toMatchObject([
    { status: "rejected" },
    { status: "rejected" },
  ]);
  expect([await get(), await get()]).toEqual([2, 2]);
});
