import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { languages } from "../../src/answering/language/function-words.ts";
import { readLanguage } from "../../src/answering/language/read-language.ts";
import { openLexicon } from "../../src/lexicon/lexicon.ts";

/**
 * Sixteen questions of each language, ten of them written before the code that reads them and six before it was changed
 * for the last time, and what is none of them.
 */
const { foreign, english } = z
  .strictObject({ foreign: z.record(z.enum(languages), z.array(z.string()).length(16)), english: z.array(z.string()) })
  .parse(JSON.parse(readFileSync(new URL("languages.json", import.meta.url), "utf8")));

const { thesaurus } = openLexicon();
const read = (question: string) => readLanguage(question, (word) => thesaurus.knows(word));

describe("the language of a question", () => {
  it("is told for 19 of 20 questions that people type", async () => {
    const asked = Object.entries(foreign).flatMap(([language, questions]) => questions.map((q) => [language, q]));
    const missed: string[] = [];
    for (const [language, question] of asked) {
      const told = await read(question as string);
      if (told !== language) missed.push(`${language} as ${told}: ${question}`);
    }
    expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(0.05 * asked.length);
  });

  it("is never another one for English, a name, a thing, a slip or code", async () => {
    const told: string[] = [];
    for (const question of english) {
      const language = await read(question);
      if (language !== null && language !== "en") told.push(`${language}: ${question}`);
    }
    expect(told).toEqual([]);
  });
});
