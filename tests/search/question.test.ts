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

  it.each([
    // As questions are typed, without a question word.
    ["pool opening times", "time", null],
    ["opening hours library", "time", null],
    ["library hours", "time", null],
    ["deadline for abstracts", "time", null],
    ["date of the summer party", "time", "day"],
    ["sauna price", "quantity", "money"],
    ["ticket prices for children", "quantity", "money"],
    ["price of a day ticket", "quantity", "money"],
    ["cost parking", "quantity", "money"],
    ["membership fee", "quantity", "money"],
    ["number of seats", "quantity", null],
    ["address of the library", "place", null],
    ["venue of the dinner", "place", null],
    ["phone number caretaker", "contact", "phone"],
    ["email for bookings", "contact", "email"],
    ["link to the slides", "contact", "url"],
    ["contact details of the office", "contact", "contact"],
    ["who to call", "person", null],
    ["contact for complaints", "person", null],
    ["author of the report", "person", null],
    ["can you tell me the price of the sauna", "quantity", "money"],
    ["i need the address of the club", "place", null],
    ["and the price of it?", "quantity", "money"],
    // Not what they look like.
    ["is the price right", "yes-no", null],
    ["so can i bring a dog", "yes-no", null],
    ["hi, isn’t it closed", "yes-no", null],
    ["phone charger lost", "thing", null],
    ["dogs on the lawn", "thing", null],
    ["lost keys", "thing", null],
    ["first aid", "thing", null],
    // With one.
    ["what percentage of members voted", "quantity", "percent"],
    ["what share of the rent is heating", "quantity", "percent"],
    ["how tall is the tower", "quantity", "length"],
    ["how far is the mill", "quantity", "distance"],
    ["how long is the walk", "quantity", "distance"],
    ["how long does the walk take", "quantity", "duration"],
    ["how old is the bridge", "quantity", "duration"],
    ["how heavy may a parcel be", "quantity", "weight"],
    ["how fast may i ride", "quantity", "speed"],
    ["how hot is the sauna", "quantity", "temperature"],
    ["how big is the plot", "quantity", "size"],
    ["how late is the bar open", "time", "clock"],
    ["what time does it open", "time", "clock"],
    ["at what time is dinner", "time", "clock"],
    ["what day is bin day", "time", "day"],
    ["how often is it cleaned", "quantity", "frequency"],
    ["how expensive is it", "quantity", "money"],
    ["what does it cost", "quantity", "money"],
    ["what’s the fine for parking", "quantity", "money"],
    ["what is the price of a ticket", "quantity", "money"],
    ["what is the phone number of the office", "contact", "phone"],
    ["what number do i call at night", "contact", "phone"],
    ["what is the address of the club", "place", null],
    ["what are your opening times", "time", null],
    ["what is a fee", "thing", null],
    ["what is the board for", "thing", null],
    ["how do i pay", "manner", null],
    ["why is the price so high", "reason", null],
    ["where can i find the price list", "place", null],
    ["who sets the fee", "person", null],
  ])("takes “%s” to ask for a %s, of %s", (text, type, unit) => expect(analyse(text)).toMatchObject({ type, unit }));

  it("knows what only asks of an amount, which an answer may do without", () => {
    const only = (text: string) =>
      analyse(text)
        .terms.filter(({ onlyAsks }) => onlyAsks)
        .map(({ word }) => word);
    expect(only("how big is the cellar")).toEqual(["big"]);
    expect(only("is the big cellar dry")).toEqual([]);
  });

  it("does not look for words that only ask", () => {
    expect(analyse("how long did the strike last").terms.map(({ word }) => word)).toEqual(["strike", "last"]);
    expect(analyse("who sold the long fence").terms.map(({ word }) => word)).toEqual(["sold", "long", "fence"]);
  });
});
