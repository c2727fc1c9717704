import { describe, expect, it } from "vitest";
import { cutAtWord, fillExcerpt, fitExcerpt, type Part, shorten } from "../../src/replies/excerpt.ts";
import type { Span } from "../../src/text/span.ts";
import fc from "../helpers/fast-check.ts";

const sentence = fc
  .array(fc.constantFrom("Moscow", "naïve", "😀", "35", "a", "unwilling"), { minLength: 1, maxLength: 15 })
  .map((words) => `${words.join(" ")}.`);

/** A paragraph with one of its sentences chosen as the answer, and perhaps an earlier one as its antecedent. */
const excerpt = fc
  .tuple(fc.array(sentence, { minLength: 1, maxLength: 8 }), fc.nat(), fc.option(fc.nat()))
  .map(([parts, chosen, named]) => {
    const sentences = parts.map((part, i) => {
      const start = parts.slice(0, i).reduce((sum, { length }) => sum + length + 1, 0);
      return { start, end: start + part.length };
    });
    const at = chosen % parts.length;
    const antecedent = named === null || at === 0 ? null : (sentences[named % at] ?? null);
    const answer = sentences[at] as (typeof sentences)[0];
    const text = parts.join(" ");
    const blocks = [{ start: 0, end: text.length, kind: "paragraph" as const, depth: 0, ordinal: null }];
    return { text, sentences, answer, antecedent, blocks };
  });
const room = fc.integer({ min: 1, max: 600 });

type Given = Parameters<typeof fitExcerpt>[0];

/** Holds a part to what every choice of sentences owes: whole ones, the answer among them, within the room. */
function expectWhole(given: Given, part: Part, limit: number): void {
  expect(part.end - part.start).toBeLessThanOrEqual(limit);
  expect(part.before).toBe(part.start > 0);
  expect(part.after).toBe(part.end < given.text.length);
  expect(given.sentences.map(({ start }) => start)).toContain(part.start);
  if (given.answer.end - given.answer.start > limit) {
    expect(part.start).toBe(given.answer.start);
    expect(given.text.slice(part.start, part.end).isWellFormed()).toBe(true);
    return;
  }
  expect(given.sentences.map(({ end }) => end)).toContain(part.end);
  expect(part.start).toBeLessThanOrEqual(given.answer.start);
  expect(part.end).toBeGreaterThanOrEqual(given.answer.end);
}

describe("fitExcerpt", () => {
  it("takes whole sentences, the answer among them, within the room", () => {
    fc.assert(fc.property(excerpt, room, (given, limit) => expectWhole(given, fitExcerpt(given, limit), limit)));
  });

  it("takes along whom the answer means where there is room, and no neighbour that is not needed", () => {
    fc.assert(
      fc.property(excerpt, room, (given, limit) => {
        const { answer, antecedent } = given;
        const { start, end } = fitExcerpt(given, limit);
        if (answer.end - answer.start > limit) return;
        if (antecedent !== null) {
          expect(start).toBe(answer.end - antecedent.start <= limit ? antecedent.start : answer.start);
        } else if (answer.end - answer.start >= 40) expect({ start, end }).toEqual(answer);
      }),
    );
  });

  it.each([
    ["alone, if it says enough", "The mill burned down. The farmers rebuilt it in 1904 with their own hands.", 1, 1],
    [
      "with the sentence before, where “this” or “it” begins it",
      "Rain fell. This flooded every cellar in the lower town.",
      1,
      0,
    ],
    [
      "with the sentence before, where it is a word or two",
      "How long is the office open on weekdays? Until nine.",
      1,
      0,
    ],
    ["with the next one, where it is a word or two and the first", "Until nine. On Sundays it stays closed.", 0, 0],
  ])("shows a sentence %s", (_, text, at, from) => {
    const ends = Array.from(text.matchAll(/[.?](?= |$)/g), ({ index }) => index + 1);
    const sentences = ends.map((end, i) => ({ start: i === 0 ? 0 : (ends[i - 1] as number) + 1, end }));
    const blocks = [{ start: 0, end: text.length, kind: "paragraph" as const, depth: 0, ordinal: null }];
    const answer = sentences[at] as Span;
    const part = fitExcerpt({ text, sentences, answer, antecedent: null, blocks }, 350);
    expect(part.start).toBe(sentences[from]?.start);
    const isBrief = answer.end - answer.start < 40 && at === 0;
    expect(part.end).toBe(isBrief ? sentences[1]?.end : answer.end);
  });
});

describe("fillExcerpt", () => {
  it("takes whole sentences, the answer among them, within the room", () => {
    fc.assert(fc.property(excerpt, room, (given, limit) => expectWhole(given, fillExcerpt(given, limit), limit)));
  });

  it("leaves out no neighbour that has room", () => {
    fc.assert(
      fc.property(excerpt, room, (given, limit) => {
        const part = fillExcerpt(given, limit);
        if (given.answer.end - given.answer.start > limit) return;
        const next = given.sentences.find(({ start }) => start > part.end);
        const previous = given.sentences.findLast(({ end }) => end < part.start);
        if (next !== undefined) expect(next.end - part.start).toBeGreaterThan(limit);
        if (previous !== undefined) expect(part.end - previous.start).toBeGreaterThan(limit);
      }),
    );
  });
});

describe("shorten", () => {
  it("keeps to the limit, divides no character, and marks what it cut", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 1, max: 60 }), (text, limit) => {
        const short = shorten(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short.isWellFormed()).toBe(true);
        if (short === text) return;
        expect(text.length).toBeGreaterThan(limit);
        expect(short.endsWith("…")).toBe(true);
        expect(text.startsWith(short.slice(0, -1))).toBe(true);
      }),
    );
  });

  it.each([
    ["who went there", 14, "who went there"],
    ["who went there", 13, "who went…"],
    ["who went there", 9, "who went…"],
    ["unbreakable", 5, "unbr…"],
  ])("%j to %i", (text, limit, short) => {
    expect(shorten(text, limit)).toBe(short);
  });
});

it("cutAtWord keeps a pair of surrogates together", () => {
  expect(cutAtWord("aaa😀", 0, 4)).toBe(3);
  expect(cutAtWord("aaa😀", 0, 5)).toBe(5);
});
