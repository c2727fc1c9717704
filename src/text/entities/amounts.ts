import { allMatches } from "../matches.ts";
import {
  AREA,
  DURATION,
  ENERGY,
  FREQUENCY,
  LENGTH,
  MONEY,
  PERCENT,
  SPEED,
  STORAGE,
  TEMPERATURE,
  VOLUME,
  WEIGHT,
} from "./entity-kinds.ts";
import { findAll, type Mention } from "./mention.ts";
import { BEYOND_ASCII, CURRENCY, DIGIT, holdsSign, signOf } from "./signs.ts";

/** The word for each sign and code of a currency, in the singular. */
export const CURRENCIES: ReadonlyMap<string, string> = new Map(
  `$=dollar US$=dollar USD=dollar AUD=dollar CAD=dollar £=pound GBP=pound €=euro EUR=euro ¥=yen JPY=yen CNY=yuan
  ₹=rupee INR=rupee CHF=franc SFr=franc kr=crown SEK=crown NOK=crown DKK=crown CZK=crown PLN=zloty zł=zloty`
    .split(/\s+/)
    .map((pair) => pair.split("=") as [string, string]),
);

const AMOUNT = "\\d+(?:[.,’']\\d+)*";
const MANY = "(?:\\s?(?:k|m|bn|tn)(?![\\p{L}\\d])|\\s(?:thousand|million|billion|trillion))?";
const SIGN = [...CURRENCIES.keys()].map((sign) => sign.replace("$", "\\$")).join("|");

const SUMS = new RegExp(
  `(?<![\\p{L}\\d])(?:${SIGN})\\.?\\s?${AMOUNT}(?:,-|,–|\\.-)?${MANY}` +
    `|(?<![\\p{L}\\d.,])${AMOUNT}(?:,-|,–|\\.-)?${MANY}\\s?(?:${SIGN})(?![\\p{L}\\d])` +
    "|(?<![\\p{L}\\d.,])\\d{1,2}(?:p|c|ct)(?![\\p{L}\\d])",
  "gu",
);
/** Letters of what stands for a sum's currency, as far as they are of ASCII, and of smaller coins. */
const SUM_SIGN = signOf("usd aud cad gbp eur jpy cny inr chf sfr kr sek nok dkk czk pln z p c ct");
/** "5 millionUSD" */
const GLUED = /(?:thousand|million|billion|trillion)[A-Za-z]/;
const FREE_SIGN = signOf("free charge fee costs? gratis");
const NOTHING_TO_PAY =
  /\b(?:free of (?:any )?charge|free (?:admission|entry|entrance)|(?:admission|entry|entrance) (?:is|was) (?:always )?free|for free|(?:no|without) (?:charge|fee|cost)|costs? nothing|gratis|free for (?:all|every|members|children|students))\b/gi;

/** Units by their words, which need no number beside them, and by signs and words that do; none of two words. */
const UNITS: readonly (readonly [bits: number, words: string, signs: string])[] = [
  [
    MONEY,
    "dollars?|euros?|pounds?|quid|cents?|pence|crowns?|krone[nr]?|kronor|francs?|rou?bles?|yen|yuan|rupees?|pesos?|zlotys?",
    "marks?",
  ],
  [
    LENGTH,
    "(?:kilo|centi|milli)?met(?:re|er)s?|km|cm|mm|miles?|feet|foot|inch(?:es)?|yards?",
    "m|ft|mi|yd|in(?=\\.)|[′″]",
  ],
  [WEIGHT, "kilos?|(?:kilo)?gram(?:me)?s?|pounds?|ounces?|tonnes?|tons", "kg|g|mg|lbs?|oz|t"],
  [VOLUME, "(?:milli)?lit(?:re|er)s?|gallons?|pints?", "l|L|dl|cl|ml|gal"],
  [AREA, "hectares?|acres?", "ha|m²|m2|km²|km2|sqm|sq\\.? ?(?:m|ft|km|mi)|ft²"],
  [SPEED, "kmh|kph|mph", "km/h|m/s|knots?|[MGk]?bit/s|[MGk]bps"],
  [TEMPERATURE, "celsius|fahrenheit|centigrade", "degrees?|°\\s?[CF]?|℃|C"],
  [STORAGE, "(?:kilo|mega|giga|tera|peta)?bytes?", "[kKMGTP]i?B"],
  [ENERGY, "(?:kilo|mega)?watts?|joules?|calories|kcal", "[kMG]?Wh?|kJ"],
  [
    DURATION,
    "fortnights?",
    "h|hrs?|min|mins|seconds?|secs?|s|nights?|wks?|yrs?|d|(?:hour|minute|day|week|month|year)s?",
  ],
  [PERCENT, "percent", "[%‰]|per cent"],
];
const UNIT_WORDS = UNITS.map(([bits, words]) => [bits, new RegExp(`^(?:${words})$`)] as const);
const UNIT_WORD = new RegExp(`^(?:${UNITS.map(([, words]) => words).join("|")})$`);
/** An amount with its unit, which is the group that matches, in the order of UNITS. */
const WITH_UNIT = new RegExp(
  `(?<![\\p{L}\\d.,/])(?:${AMOUNT}(?:\\s\\d/\\d|[½¼¾])?|\\d/\\d|[½¼¾])(?:\\s?(?:-|–|to)\\s?${AMOUNT})?[\\s-]?(?:${UNITS.map(
    ([, words, signs]) => `(${words}|${signs})`,
  ).join("|")})(?![\\p{L}\\d²/])`,
  "gu",
);
const DECADE = /^\d{4}s$/;
const TWO_WORDS = [
  [AREA, /\bsquare (?:kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|foot)\b/g, signOf("square")],
  [SPEED, /\b(?:kilomet(?:re|er)s?|miles?|met(?:re|er)s?|km) (?:per|an?) (?:hour|second)\b/g, signOf("hour second")],
  [PERCENT, /\b(?:per cent|percentage points?)\b/g, signOf("cent percentage")],
] as const;
/** "one in five", "half of the members". */
const SHARES =
  /\b(?:one|two|three|four|\d{1,2}) (?:in|out of)(?: every)? (?:two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred|\d{1,2}|100)\b(?!\s?(?:[:%°€£$]|days?|weeks?|months?|years?|hours?|minutes?))|\b(?:half|(?:a|one|two|three)[ -](?:thirds?|quarters?|fifths?)|most)(?= of\b)/gi;
