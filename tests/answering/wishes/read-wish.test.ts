import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { readWish } from "../../../src/answering/wishes/read-wish.ts";

const kinds = ["overview", "timeline", "people", "who", "differences", "sources", "sourcesSaying"] as const;

/** Both were written before the router, as people type; the first by somebody who had seen nothing of it. */
const lists = ["first.json", "second.json"].map((file) => ({
  file,
  ...z
    .strictObject({
      wishes: z.array(z.strictObject({ text: z.string(), kind: z.enum(kinds) })).length(80),
      questions: z.array(z.string()).length(80),
    })
    .parse(JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"))),
}));
/** Of a list. */
const MOST = 0.05 * 80;

describe.each(lists)("wishes and questions of $file", ({ wishes, questions }) => {
  it("are told from each other: 19 of 20 questions are no wish", () => {
    const taken = questions.filter((question) => readWish(question) !== null);
    expect(taken.length, taken.join("; ")).toBeLessThanOrEqual(MOST);
  });

  it("are known for what they want in 19 of 20 wordings", () => {
    const missed = wishes.filter(({ text, kind }) => readWish(text)?.kind !== kind).map(({ text }) => text);
    expect(missed.length, missed.join("; ")).toBeLessThanOrEqual(MOST);
  });

  it.each(kinds)("hold some for %s", (kind) => {
    expect(wishes.filter((wish) => wish.kind === kind).length).toBeGreaterThan(2);
  });
});

describe("a wish for the documents as a whole", () => {
  it.each([
    ["So, what's the story", "overview"],
    ["Can you give me a short summary of this, please?", "overview"],
    ["explain what happened", "overview"],
    ["¿Qué pasó?", "overview"],
    ["I have 5 minutes: show me the timeline pls", "timeline"],
    ["what happened when?", "timeline"],
    ["who's involved", "people"],
    ["Could you list all people and organisations?", "people"],
    ["Do the articles contradict each other?", "differences"],
    ["Show me your references!", "sources"],
    ["where do you get your information from", "sources"],
  ])("%j wants the %s, of everything", (text, kind) => {
    expect(readWish(text)).toEqual({ kind, about: null });
  });

  it.each([
    ["what happened on Friday?", "timeline", "Friday"],
    ["what happened on the 29th of December", "timeline", "29th of December"],
    ["What happened on 12/30/2016?", "timeline", "12/30/2016"],
    ["what happened between 3 and 7 May, please", "timeline", "between 3 and 7 May"],
    ["did anything happen on Tuesday night", "timeline", "Tuesday night"],
    ["what happens on 1 October", "timeline", "1 October"],
    ["what's on 17 september?", "timeline", "17 september"],
    ["what happened in São Paulo?", "timeline", "São Paulo"],
    ["timeline of the school's closing", "timeline", "the school's closing"],
    ["Who is Dr. Łukasz O'Neill-Ďurić?", "who", "Dr. Łukasz O'Neill-Ďurić"],
    ["tell me about the Red Cross", "who", "the Red Cross"],
    ["who the heck is this Brandt guy", "who", "Brandt"],
    ["Do the reports agree on the number of victims?", "differences", "the number of victims"],
    ["which source says “31 dead”?", "sourcesSaying", "31 dead"],
    ["which source says it was 35", "sourcesSaying", "35"],
    ["which minutes mention the roof", "sourcesSaying", "the roof"],
    ["how many of the letters mention Brandt?", "sourcesSaying", "Brandt"],
    ["is the fire brigade mentioned anywhere?", "sourcesSaying", "the fire brigade"],
  ])("%j wants the %s of %j, as it was typed", (text, kind, about) => {
    expect(readWish(text)).toEqual({ kind, about });
  });

  it.each([
    "",
    "?!",
    "who",
    "who is it",
    "what happened to the school?",
    "what happened then",
    "what happens on Mondays",
    "what happens in room 12",
    "what is on page 3",
    "which pages load slowly",
    "what happened when the alarm rang",
    "what happened in the second half",
    "who is the head of the school",
    "who is responsible for the keys",
    "who knows Peter",
    "which source says so?",
    "which file contains the password",
    "where is the laser cutter used",
    "which account covers travel",
    "how do the versions differ",
    "summary of the meeting on Friday",
    "overview lecture",
  ])("%j is none", (text) => {
    expect(readWish(text)).toBeNull();
  });

  it("is not looked for in a message that is long", () => {
    const start = performance.now();
    expect(readWish(`can you ${"please ".repeat(2_000)}give me the timeline`)).toBeNull();
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
