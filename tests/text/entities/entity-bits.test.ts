import { describe, expect, it } from "vitest";
import { entityBits } from "../../../src/text/entities/entity-bits.ts";
import * as bits from "../../../src/text/entities/entity-kinds.ts";
import { tokenize } from "../../../src/text/tokens.ts";

const { NUMBER, YEAR, CALENDAR, NAME, PLACED_NAME, DURATION, APPOSED, MONEY, LENGTH, ROLE } = bits;
const DAY = CALENDAR | bits.DAY;
const CLOCK = CALENDAR | bits.CLOCK;

/** The bits of the first token of a sentence that reads so. */
function bitsOf(sentence: string, raw: string): number {
  const tokens = tokenize(sentence);
  const i = tokens.findIndex(({ start, end }) => sentence.slice(start, end) === raw);
  expect(i).not.toBe(-1);
  return entityBits(sentence, tokens)[i] as number;
}

describe("what a word is", () => {
  it.each([
    ["a number", "They sold 12 boats.", "12", NUMBER],
    ["a number in words", "They sold twelve boats.", "twelve", NUMBER],
    ["a year", "It burnt in 1894.", "1894", YEAR],
    ["a decade", "It burnt in the 1890s.", "1890s", YEAR],
    ["a number that is no year", "It cost 2,150 in all.", "2,150", NUMBER],
    ["a weekday", "They met on Tuesday.", "Tuesday", DAY],
    ["a month", "They met in March.", "March", DAY],
    ["a short month", "They met on 5 sept.", "sept", DAY],
    ["a day of a month", "They met on 5 March.", "5", DAY],
    ["a day behind its month", "They met on March 5th.", "5th", DAY],
    ["a number that is no day", "On 45 March days it rained.", "45", NUMBER],
    ["no month, a verb", "They march on.", "march", 0],
    ["a time of day", "They met at noon.", "noon", CLOCK],
    ["a span of time", "It took nine weeks.", "weeks", DURATION],
    ["a day counted from today", "Tomorrow it opens.", "Tomorrow", DURATION],
    ["a name", "Then Vossler left.", "Vossler", NAME],
    ["no name, a part of an identifier", "They call getUserById.", "User", 0],
    ["no name, the first word", "Vossler left.", "Vossler", 0],
    ["a name, the first word, which one person's verb follows", "Ravi has the key.", "Ravi", NAME],
    ["a name that could be a month", "Jan looks after the boats.", "Jan", NAME],
    ["a name, where it does something to somebody", "Kim joined us.", "Kim", NAME],
    ["a name that ends in s", "Lars is away.", "Lars", NAME],
    ["no name, a stuff", "Water is cheap.", "Water", 0],
    ["no name, several", "Dogs chased the cat.", "Dogs", 0],
    ["no name, something done", "Parking is free.", "Parking", 0],
    ["a name of a place", "They live in Marlbeck now.", "Marlbeck", NAME | PLACED_NAME],
    ["a name with a description behind it", "Then Korhammer, a judge, spoke.", "Korhammer", NAME | APPOSED],
    ["a name with its office before it", "The spokesman Hale spoke.", "Hale", NAME | APPOSED],
    ["a sum of money", "It cost £48.", "48", NUMBER | MONEY],
    ["a currency", "It cost nine crowns.", "crowns", MONEY],
    ["a unit of length", "It is nine miles off.", "miles", LENGTH],
  ])("is %s", (_, sentence, raw, expected) => expect(bitsOf(sentence, raw)).toBe(expected));
});

/** Every bit that any word of a sentence has. */
function bitsIn(sentence: string): number {
  return entityBits(sentence, tokenize(sentence)).reduce((all, one) => all | one, 0);
}

function describeKind(kind: string, bit: number, held: readonly string[], not: readonly string[]): void {
  describe(kind, () => {
    it.each(held)("%s", (sentence) => expect(bitsIn(sentence) & bit).toBe(bit));
    it.each(not)("not in: %s", (sentence) => expect(bitsIn(sentence) & bit).toBe(0));
  });
}

