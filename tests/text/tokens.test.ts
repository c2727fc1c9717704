import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/text/tokens.ts";

const terms = (text: string) => tokenize(text).map(({ term }) => term);

describe("the tokenizer", () => {
  it.each([
    ["folds case and accents", "Café CAFÉ cafe", ["cafe", "cafe", "cafe"]],
    ["stems, irregular forms too", "expelled expelling children", ["expel", "expel", "child"]],
    ["makes one term of a union's names", "US U.S. USA United States", ["u.s", "u.s", "u.s", "u.s"]],
    ["leaves thousands their digits", "1,250 and 3.5", ["1250", "and", "3.5"]],
    ["makes digits of number words", "twelve thirty-five", ["12", "35"]],
    ["drops a possessive", "Berg's Berg’s", ["berg", "berg"]],
    ["keeps Japanese voiced signs", "か が", ["か", "が"]],
  ])("%s", (_, text, expected) => expect(terms(text)).toEqual(expected));

  it("finds the words of a script without spaces", () => {
    expect(terms("我喜欢苹果").length).toBeGreaterThan(1);
  });

  it("tells stop words, contractions among them, from others", () => {
    const stops = tokenize("Why didn't the keeper leave?").filter(({ stop }) => stop);
    expect(stops.map(({ word }) => word)).toEqual(["why", "didn't", "the"]);
  });

  it("says where each word stands", () => {
    const text = "“Ann’s boat”, thirty-five of them";
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      "Ann’s",
      "boat",
      "thirty-five",
      "of",
      "them",
    ]);
  });
});
