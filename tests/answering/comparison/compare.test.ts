import { describe, expect, it } from "vitest";
import { compare } from "../../../src/answering/comparison/compare.ts";
import { isNegated, toStatement } from "../../../src/answering/comparison/statement.ts";
import type { AnswerType } from "../../../src/search/question-kinds.ts";
import { tokenize } from "../../../src/text/tokens.ts";

function comparing(question: string, type: AnswerType, ours: string, theirs: string) {
  const asked = new Set(
    tokenize(question)
      .filter(({ stop }) => !stop)
      .map(({ term }) => term),
  );
  return compare(toStatement(ours), toStatement(theirs), asked, type);
}

const agrees = { relation: "agrees", on: null, words: null };

describe("agreement", () => {
  it.each([
    "The council has not closed the school.",
    "Neither the school nor the library was closed.",
    "The mayor denied that the school was closed.",
    "The school wasn’t closed.",
  ])("is none of what is denied: %s", (sentence) => {
    expect(isNegated(toStatement(sentence))).toBe(true);
    expect(isNegated(toStatement("The council closed the school and the note room."))).toBe(false);
  });

  it("is found between two wordings of one statement", () => {
    const found = comparing(
      "who proposed closing 3 schools",
      "person",
      "Anna Berg had proposed closing 3 village schools this winter.",
      "In the council Anna Berg, the mayor, recommended that 3 village schools be closed.",
    );
    expect(found).toEqual(agrees);
  });

  it("differs on the number of the same things", () => {
    const found = comparing(
      "how many schools did the council close",
      "quantity",
      "The council closed 35 village schools in the north.",
      "The council closed 30 village schools in the north.",
    );
    expect(found).toEqual({ relation: "differs", on: "number", words: ["35", "30"] });
  });

  it("is none between what stands under two numbers of one kind", () => {
    const found = comparing(
      "which gate opened at nine",
      "thing",
      "Note 7 says that the north gate opened at nine that morning.",
      "Note 28 says that the north gate opened at nine that morning.",
    );
    expect(found).toBeNull();
  });

  it("knows that 31 and four are 35", () => {
    const found = comparing(
      "how many teachers were dismissed",
      "quantity",
      "The ministry dismissed 35 teachers of schools on the coast.",
      "The ministry dismissed 31 teachers at one school on the coast and four at the other, 35 in all.",
    );
    expect(found).toEqual(agrees);
  });

  it("does not compare things of another kind", () => {
    const found = comparing(
      "how many teachers were dismissed",
      "quantity",
      "The ministry dismissed 35 Danish teachers of the school on the coast.",
      "The ministry dismissed 20 Swedish teachers of the school on the coast.",
    );
    expect(found).toBeNull();
  });

  it("differs on a verb of another force", () => {
    const found = comparing(
      "who closed the schools",
      "person",
      "Anna Berg recommended that 3 village schools be closed.",
      "Anna Berg ordered that 3 village schools be closed.",
    );
    expect(found).toEqual({ relation: "differs", on: "verb", words: ["recommended", "ordered"] });
  });

  it("differs on who holds an office", () => {
    const found = comparing(
      "who closed the schools",
      "person",
      "Anna Berg, the school minister, closed 3 village schools on the coast.",
      "Olaf Lund, the school minister, closed 3 village schools on the coast.",
    );
    expect(found).toEqual({ relation: "differs", on: "name", words: ["Anna Berg", "Olaf Lund"] });
  });

  it.each([
    ["a price", "number", "The rent of a plot rises to £48.", "The rent of a plot rises to £46."],
    ["a share", "number", "Rents in the old town rose by 4% last year.", "Rents in the old town rose by 5% last year."],
    ["a time of day", "number", "The bus to the harbour leaves at 9:15.", "The bus to the harbour leaves at 9:45."],
    ["a day", "date", "The society meets in the hall on 8 April.", "The society meets in the hall on 9 April."],
    ["a floor", "number", "The society is on the fifth floor.", "The society is on the second floor."],
    [
      "a day and a time",
      "date",
      "The bus to the harbour is now on Thursday at 19:30.",
      "The bus to the harbour is on Tuesday at 19:00.",
    ],
    [
      "a day that was moved",
      "date",
      "The rents of the bus are to be moved to 30 April.",
      "The rents of the bus are to be 31 March.",
    ],
    [
      "what is taken back",
      "number",
      "Correction: the bus to the harbour leaves at 4:50, not at 5:40.",
      "The bus to the harbour leaves at 5:40.",
    ],
    ["a name", "name", "The society chose Tom Reyes as treasurer.", "The society chose Priya Nair as treasurer."],
  ])("differs on %s where all else is the same", (_, on, ours, theirs) => {
    const found = comparing("what about the rents, the bus and the society", "thing", ours, theirs);
    expect(found).toMatchObject({ relation: "differs", on });
  });

  it("agrees with its own words, whatever was asked", () => {
    const sentence = "The clinic takes no patients on Fridays.";
    expect(
      comparing("does the clinic take patients on Fridays", "yes-no", sentence, `${sentence.slice(0, -1)}!`),
    ).toEqual(agrees);
  });

  it("does not take two sums of one budget for agreement", () => {
    const found = comparing(
      "what did the council approve",
      "thing",
      "The council approved a budget of £12,000 for the new roof of the hall.",
      "In May the council approved a budget of £15,000 for the roof of the old hall.",
    );
    expect(found?.relation).not.toBe("agrees");
  });

  it("does not take deceased for December", () => {
    const found = comparing(
      "how many passengers were found",
      "quantity",
      "The navy found 35 deceased passengers near the coast.",
      "The navy found 31 deceased passengers near the coast.",
    );
    expect(found).toEqual({ relation: "differs", on: "number", words: ["35", "31"] });
  });

  it.each([
    [
      "another day",
      "The council closed 3 village schools after the flood of 3 May.",
      "The council closed 3 village schools on 9 June.",
    ],
    ["a denial", "The council closed 3 village schools.", "The council has not closed 3 village schools."],
    ["mere names", "Anna Berg met President Olaf Lund in Oslo.", "President Olaf Lund of Oslo never read Anna Berg."],
    ["another matter", "The council closed 3 village schools.", "The council painted the village hall in May."],
  ])("says nothing of %s", (_, ours, theirs) => {
    expect(comparing("did the council close schools", "yes-no", ours, theirs)).toBeNull();
  });

  it.each([
    ["a day before its month or behind it", "The summer party of the club is on 5 June.", "on June 5th."],
    ["a month in short", "The summer party of the club is on 5 June.", "on 5 Jun."],
    ["a year that one leaves out", "The summer party of the club is on 5 June 2024.", "on June 5th."],
    ["numbers alone", "The summer party of the club is on 5 June 2024.", "on 2024-06-05."],
  ])("takes one day for one, however it is written: %s", (_, ours, day) => {
    const theirs = `The summer party of the club is ${day}`;
    expect(comparing("when is the summer party", "time", ours, theirs)).toEqual(agrees);
  });

  it("tells one day of two years apart", () => {
    const [ours, theirs] = ["The summer party was on 5 June 2023.", "The summer party was on 5 June 2024."];
    expect(comparing("when was the summer party", "time", ours, theirs)?.on).toBe("date");
  });

  it.each(["Ms Lima", "Mayor Lima", "President Lima"])("takes Ana Lima and %s for one person", (name) => {
    const ours = "Ana Lima runs the evening chess club.";
    const theirs = `${name} runs the evening chess club.`;
    expect(comparing("who runs the chess club", "person", ours, theirs)).toEqual(agrees);
    expect(comparing("who runs the chess club", "person", theirs, ours)).toEqual(agrees);
  });

  it("tells two of one family name apart", () => {
    const [ours, theirs] = ["Ana Lima runs the chess club.", "Otto Lima runs the chess club."];
    expect(comparing("who runs the chess club", "person", ours, theirs)?.words).toEqual(["Ana", "Otto"]);
  });

  it.each([
    ["£1,200", "£1,300"],
    ["£1200", "£1300"],
    ["1200 euros", "1300 euros"],
  ])("differs on the number where a sum looks like a year: %s", (mine, other) => {
    const rent = (sum: string) => `The annual rent for a garden plot is ${sum}.`;
    expect(comparing("what is the annual rent", "quantity", rent(mine), rent(other))?.on).toBe("number");
    expect(comparing("what is the annual rent", "quantity", rent(mine), rent(mine))).toEqual(agrees);
  });
});