describe("numbers of a date, a time, an address or a telephone count nothing", () => {
  it.each([
    "It opened on 2017-03-04.",
    "It opened on 04/03/2017.",
    "It opened on 4.3.2017.",
    "It opened on 4 March 2017.",
    "It opened on March 4th, 2017.",
    "Due on Mar 4.",
    "The dinner is on 4/3.",
    "It is on the 4th of March.",
    "Rent is due on the 4th.",
    "The camp is 3–5 May.",
    "Doors open at 18:30.",
    "Doors open at 6.30 pm.",
    "Doors open at 6pm and close at 18h30.",
    "We meet at six.",
    "Open Mon–Fri 9–17.",
    "The desk is open from 9 to 5.",
    "Ask in Room 204.",
    "We live at 12 Mill Road.",
    "Ring +44 20 7946 0018.",
    "Ring 555-0123 at night.",
    "See https://example.org/2024/35 for it.",
  ])("%s", (sentence) => expect(bitsIn(sentence) & NUMBER).toBe(0));
  it.each([
    "About 4/3 of a cup is needed.",
    "Version 1.2.17 has it.",
    "They may 5 times a year.",
    "Members aged 9–17 pay less.",
    "Of 9 to 15 guests one stayed.",
    "They came at 20 km an hour.",
    "It grew from 9 to 15.",
    "One of 204 rooms is free.",
    "The 4th floor has 12 beds.",
  ])("but it does in: %s", (sentence) => expect(bitsIn(sentence) & NUMBER).toBe(NUMBER));
});

