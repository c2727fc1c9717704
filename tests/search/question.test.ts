import { describe, expect, it } from "vitest";
import { Thesaurus } from "../../src/lexicon/thesaurus.ts";
import { analyseQuestion } from "../../src/search/question.ts";

const thesaurus = new Thesaurus();
const analyse = (text: string) => analyseQuestion(text, thesaurus);

describe("analyseQuestion", () => {
  it.each([
    ["who proposed it", "person"],
    ["when did he resign", "time"],
    ["how soon does he start", "time"],
    ["where is the mill", "place"],
    ["how many lamps are there", "quantity"],
    ["why was the beacon dark", "reason"],
    ["how come nobody took notes", "reason"],
    ["how does it work", "manner"],
    ["what is a beacon", "thing"],
    ["did he resign", "yes-no"],
    ["may i hand over my plot when i leave", "yes-no"],
    ["do you know when he left", "time"],
    ["can you tell me who owns it", "person"],
  ])("takes “%s” to ask for a %s", (text, type) => expect(analyse(text).type).toBe(type));

  it.each([
    ["how much did it cost", "money"],
    ["how long did it take", "duration"],
    ["how high is the dam", "length"],
    ["how many lamps are there", "noun"],
    ["how much rain fell", null],
    ["who paid for it", null],
  ])("tells what the amount in “%s” is counted in", (text, unit) => expect(analyse(text).unit).toBe(unit));

  it("does not look for words that only ask", () => {
    expect(analyse("how long did the strike last").terms.map(({ word }) => word)).toEqual(["strike", "last"]);
    expect(analyse("who sold the long fence").terms.map(({ word }) => word)).toEqual(["sold", "long", "fence"]);
  });
});