const SHARE_SIGN = signOf("one two three four half thirds? quarters? fifths? most");

const PERIOD = "(?:hour|day|night|week|month|quarter|year|season|term|decade|century|fortnight)";
const OFTEN = new RegExp(
  `\\b(?:once|twice|thrice|times)\\s(?:an?|per|every|each)\\s${PERIOD}\\b` +
    "|\\b(?:hourly|daily|nightly|weekly|biweekly|fortnightly|monthly|quarterly|yearly|annually)\\b" +
    `|\\b(?:[Ee]very|[Ee]ach)\\s(?:\\w+\\s)?(?:${PERIOD}s?|minutes?|morning|afternoon|evening|weekend|weekday|(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day|January|February|March|April|May|June|July|August|September|October|November|December)\\b` +
    `|\\bper\\s${PERIOD}\\b|\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\\b`,
  "g",
);

const OFTEN_SIGN = signOf(
  `once twice thrice times every each per hourly daily nightly weekly biweekly fortnightly monthly quarterly yearly annually
  mondays tuesdays wednesdays thursdays fridays saturdays sundays`,
);
/** Every period, and every word of OFTEN without one, has one of these in it. */
const MAY_HOLD_PERIOD =
  /hour|da[yi]|night|week|month|quarter|year|season|term|decade|century|minute|morning|afternoon|evening|annually|January|February|March|April|May|Ju[nl]|August|ber\b/;

/** The bits of a word that is a unit by itself, or 0. @param word folded */
export function unitBits(word: string): number {
  if (!UNIT_WORD.test(word)) return 0;
  return UNIT_WORDS.reduce((sum, [bit, pattern]) => (pattern.test(word) ? sum | bit : sum), 0);
}

/** Sums of money, amounts with their unit, shares, and how often a thing happens. */
export function findAmounts(text: string): Mention[] {
  const found = holdsSign(text, FREE_SIGN) ? findAll(text, NOTHING_TO_PAY, MONEY) : [];
  if (holdsSign(text, SHARE_SIGN | DIGIT) && / (?:in|out|of)\b/i.test(text)) {
    found.push(...findAll(text, SHARES, PERCENT));
  }
  if (holdsSign(text, OFTEN_SIGN) && MAY_HOLD_PERIOD.test(text)) found.push(...findAll(text, OFTEN, FREQUENCY));
  for (const [bits, pattern, sign] of TWO_WORDS) {
    if (holdsSign(text, sign)) found.push(...findAll(text, pattern, bits, LENGTH));
  }
  if (!holdsSign(text, DIGIT) && !(holdsSign(text, BEYOND_ASCII) && /[½¼¾]/.test(text))) return found;
  const mayHoldSum = holdsSign(text, CURRENCY | SUM_SIGN) || GLUED.test(text);
  const sums = mayHoldSum ? findAll(text, SUMS, MONEY) : [];
  for (const match of allMatches(WITH_UNIT, text)) {
    const [amount, ...units] = match;
    const start = match.index;
    const end = start + amount.length;
    // "£3m" is no length, "1890s" no span.
    if (DECADE.test(amount) || sums.some((sum) => sum.start < end && start < sum.end)) continue;
    const unit = units.findIndex((one) => one !== undefined);
    const bits = (UNITS[unit]?.[0] ?? 0) | unitBits(units[unit] ?? "");
    // "km/h" has a unit of length in it.
    found.push({ start, end, bits, not: bits & SPEED ? LENGTH : 0 });
  }
  return [...sums, ...found];
}
