import { describe, expect, it } from "vitest";
import { impliedTerms, withWrittenDates } from "../../../src/text/entities/implied-terms.ts";
import { daysIn, findDates } from "../../../src/text/entities/written-dates.ts";
import { tokenize } from "../../../src/text/tokens.ts";

describe("the days that a text names", () => {
  it.each([
    ["It was 2017-03-04.", "3-4"],
    ["It was 2017/03/04.", "3-4"],
    ["It was 4.3.2017.", "3-4"],
    ["It was 04.03.17.", "3-4"],
    ["It was 4 March 2017.", "3-4"],
    ["It was March 4th.", "3-4"],
    ["It was Mar 4.", "3-4"],
    ["It was the 4th of March.", "3-4"],
    ["From 3 May to June 9 it rained.", "5-3 6-9"],
    ["It was 25/12/2017.", "12-25"],
    ["The camp is 3–5 May.", "5-3 5-4 5-5"],
    ["It rains on 3, 4 and 9 June.", "6-3 6-4 6-9"],
  ])("%s", (text, days) => expect(daysIn(text)).toEqual(new Set(days.split(" "))));

  it.each(["It was 04/03/2017.", "It was on 4/3.", "Due 4/3/17."])(
    "are two where it can be read in two ways: %s",
    (text) => expect(daysIn(text)).toEqual(new Set(["3-4", "4-3"])),
  );

  it.each([
    "It rained in June.",
    "Take 3/4 of it.",
    "Version 1.2.17",
    "It costs 4.3.",
    "2016/17",
    "45 March days",
    "you may 5 times",
  ])("are none in: %s", (text) => expect(daysIn(text)).toEqual(new Set()));

  it("leave room for months, quarters and seasons, which are dates without a day", () => {
    const written = (text: string) => findDates(text).map(({ start, end }) => text.slice(start, end));
    expect(written("In May 2017, Q3 2024, 2016/17 and 2017-03.")).toEqual([
      "May 2017",
      "Q3 2024",
      "2016/17",
      "2017-03",
    ]);
  });
});

const implied = (text: string) => [...impliedTerms(text, tokenize(text)).values()].flat().join(" ");

describe("what a text says without writing it", () => {
  it.each([
    ["Open Mon–Fri.", "mondai tuesdai wednesdai thursdai fridai"],
    ["Open Sat to Mon.", "saturdai sundai mondai"],
    ["Open on weekdays.", "mondai tuesdai wednesdai thursdai fridai"],
    ["Closed on Tue.", "tuesdai"],
    ["Open Monday to Wednesday.", "tuesdai"],
    ["Open May–September.", "mai june juli august"],
    ["It costs €5.", "euro"],
    ["It costs 20 CHF.", "franc"],
    ["It was 2017-03-04.", "4 march"],
    ["Office: Sat–Sun 11–16", "saturdai sundai open hour"],
    ["Pool: daily 7–21", "mondai tuesdai wednesdai thursdai fridai saturdai sundai open hour"],
    ["Closed Sat–Sun 11–16", "saturdai sundai"],
    ["The choir and its friends sing on the green hill each Sat–Sun 11–16", "saturdai sundai"],
  ])("%s", (text, terms) => expect(implied(text).replace(/\bmay\b/, "mai")).toBe(terms));

  it.each(["May I come?", "You may come.", "He sat down.", "It costs 5."])("nothing: %s", (text) =>
    expect(implied(text)).toBe(""),
  );
});

describe("the dates of a question", () => {
  const terms = (text: string) =>
    withWrittenDates(text, tokenize(text))
      .filter(({ stop }) => !stop)
      .map(({ term }) => term)
      .join(" ");
  it.each([
    ["open tue", "open tuesdai"],
    ["open on sat", "open saturdai"],
    ["closed in may", "close may"],
    ["meeting 2017-03-04", "meet 2017 march 4"],
    ["meeting 2 sept", "meet 2 septemb"],
    ["meeting on April 3rd 2017", "meet april 3 2017"],
    ["the 3rd meeting", "3rd meet"],
    ["who sat there", "sit"],
    ["may i come", "come"],
    ["meeting on 4/3", "meet 4 3"],
  ])("%s", (text, expected) => expect(terms(text)).toBe(expected));
});
