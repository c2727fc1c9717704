import { describe, expect, it } from "vitest";
import { cutAtWord, fitExcerpt, shorten } from "../../src/replies/excerpt.ts";
import fc from "../helpers/fast-check.ts";

const sentence = fc
  .array(fc.constantFrom("Moscow", "naïve", "😀", "35", "a", "unwilling"), { minLength: 1, maxLength: 15 })
  .map((words) => `${words.join(" ")}.`);

/** A passage with one of its sentences chosen as the answer, and perhaps an earlier one as its antecedent. */
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
    return { text: parts.join(" "), sentences, answer, antecedent };
  });
const room = fc.integer({ min: 1, max: 600 });

describe("fitExcerpt", () => {
  it("takes whole sentences, the answer among them, within the room", () => {
    fc.assert(
      fc.property(excerpt, room, (given, limit) => {
        const part = fitExcerpt(given, limit);
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
        const { antecedent } = given;
        if (antecedent !== null && given.answer.end - antecedent.start <= limit) {
          expect(part.start).toBeLessThanOrEqual(antecedent.start);
        }
      }),
    );
  });

  it("leaves out no neighbour that has room", () => {
    fc.assert(
      fc.property(excerpt, room, (given, limit) => {
        const part = fitExcerpt(given, limit);
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
