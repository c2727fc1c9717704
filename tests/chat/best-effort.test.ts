import { expect, it } from "vitest";
import { createBestEffort } from "../../src/chat/best-effort.ts";

it("an attempt that fails gives its fallback, and tells the log once an hour for each kind of fault", async () => {
  const lines: string[] = [];
  const record = (message: string) => lines.push(message);
  let time = 0;
  const attempt = createBestEffort({ info: record, warn: record, error: record }, () => time);
  const fail = (what: string, code = "E_FULL") =>
    attempt(what, () => Promise.reject(Object.assign(new Error("full"), { code })), "fallback");
  expect(await attempt("save", async () => "done", "fallback")).toBe("done");
  expect(lines).toEqual([]);
  expect(await fail("save")).toBe("fallback");
  await fail("save");
  expect(lines).toEqual(["Could not save; answering goes on without"]);
  await fail("save", "E_READONLY");
  await fail("read");
  expect(lines).toHaveLength(3);
  time = 3_599_999;
  await fail("save");
  expect(lines).toHaveLength(3);
  time = 3_600_000;
  await fail("save");
  expect(lines).toHaveLength(4);
});