describeKind(
  "a time of the clock",
  bits.CLOCK,
  [
    ...[
      "Doors open at 18:30.",
      "It ends at 6.30 pm.",
      "It ends at 6pm.",
      "From 18h on it is quiet.",
      "It ends at 18h30.",
    ],
    ...[
      "We start at half past six.",
      "We start at quarter to 7.",
      "Lunch is at noon.",
      "Be there at six.",
      "9 a.m. sharp.",
    ],
    ...[
      "Open Mon–Fri 9–17.",
      "Sat: 10-14",
      "The office is open from 9 to 5.",
      "Six o’clock at the latest.",
      "It ends at 18.30 Uhr.",
    ],
  ],
  [
    ...[
      "The map has a scale of 1:50.",
      "Mix it 3:1.",
      "It took 18 h.",
      "For 18h it rained.",
      "Ages 9–17.",
      "At six sites it failed.",
    ],
    ...["It costs at most 6.30 euros.", "Five to ten people came.", "It is half past.", "Pages 9 to 17."],
  ],
);
describeKind(
  "a day",
  bits.DAY,
  [
    ...[
      "Closed on Mon and Tue.",
      "Closed Wed.: 9–12",
      "On Sat we rest.",
      "Mon–Fri only.",
      "On weekdays.",
      "At the weekend.",
      "Mondays",
    ],
    ...["On 4/3 we dine.", "From May 3 on.", "May–September.", "By 30 Sept."],
  ],
  [
    "He sat down.",
    "The Sun rose.",
    "They wed early.",
    "They may come.",
    "They march on.",
    "In Q3 2024 it fell.",
    "At 6pm.",
  ],
);
describeKind(
  "money",
  MONEY,
  [
    ...[
      "It costs €500.",
      "It costs 500 €.",
      "EUR 500 a year.",
      "500 euros a year.",
      "It costs 500,- €.",
      "£4.50 each.",
      "They raised $3m.",
    ],
    ...["CHF 20 a head.", "20 kr a head.", "It is free of charge.", "Admission is free.", "50p a cup."],
  ],
  ["Feel free to ask.", "Three places are free.", "They left their mark.", "Take 3 m of rope.", "It is 1080p."],
);
describeKind(
  "a share",
  bits.PERCENT,
  [
    "20% left.",
    "20 % left.",
    "20 percent left.",
    "Some 20 per cent left.",
    "One in five left.",
    "Half of the members left.",
    "Two thirds of them.",
  ],
  ["One in 2017 left.", "One in three days it rains.", "He stayed half a day."],
);
describe("units", () => {
  it.each([
    ["5 km", bits.LENGTH],
    ["35cm", bits.LENGTH],
    ["6 ft", bits.LENGTH],
    ["nine miles", bits.LENGTH],
    ["20 kg", bits.WEIGHT],
    ["500g", bits.WEIGHT],
    ["12 lb", bits.WEIGHT],
    ["2 l", bits.VOLUME],
    ["250 ml", bits.VOLUME],
    ["30 °C", bits.TEMPERATURE],
    ["90 degrees", bits.TEMPERATURE],
    ["30 km/h", bits.SPEED],
    ["20 mph", bits.SPEED],
    ["16 GB", bits.STORAGE],
    ["10 MB", bits.STORAGE],
    ["300 kWh", bits.ENERGY],
    ["4 ha", bits.AREA],
    ["40 m²", bits.AREA],
    ["nine acres", bits.AREA],
    ["2 h", DURATION],
    ["90 min", DURATION],
    ["3 days", DURATION],
    ["1 1/2 hours", DURATION],
    ["a fortnight", DURATION],
  ])("%s", (amount, bit) => expect(bitsIn(`It is ${amount} at most.`) & bit).toBe(bit));
  it.each([
    ["She has a degree.", bits.TEMPERATURE],
    ["Mr G. Hale left.", bits.WEIGHT],
    ["The 4G mast.", bits.WEIGHT],
    ["It costs $3m.", bits.LENGTH],
    ["30 km/h", bits.LENGTH],
    ["Plan B and C.", bits.STORAGE | bits.TEMPERATURE],
    ["Ha, he said.", bits.AREA],
    ["In a min version.", DURATION],
  ])("not in: %s", (sentence, bit) => expect(bitsIn(sentence) & bit).toBe(0));
});
describeKind(
  "how often",
  bits.FREQUENCY,
  [
    "We meet twice a week.",
    "Every Monday we meet.",
    "It is cleaned daily.",
    "Ten litres per month.",
    "Every other day.",
    "Three times a year.",
    "On Mondays.",
  ],
  ["Every time it fails.", "He reads the Daily Mail.", "Once upon a time.", "On Monday we met."],
);
describeKind(
  "a place",
  bits.PLACE,
  [
    ...[
      "We live at 12 Mill Road.",
      "The office is in Hauptstr. 5.",
      "Ask in Room 204.",
      "It is in the Aula.",
      "Go to building B.",
    ],
    ...[
      "It is on the 2nd floor.",
      "It stands opposite the church.",
      "The bins are behind the shed.",
      "Keys hang in the hall cupboard.",
    ],
    ...["Leave it at the reception.", "It is next to our kitchen.", "We meet online."],
  ],
  [
    "Quite the opposite is true.",
    "We are behind schedule.",
    "It failed in the end.",
    "He made room for 5 people.",
    "At the time it rained.",
    "A Plan B.",
  ],
);
describeKind(
  "somebody by what they do",
  ROLE,
  [
    "Ask the caretaker.",
    "The treasurer signs.",
    "Our groundskeeper has it.",
    "Two nurses stayed.",
    "The committee decides.",
    "Call a plumber.",
  ],
  ["The weather is better.", "They care for it.", "A chairlift runs.", "The Director left."],
);
describeKind(
  "a telephone number",
  bits.PHONE,
  [
    "Ring +44 20 7946 0018.",
    "Call (555) 010-4477.",
    "Phone: 030 1234567",
    "Tel. 555-0123",
    "0171 2345678 at night.",
    "Call 112 at once.",
  ],
  [
    "On 04/03/2017 it rained.",
    "ISBN 978-3-16-148410-0",
    "From 2016-2017 it grew.",
    "It costs 1 200 000 in all.",
    "2017-03-04 10:30",
    "Call 3 times.",
  ],
);
describeKind(
  "an e-mail address",
  bits.EMAIL,
  [
    "Write to info@example.org.",
    "ann.lee+x@mail.example.co.uk",
    "info (at) example (dot) org",
    "bookings@club.example",
  ],
  ["Meet @ noon.", "Ask @ann.", "It is at home."],
);
describeKind(
  "a web address",
  bits.URL_ADDRESS,
  ["See https://example.org/a?b=c.", "See www.example.org.", "Look at example.com/form", "docs.example.io has it."],
  ["e.g. this", "It ended.The rest", "Version 1.2 is out.", "info@example.org"],
);
