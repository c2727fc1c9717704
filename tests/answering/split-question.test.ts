import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { splitQuestion } from "../../src/answering/split-question.ts";

/** Written before the code, as people type. */
const { two, single } = z
  .strictObject({
    two: z.array(z.strictObject({ text: z.string(), parts: z.array(z.string()).length(2) })).length(40),
    single: z.array(z.string()).length(40),
  })
  .parse(JSON.parse(readFileSync(new URL("two-part-questions.json", import.meta.url), "utf8")));

const plain = (parts: readonly string[]) => parts.map((part) => part.replace(/\?+$/, ""));

describe("a question", () => {
  it("of two parts is taken apart, in 19 of 20 wordings", () => {
    const whole = two.filter(({ text, parts }) => plain(splitQuestion(text)).join("|") !== parts.join("|"));
    expect(whole.length, whole.map(({ text }) => text).join("; ")).toBeLessThanOrEqual(2);
  });

  it("with an “and” in it is left whole", () => {
    expect(single.filter((text) => splitQuestion(text).length > 1)).toEqual([]);
  });

  it.each([
    ["Who pays, who checks and who signs?", ["Who pays, who checks and who signs?"]],
    ["Is it heated? And is there a shower? Where do I pay?", ["Is it heated", "is there a shower", "Where do I pay?"]],
    ["can I swim and have a shower", ["can I swim and have a shower"]],
    ["do you know when it starts and how much it costs", ["do you know when it starts and how much it costs"]],
    ["was he arrested and was released on bail", ["was he arrested and was released on bail"]],
    ["Thanks and bye", ["Thanks and bye"]],
    ["", [""]],
  ])("%j is %j", (text, parts) => {
    expect(splitQuestion(text)).toEqual(parts);
  });

  it("is taken apart in no time, however long it is", () => {
    const start = performance.now();
    splitQuestion(`who ${"and is the and who ".repeat(300)}`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
