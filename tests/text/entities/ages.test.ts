import { describe, expect, it } from "vitest";
import { tellsAge } from "../../../src/text/entities/ages.ts";

describe("an age", () => {
  it.each([
    "Ann Rudd, 45, keeps the keys.",
    "Ann Rudd (45) keeps the keys.",
    "She is 45.",
    "He was forty-five when he came.",
    "The keeper is aged 45.",
    "Ages 6–12 are welcome.",
    "Age: 9",
    "Children under 12 swim free.",
    "Members must be at least sixteen years old.",
    "You must be over 18 to vote.",
    "Open to those of 16 and over.",
    "A 14-year-old steered the boat.",
    "The oak is some three hundred years old.",
    "The chapel was built in 1890.",
    "The club, founded by two brothers in 1921, has a pool.",
    "In 1921 the club was founded.",
    "The wall dates back to the 12th century.",
    "Receipts older than 60 days are not paid: they may be 60 days old.",
    "The calf was two weeks old.",
    "He is in his late forties.",
    "The keeper was born in Riga.",
    "The bridge has been closed since 2004.",
    "It marks its tenth birthday.",
  ])("is told: %s", (text) => expect(tellsAge(text)).toBe(true));

  it.each([
    "On Friday, 30 December 2016, Rudd left, only hours after Petek.",
    "Rudd proposed to expel 35 members.",
    "The pool opens at 7 and closes at 21.",
    "The walk takes three hours.",
    "Ann Rudd has kept the keys for nineteen years.",
    "He gave up the chair after six years.",
    "Turnout was seven points more than four years ago.",
    "The old pump is in the cellar.",
    "The fee is 45 euros.",
    "Rudd spoke for ten minutes on Monday.",
    "There are 45 members, 12 of them new.",
    "Turn left behind the mill.",
    "Tickets cost from 12 €.",
  ])("is not: %s", (text) => expect(tellsAge(text)).toBe(false));
});
