import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { hashOf, MADE_OF, PICTURE, pictureHtml } from "../../tools/preview/picture.ts";
import { root } from "../helpers/program.ts";

/** Bytes: whoever opens README loads it. */
const SMALL = 200 * 1024;

it("README's picture is small, and what an answer looks like now", async () => {
  expect(readFileSync(`${root}README.md`, "utf8")).toContain("](docs/answer.png)");
  const picture = readFileSync(PICTURE);
  expect(picture.subarray(1, 4).toString()).toBe("PNG");
  expect(picture.length).toBeLessThan(SMALL);
  const madeOf = readFileSync(MADE_OF, "utf8").trim();
  expect(madeOf, "the picture is stale: npm run picture makes it anew").toBe(hashOf(await pictureHtml()));
});
