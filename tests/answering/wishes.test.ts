import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readWish } from "../../src/answering/wishes.ts";

/** Written before the router, by somebody who had not seen it; of the kinds that it does not know, the rest are questions. */
const { wishes, questions } = z
  .strictObject({
    wishes: z.array(z.strictObject({ text: z.string(), kind: z.string() })).length(80),
    questions: z.array(z.string()).length(80),
  })
  .parse(JSON.parse(readFileSync(new URL("wishes.json", import.meta.url), "utf8")));
const KNOWN = ["overview", "sources"];

describe("a wish for the documents as a whole", () => {
  it("is told from what is asked about something in them", () => {
    expect(questions.filter((question) => readWish(question) !== null)).toEqual([]);
    const others = wishes.filter(({ kind }) => !KNOWN.includes(kind));
    expect(others.filter(({ text }) => readWish(text) !== null)).toEqual([]);
  });

  it("for an overview is known in 19 of 20 wordings and more", () => {
    const overviews = wishes.filter(({ kind }) => kind === "overview");
    const missed = overviews.filter(({ text }) => readWish(text) !== "overview");
    expect(missed.length).toBeLessThanOrEqual(0.05 * overviews.length);
  });

  it.each([
    ["what sources do you have", "sources"],
    ["Show me your references!", "sources"],
    ["list ur documents", "sources"],
    ["welche Quellen hast du denn", "sources"],
    ["which source says 31?", null],
    ["what happened to the school?", null],
    ["what is this clause about", null],
    ["What happened?", "overview"],
    ["So, what's the story", "overview"],
    ["what do these documents say", "overview"],
    ["Can you give me a short summary of this, please?", "overview"],
    ["¿Qué pasó?", "overview"],
    ["summary of the meeting on Friday", null],
    ["overview lecture", null],
    ["", null],
  ])("%j is %s", (text, wish) => {
    expect(readWish(text)).toBe(wish);
  });
});
