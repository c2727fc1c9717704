import { CURRENCIES } from "../../text/entities/amounts.ts";
import { isYear } from "../../text/entities/dates.ts";
import { LABEL_NOUN_BEFORE } from "../../text/entities/label-nouns.ts";
import { findNumbers, type WrittenNumber } from "../../text/entities/written-numbers.ts";
import type { Span } from "../../text/span.ts";
import { stemRegular } from "../../text/tokens.ts";

/** A number with what it measures or counts. */
export interface Quantity extends Span {
  /** The least and the greatest that it may be; both the number itself where nothing makes it vague. */
  readonly low: number;
  readonly high: number;
  /** The number as it is written, without "about" or "at least". */
  readonly value: number;
  /** "at least", "more than", "about": further off than that, and it is another number. */
  readonly isVague: boolean;
  /** "length", in metres; "money:euro"; "count"; "plain" where nothing says what it is of. */
  readonly dimension: string;
  /** The unit as it is written, folded; two units of one dimension are compared with some play. */
  readonly unit: string;
  /** Of a count: the stem of the noun, and the words before it: "35 *American* diplomats". */
  readonly noun: string | null;
  /** The noun as it is written. */
  readonly nounWord: string | null;
  readonly kind: readonly string[];
  /** The number with its unit and its "about" or "at least", as it stands in the text. */
  readonly words: string;
}

/** A number that names its thing: "Room 4", "note 7". Not a quantity, but it tells one thing from another. */
export interface Label extends Span {
  readonly words: string;
}

/** How far a number may be off that is told as "about" so many; and one in another unit, which someone has rounded. */
const ABOUT = 0.15;
const CONVERTED = 0.1;
/** How far beyond "at least 20" or "more than 200" a number may be, and still be one that is meant. */
const OPEN_END = 1.5;

type Unit = readonly [dimension: string, factor: number, pattern: string];
const UNITS: readonly Unit[] = [
  ["length", 1, "m|met(?:re|er)s?"],
  ["length", 1000, "km|kilomet(?:re|er)s?"],
  ["length", 0.01, "cm|centimet(?:re|er)s?"],
  ["length", 0.001, "mm|millimet(?:re|er)s?"],
  ["length", 1609.34, "mi|miles?"],
  ["length", 0.3048, "ft|feet|foot"],
  ["length", 0.9144, "yd|yards?"],
  ["length", 0.0254, "inch(?:es)?"],
  ["weight", 1, "kg|kilos?|kilograms?|kilogrammes?"],
  ["weight", 0.001, "g|grams?|grammes?"],
  ["weight", 1000, "t|tonnes?"],
  ["weight", 907.2, "tons?"],
  ["weight", 0.4536, "lbs?"],
  ["weight", 0.02835, "oz|ounces?"],
  ["volume", 1, "l|L|lit(?:re|er)s?"],
  ["volume", 0.001, "ml|millilit(?:re|er)s?"],
  ["volume", 4.546, "gallons?"],
  ["area", 10000, "ha|hectares?"],
  ["area", 4046.9, "acres?"],
  ["area", 1, "m²|m2|sqm|square met(?:re|er)s?"],
  ["area", 1e6, "km²|km2|square kilomet(?:re|er)s?"],
  ["speed", 1, "km/h|kmh|kph"],
  ["speed", 1.609, "mph"],
  ["duration", 1, "min|mins|minutes?"],
  ["duration", 60, "h|hrs?|hours?"],
  ["duration", 1 / 60, "s|secs?|seconds?"],
  ["duration", 1440, "days?|nights?"],
  ["duration", 10080, "weeks?"],
  ["duration", 43800, "months?"],
  ["duration", 525600, "years?"],
  ["age", 1, "year-olds?|years? old|years? of age"],
  ["percent", 1, "%|per cent|percent"],
  ["points", 1, "percentage points?"],
  ["temperature", 1, "°\\s?C|℃|degrees (?:celsius|centigrade)"],
  ["fahrenheit", 1, "°\\s?F|degrees fahrenheit"],
  ["degrees", 1, "°|degrees?"],
];
const measures = UNITS.map(([dimension, factor, pattern]) => ({
  dimension,
  factor,
  pattern: new RegExp(`^[\\s-]?(${pattern})(?![\\p{L}\\d²³/])`, "iu"),
}));
const CURRENCY_WORDS: ReadonlyMap<string, string> = new Map([
  ...[...CURRENCIES].map(([sign, word]) => [sign.toLowerCase(), word] as const),
  ...["dollar", "euro", "pound", "yen", "yuan", "rupee", "franc", "crown", "zloty", "rouble", "ruble"].flatMap(
    (word) => [[word, word] as const, [`${word}s`, word] as const],
  ),
]);
const SIGN_BEFORE = /(?:^|[^\p{L}])([$£€¥₹]|[A-Z]{2,3}\s|US\$)\s?$/u;
const CURRENCY_BEHIND = /^\s?([€£$]|[\p{L}]{2,7})(?![\p{L}\d])/u;

