import { describe, expect, it } from "vitest";
import { groupMentions } from "../../../src/answering/people/group.ts";

type Told = Parameters<typeof groupMentions>[0][number];

const documents = Array.from({ length: 50 }, (_, i) => ({ file: `${i}.md` }));

/** A name of its own for each number. */
function nameOf(number: number): string {
  const syllables = "ba be di do fa fe gi go ka ke li lo ma me ni no ra re si so ta te vi vo".split(" ");
  return [1, 24, 24 ** 2, 24 ** 3].map((step) => syllables[Math.floor(number / step) % 24]).join("");
}

function tell(names: readonly string[], position: number): Told {
  const words = names.map((raw) => ({ raw, word: raw.toLowerCase(), particle: false, start: 0, end: raw.length }));
  const text = names.join(" ");
  const sentence = { document: documents[position % documents.length], position, text };
  const mention = { sentence, words, start: 0, end: text.length, honorifics: [], offices: [], organisation: false };
  return { mention, description: null, speaks: false, signs: [["person", "office", 3]] } as unknown as Told;
}

/** Milliseconds of the processor for the groups of so many people, as many single names, and half as many in capitals. */
async function took(count: number): Promise<number> {
  const people = Array.from({ length: count }, (_, n) => tell([nameOf(n * 31 + 7), nameOf(n * 17 + 3)], n));
  const capitals = Array.from({ length: count / 2 }, (_, n) =>
    tell([String.fromCharCode(65 + (n % 26), 65 + (Math.floor(n / 26) % 26), 65 + Math.floor(n / 676))], count + n),
  );
  const singles = Array.from({ length: count }, (_, n) => tell([nameOf(n * 13 + 200_000)], 2 * count + n));
  const start = process.cpuUsage();
  const groups = await groupMentions([...people, ...capitals, ...singles]);
  const { user } = process.cpuUsage(start);
  expect(groups.length).toBeGreaterThan(count);
  return user / 1_000;
}

describe("the names of a large folder", () => {
  it("are put together in moments, though any two may be one", async () => {
    // It takes one second; each compared with each took fifteen.
    expect(await took(4_000)).toBeLessThan(6_000);
  }, 60_000);
});
