import { describe, expect, it } from "vitest";
import * as bits from "../../../src/text/entities/entity-bits.ts";
import { tokenize } from "../../../src/text/tokens.ts";

const { NUMBER, YEAR, CALENDAR, NAME, PLACED_NAME, DURATION, APPOSED, MONEY, LENGTH } = bits;

/** The bits of the first token of a sentence that reads so. */
function bitsOf(sentence: string, raw: string): number {
  const tokens = tokenize(sentence);
  const i = tokens.findIndex(({ start, end }) => sentence.slice(start, end) === raw);
  expect(i).not.toBe(-1);
  return bits.entityBits(sentence, tokens, i);
}

describe("what a word is", () => {
  it.each([
    ["a number", "They sold 12 boats.", "12", NUMBER],
    ["a number in words", "They sold twelve boats.", "twelve", NUMBER],
    ["a year", "It burnt in 1894.", "1894", YEAR],
    ["a decade", "It burnt in the 1890s.", "1890s", YEAR],
    ["a number that is no year", "It cost 2,150 in all.", "2,150", NUMBER],
    ["a weekday", "They met on Tuesday.", "Tuesday", CALENDAR],
    ["a month", "They met in March.", "March", CALENDAR],
    ["a short month", "They met on 5 sept.", "sept", CALENDAR],
    ["a day of a month", "They met on 5 March.", "5", CALENDAR],
    ["a day behind its month", "They met on March 5th.", "5th", CALENDAR],
    ["a number that is no day", "On 45 March days it rained.", "45", NUMBER],
    ["no month, a verb", "They march on.", "march", 0],
    ["a time of day", "They met at noon.", "noon", CALENDAR],
    ["a span of time", "It took nine weeks.", "weeks", DURATION],
    ["a day counted from today", "Tomorrow it opens.", "Tomorrow", DURATION],
    ["a name", "Then Vossler left.", "Vossler", NAME],
    ["no name, a part of an identifier", "They call getUserById.", "User", 0],
    ["no name, the first word", "Vossler left.", "Vossler", 0],
    ["a name of a place", "They live in Marlbeck now.", "Marlbeck", NAME | PLACED_NAME],
    ["a name with a description behind it", "Then Korhammer, a judge, spoke.", "Korhammer", NAME | APPOSED],
    ["a name with its office before it", "The spokesman Hale spoke.", "Hale", NAME | APPOSED],
    ["a sum of money", "It cost £48.", "48", NUMBER | MONEY],
    ["a currency", "It cost nine crowns.", "crowns", MONEY],
    ["a unit of length", "It is nine miles off.", "miles", LENGTH],
  ])("is %s", (_, sentence, raw, expected) => expect(bitsOf(sentence, raw)).toBe(expected));
});