const MORE =
  /(?:at least|more than|over|above|upwards of|no fewer than|no less than|minimum of|exceed(?:s|ed|ing)?|>)\s*$/i;
const FEWER =
  /(?:at most|less than|fewer than|up to|as many as|under|below|no more than|not more than|maximum of|<)\s*$/i;
const NEARLY = /(?:nearly|almost|just under|close to|not quite)\s*$/i;
const ROUGHLY =
  /(?:about|around|some|roughly|approximately|approx\.?|circa|ca\.|an estimated|estimated|estimated at|~|or so|perhaps|maybe|in the region of)\s*(?:the\s+)?$/i;
const OR_MORE = /^\s+(?:or (?:more|so)|and (?:more|up)|plus)\b|^\+/i;
/** Signs and articles between "about" and the number. */
const BETWEEN = /(?:[$£€¥₹]|US\$|the\s|a\s)\s*$/i;

const IRREGULAR = new Set(
  "people children men women persons police staff dead crew fish sheep mice feet geese".split(" "),
);
const MAX_KIND = 3;

/** @param taken runs that are known as something else: dates, times, addresses */
export function findQuantities(
  text: string,
  taken: readonly Span[],
  isNoun: (word: string) => boolean,
): { readonly quantities: Quantity[]; readonly labels: Label[] } {
  const quantities: Quantity[] = [];
  const labels: Label[] = [];
  const numbers = findNumbers(text).filter(
    ({ start, end }) => !taken.some((other) => start < other.end && other.start < end),
  );
  for (let i = 0; i < numbers.length; i++) {
    let number = numbers[i] as WrittenNumber;
    const before = text.slice(0, number.start);
    const label = LABEL_NOUN_BEFORE.exec(before);
    if (label !== null && !number.isOne && !/\b(?:a|an|per|each|every)\s+$/i.test(before.slice(0, label.index))) {
      const start = number.start - (label[1] ?? "").length;
      labels.push({ start, end: number.end, words: `${stemOf((label[1] ?? "").trim())} ${number.value}` });
      continue;
    }
    if (isOfRule(text, number)) continue;
    let [low, high] = [number.value, number.value];
    const next = numbers[i + 1];
    const joint = next === undefined ? "" : text.slice(number.end, next.start);
    const isRange =
      next !== undefined &&
      (/^\s?(?:-|–|to)\s?$/.test(joint) || (/^\s+and\s+$/.test(joint) && /between\s+$/i.test(before)));
    if (isRange && next.value > number.value) {
      high = next.value;
      number = { ...next, start: number.start };
      i++;
    } else if (/\d[-–]$/.test(before)) continue;
    const quantity = measure(text, number, low, high, isNoun);
    if (quantity === null) continue;
    quantities.push(quantity);
  }
  return { quantities, labels };
}

/** "3.3 The channel", "SI 3.3": the number of a rule. */
function isOfRule(text: string, { start, end }: WrittenNumber): boolean {
  const before = text.slice(0, start);
  const isFirst =
    /^\W*$/.test(before) && /^[.)]?\s+["“(]?\p{Lu}/u.test(text.slice(end)) && /\d/.test(text.slice(start, end));
  return isFirst || (text.slice(start, end).includes(".") && /\p{Lu}\p{L}*\.?\s$/u.test(before));
}

