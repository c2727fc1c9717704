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

/** The word for each sign and code of a currency, in the singular. */
export const CURRENCIES: ReadonlyMap<string, string> = new Map(
  `$=dollar US$=dollar USD=dollar AUD=dollar CAD=dollar £=pound GBP=pound €=euro EUR=euro ¥=yen JPY=yen CNY=yuan
  ₹=rupee INR=rupee CHF=franc SFr=franc kr=crown SEK=crown NOK=crown DKK=crown CZK=crown PLN=zloty zł=zloty`
    .split(/\s+/)
    .map((pair) => pair.split("=") as [string, string]),
);

const AMOUNT = "\\d+(?:[.,’']\\d+)*";
const WORDS =
  "(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|a|an|half an?|several|a few|a couple of)";
const MANY = "(?:\\s?(?:k|m|bn|tn)(?![\\p{L}\\d])|\\s(?:thousand|million|billion|trillion))?";
const SIGN = [...CURRENCIES.keys()].map((sign) => sign.replace("$", "\\$")).join("|");
const CURRENCY_WORD =
  "(?:dollars?|euros?|pounds?|quid|cents?|pence|crowns?|krone[nr]?|kronor|francs?|rou?bles?|yen|yuan|rupees?|pesos?|zlot(?:y|ys))";

const SUMS = new RegExp(
  `(?<![\\p{L}\\d])(?:${SIGN})\\.?\\s?${AMOUNT}(?:,-|,–|\\.-)?${MANY}` +
    `|(?<![\\p{L}\\d.,])${AMOUNT}(?:,-|,–|\\.-)?${MANY}\\s?(?:${SIGN})(?![\\p{L}\\d])` +
    `|(?<![\\p{L}\\d.,])\\d{1,2}(?:p|c|ct)(?![\\p{L}\\d])` +
    `|(?<![\\p{L}\\d.,])${AMOUNT}${MANY}\\s(?:${CURRENCY_WORD}|marks)\\b|\\b${CURRENCY_WORD}\\b`,
  "gu",
);
const NOTHING_TO_PAY =
  /\b(?:free of (?:any )?charge|free (?:admission|entry|entrance)|(?:admission|entry|entrance) (?:is|was) (?:always )?free|for free|(?:no|without) (?:charge|fee|cost)|costs? nothing|gratis|free for (?:all|every|members|children|students))\b/gi;

/** Words of units that need no number beside them, and signs that do. */
const UNITS: readonly (readonly [bits: number, words: string, signs: string])[] = [
  [
    LENGTH,
    "kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|km|cm|mm|miles?|feet|foot|inch(?:es)?|yards?",
    "m|ft|mi|yd|in(?=\\.)|[′″]",
  ],
  [WEIGHT, "kilos?|kilogram(?:me)?s?|gram(?:me)?s?|pounds?|ounces?|tonnes?|tons", "kg|g|mg|lbs?|oz|t"],
  [VOLUME, "lit(?:re|er)s?|millilit(?:re|er)s?|gallons?|pints?", "l|L|dl|cl|ml|gal"],
  [
    AREA,
    "square (?:kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|foot)|hectares?|acres?",
    "ha|m²|m2|km²|km2|sqm|sq\\.? ?(?:m|ft|km|mi)|ft²",
  ],
  [
    SPEED,
    "(?:kilomet(?:re|er)s?|miles?|met(?:re|er)s?) (?:per|an?) (?:hour|second)|km/h|kmh|kph|mph|m/s",
    "knots?|[MGk]?bit/s|[MGk]bps",
  ],
  [TEMPERATURE, "celsius|fahrenheit|centigrade|°\\s?[CF]\\b|℃", "degrees?|°|C\\b"],
  [STORAGE, "(?:kilo|mega|giga|tera|peta)?bytes?", "[kKMGTP]i?B"],
  [ENERGY, "(?:kilo|mega)?watts?(?:[- ]hours?)?|joules?|calories|kcal", "[kMG]?Wh?|kJ"],
  [
    DURATION,
    "seconds|fortnights?",
    "h|hrs?|min|mins|minutes?|hours?|secs?|(?<=\\b\\d{1,3}\\s?)s|days?|nights?|weeks?|wks?|months?|years?|yrs?|d",
  ],
  [PERCENT, "percent|per cent|percentage points?", "[%‰]"],
];
const unitPatterns = UNITS.map(([bits, words, signs]) => ({
  bits,
  pattern: new RegExp(
    `(?<![\\p{L}\\d.,/])(?:${AMOUNT}(?:\\s\\d/\\d|[½¼¾])?|\\d/\\d|[½¼¾])(?:\\s?(?:-|–|to)\\s?${AMOUNT})?[\\s-]?(?:${signs}|${words})(?![\\p{L}\\d²/])` +
      `|\\b${WORDS}[\\s-](?:${words})(?!\\p{L})|(?<![\\p{L}\\d])(?:${words})(?![\\p{L}/])`,
    "gu",
  ),
}));
/** "one in five", "half of the members". */
const SHARES =
  /\b(?:one|two|three|four|\d{1,2}) (?:in|out of)(?: every)? (?:two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred|\d{1,2}|100)\b(?!\s?(?:[:%°€£$]|days?|weeks?|months?|years?|hours?|minutes?))|\b(?:half|(?:a|one|two|three)[ -](?:thirds?|quarters?|fifths?)|most)(?= of\b)/gi;

const PERIOD = "(?:hour|day|night|week|month|quarter|year|season|term|decade|century|fortnight)";
const OFTEN = new RegExp(
  `\\b(?:once|twice|thrice|(?:\\w+|several|many) times)\\s(?:an?|per|every|each)\\s${PERIOD}\\b` +
    `|(?<!\\p{L})(?:hourly|daily|nightly|weekly|biweekly|fortnightly|monthly|quarterly|yearly|annually)\\b` +
    `|\\b(?:[Ee]very|[Ee]ach)\\s(?:(?:other|second|third|few|single|\\w+)\\s)?(?:${PERIOD}s?|minutes?|morning|afternoon|evening|weekend|weekday|(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day|January|February|March|April|May|June|July|August|September|October|November|December)\\b` +
    `|\\b(?:per|an?)\\s${PERIOD}\\b(?<=\\b(?:per|times an?)\\s\\w+)|\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\\b`,
  "gu",
);

/** Sums of money, amounts with their unit, units, shares, and how often a thing happens. */
export function findAmounts(text: string): Mention[] {
  const sums = findAll(text, SUMS, MONEY);
  const signed = sums.filter(({ start, end }) => !/\p{L}{3}$/u.test(text.slice(start, end)));
  const found = [...sums, ...findAll(text, NOTHING_TO_PAY, MONEY)];
  for (const { bits, pattern } of unitPatterns) {
    // "£3m" is no length; "nine pounds" may be money or a weight.
    const amounts = findAll(text, pattern, bits);
    found.push(...amounts.filter((amount) => !signed.some((sum) => sum.start < amount.end && amount.start < sum.end)));
  }
  return [...found, ...findAll(text, SHARES, PERCENT), ...findAll(text, OFTEN, FREQUENCY)];
}
