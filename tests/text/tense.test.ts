import { describe, expect, it } from "vitest";
import { tenseAt } from "../../src/text/tense.ts";

/** @param date words of the sentence */
function tenseOf(sentence: string, date: string) {
  const start = sentence.indexOf(date);
  return tenseAt(sentence, { start, end: start + date.length });
}

describe("what was put off, or begins by a decision, lies ahead of the one who tells it", () => {
  it.each([
    ["The choice of a caterer was put off until October.", "until October"],
    ["The hearing was postponed to 4 November.", "4 November"],
    ["The debate was adjourned until Tuesday.", "until Tuesday"],
    ["The members voted by nine to two to raise the fee from 1 July.", "from 1 July"],
    ["It was agreed to lift the ban as of 3 January.", "as of 3 January"],
  ])("%s", (sentence, date) => {
    expect(tenseOf(sentence, date)).toBe("future");
  });
});

describe("what was so until a day, or from it, is past where nobody decides it", () => {
  it.each([
    ["She ran the bar until March.", "until March"],
    ["The mill stood idle from 2 February.", "from 2 February"],
    ["They met on Monday to put off the vote.", "on Monday"],
    ["They decided on Monday to close the bar.", "on Monday"],
    ["They decided to close the bar. It had stood empty from 1 July.", "from 1 July"],
  ])("%s", (sentence, date) => {
    expect(tenseOf(sentence, date)).toBe("past");
  });
});

describe("“had been” and a participle is past, “will have been” and one lies ahead", () => {
  it.each([
    ["The owner said the lift had been checked in March and found safe.", "in March", "past"],
    ["Two doors had been unlocked on Friday.", "on Friday", "past"],
    ["Water had run into the cellar on 5 May.", "on 5 May", "past"],
    ["The lift has been checked since Monday.", "since Monday", "past"],
    ["The lift will have been checked by then, in March.", "in March", "future"],
    ["The lift is expected to have been sold in March.", "in March", "future"],
  ])("%s", (sentence, date, tense) => {
    expect(tenseOf(sentence, date)).toBe(tense);
  });
});

describe("what is moved to a day, or is let on it, lies ahead; what was let is past", () => {
  it.each([
    ["The picnic moves to 21 June, since the orchard is let on the 14th.", "21 June", "future"],
    ["The hall is let on 14 June.", "on 14 June", null],
    ["The hall was let on 14 June.", "on 14 June", "past"],
    ["They let the hall on 14 June.", "on 14 June", "past"],
  ])("%s", (sentence, date, tense) => {
    expect(tenseOf(sentence, date)).toBe(tense);
  });
});