function measure(
  text: string,
  { start, end, value, isOne }: WrittenNumber,
  least: number,
  most: number,
  isNoun: (word: string) => boolean,
): Quantity | null {
  const bare = text.slice(start, end);
  const behind = text.slice(end);
  const before = text.slice(0, start);
  let [low, high] = [least, most];
  let dimension = "plain";
  let unit = "";
  let last = end;
  let first = start;
  let noun: string | null = null;
  let nounWord: string | null = null;
  let kind: readonly string[] = [];
  const sign = SIGN_BEFORE.exec(before);
  const currency =
    CURRENCY_WORDS.get((sign?.[1] ?? "").trim().toLowerCase()) ??
    CURRENCY_WORDS.get((CURRENCY_BEHIND.exec(behind)?.[1] ?? "").toLowerCase());
  let factor = 1;
  if (currency !== undefined) {
    dimension = `money:${currency}`;
    if (sign !== null && CURRENCY_WORDS.has((sign[1] ?? "").trim().toLowerCase()))
      first = start - (sign[0].length - sign[0].search(/[$£€¥₹A-Z]/));
    else last = end + (CURRENCY_BEHIND.exec(behind)?.[0].length ?? 0);
  } else {
    const measured = measures
      .flatMap((one) => {
        const match = one.pattern.exec(behind);
        return match === null ? [] : [{ ...one, match }];
      })
      .sort((a, b) => b.match[0].length - a.match[0].length)[0];
    if (measured !== undefined) {
      ({ dimension, factor } = measured);
      unit = (measured.match[1] ?? "").toLowerCase();
      last = end + measured.match[0].length;
    } else {
      const counted = countedNoun(behind, isNoun);
      if (counted !== null) {
        dimension = "count";
        ({ noun, nounWord, kind } = counted);
      } else if (isOne || (isYear(bare) && least === most)) return null;
    }
  }
  const ahead = before.replace(BETWEEN, "");
  const isMore = MORE.test(ahead) || OR_MORE.test(behind);
  const isFewer = FEWER.test(ahead);
  const isNearly = NEARLY.test(ahead);
  const isAbout = ROUGHLY.test(ahead) || /^\s+or so\b/i.test(behind);
  const play = [MORE, FEWER, NEARLY, ROUGHLY].map((pattern) => ahead.search(pattern)).find((at) => at !== -1);
  if (isMore) high = most * OPEN_END;
  if (isFewer) low = least / OPEN_END;
  if (isNearly) low = least * (1 - ABOUT);
  if (isAbout) [low, high] = [least * (1 - ABOUT), most * (1 + ABOUT)];
  if (dimension === "fahrenheit") {
    const celsius = (degrees: number) => ((degrees - 32) * 5) / 9;
    [dimension, low, high] = ["temperature", celsius(low), celsius(high)];
  }
  return {
    start: first,
    end: last,
    low: low * factor,
    high: high * factor,
    value: value * factor,
    isVague: isMore || isFewer || isNearly || isAbout,
    dimension,
    unit,
    noun,
    nounWord,
    kind,
    words: text.slice(play ?? first, last).replace(/\s+/g, " "),
  };
}

/** The noun that a number stands before: the first of the words behind it that is a plural. */
function countedNoun(
  behind: string,
  isNoun: (word: string) => boolean,
): { readonly noun: string; readonly nounWord: string; readonly kind: readonly string[] } | null {
  const kind: string[] = [];
  let rest = behind;
  while (kind.length <= MAX_KIND) {
    const match = /^(?:\s|-)([\p{L}][\p{L}'’.]*[\p{L}]|\p{L})/u.exec(rest);
    if (match === null) return null;
    const word = (match[1] ?? "").toLowerCase();
    rest = rest.slice(match[0].length);
    if (
      /^(?:of|the|a|an|in|on|at|to|and|or|for|by|from|with|is|was|are|were|has|have|had|will|would|be|been|that|which|who|as|than|per|not|but)$/.test(
        word,
      )
    )
      return null;
    if (IRREGULAR.has(word)) return { noun: stemOf(word), nounWord: word, kind };
    const isPlural = /[a-z]{2}s$/.test(word) && !/(?:ss|us|is|'s|’s)$/.test(word) && isNoun(word);
    if (isPlural) return { noun: stemOf(word), nounWord: word, kind };
    if (/^(?:says?|said|reports?|reported|told|wrote|thinks?|believes?)$/.test(word)) return null;
    kind.push(nationality(word));
  }
  return null;
}

const SAME_NOUN: ReadonlyMap<string, string> = new Map(
  Object.entries({ persons: "people", person: "people", home: "house", homes: "house", houses: "house" }),
);

function stemOf(word: string): string {
  const noun = SAME_NOUN.get(word.toLowerCase()) ?? word.toLowerCase();
  return stemRegular(noun);
}

function nationality(word: string): string {
  return /^(?:us|u\.s|america)$/.test(word) ? "american" : word;
}

/** Whether two quantities are of the same thing, as far as their units, nouns and the words before those tell. */
export function areOfOneKind(a: Quantity, b: Quantity): boolean {
  if (a.dimension !== b.dimension) return false;
  if (a.noun !== b.noun) return false;
  return a.kind.length === 0 || b.kind.length === 0 || a.kind.some((word) => b.kind.includes(word));
}

/** Whether one number may be the other: "more than 200" and 210, "about 1,500" and 1,480, 6 miles and 10 km. */
export function mayBeEqual(a: Quantity, b: Quantity): boolean {
  const play = a.unit !== b.unit ? CONVERTED : 1e-9;
  const slack = Math.max(Math.abs(a.value), Math.abs(b.value)) * play;
  return a.low <= b.high + slack && b.low <= a.high + slack;
}
