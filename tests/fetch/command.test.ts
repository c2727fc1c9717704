import { readdir } from "node:fs/promises";
import { expect, it } from "vitest";
import { makeFolder } from "../helpers/folder.ts";
import { attache } from "../helpers/program.ts";
import { openSite, serve } from "./site.ts";

it("fetch ends with 0 where all was saved, and with 1 where not: from this machine only with --allow-private", async () => {
  await using site = await openSite({ "/seals": serve("<h1>Seals</h1><p>The seals bark.</p>") });
  const folder = await makeFolder();
  const refused = await attache(["fetch", `${site.origin}/seals`, "--knowledge", folder]);
  expect(refused).toMatchObject({ status: 1, stdout: "" });
  expect(refused.stderr).toBe(
    `${site.origin}/seals leads to 127.0.0.1, which is no public address: allow that with --allow-private\n`,
  );
  expect([site.asked, await readdir(folder)]).toEqual([[], []]);
  const saved = await attache(["fetch", `${site.origin}/seals`, "--allow-private", "--knowledge", folder]);
  expect(saved).toMatchObject({ status: 0, stderr: "" });
  expect(saved.stdout).toMatch(/^saved: .*seals\.md from /);
});

it.each([
  [["fetch"], "fetch needs the address of a page, or --feed and that of a feed"],
  [["fetch", "--feed", "http://a.example/", "--every", "5s"], "It is to be from 1m to 7d, such as 10m, 2h or 1d."],
])("%j is refused in a line", async (args, message) => {
  const { status, stderr } = await attache(args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});
