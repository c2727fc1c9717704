import { expect, it } from "vitest";
import { analyseQuestion } from "../../src/search/question.ts";
import { indexOf, lexicon } from "./helpers.ts";

/** Letters as a program would write them, each kind of word that is taken apart: with endings, humps and accents. */
const LONG = [
  Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(97 + ((i * i + 7 * i) % 26))).join(""),
  `${"ab".repeat(10_000)}ing`,
  "Ab".repeat(10_000),
  "é".repeat(20_000),
];
/** Milliseconds: one such word took twenty seconds. */
const LIMIT = 4_000;

it("a word of 20,000 letters holds nobody up, and the words beside it are found", { timeout: 30_000 }, () => {
  const start = performance.now();
  const { expander } = indexOf("The shed is green.", `The key is ${LONG.join(" and ")} behind the door.`);
  const { query } = expander.expand(analyseQuestion(`doorr ${LONG[0]}x`, lexicon.thesaurus));
  expect(query.map(({ term }) => term)).toContain("door");
  expect(performance.now() - start).toBeLessThan(LIMIT);
});
