import type { Unit } from "../../search/question-kinds.ts";
import { DEFINITION, MANNER, REASON } from "../../search/sentence-bits.ts";
import {
  AREA,
  CALENDAR,
  CLOCK,
  DAY,
  DURATION,
  EMAIL,
  ENERGY,
  FREQUENCY,
  LENGTH,
  MONEY,
  NUMBER,
  PERCENT,
  PHONE,
  PLACE,
  PLACED_NAME,
  ROLE,
  SPEED,
  STORAGE,
  TEMPERATURE,
  URL_ADDRESS,
  VOLUME,
  WEIGHT,
  YEAR,
} from "../../text/entities/entity-kinds.ts";
import type { Measurements } from "../measure/measurements.ts";
import { feature } from "./feature.ts";

/** A date, a year or a span of time. */
const TIME = YEAR | CALENDAR | DURATION;
const CONTACT = PHONE | EMAIL | URL_ADDRESS;
const UNIT_BITS: Readonly<Record<Exclude<Unit, "noun">, number>> = {
  money: MONEY,
  duration: DURATION,
  length: LENGTH,
  distance: LENGTH | DURATION,
  weight: WEIGHT,
  volume: VOLUME,
  area: AREA | LENGTH,
  size: AREA | LENGTH | VOLUME | STORAGE | NUMBER,
  speed: SPEED,
  temperature: TEMPERATURE,
  storage: STORAGE,
  energy: ENERGY,
  percent: PERCENT,
  frequency: FREQUENCY,
  clock: CLOCK,
  day: DAY,
  phone: PHONE,
  email: EMAIL,
  url: URL_ADDRESS,
  contact: CONTACT,
};

const TYPE = ["questionType", "unit", "newBits", "newNames", "sentenceBits"] as const;
const UNIT = ["unit", "countsFocus", "newBits"] as const;
const COVERED = ["exact", "partial", "synonym", "totalWeight"] as const;

/** How far the sentence holds what the question type wants, from 0 to 1; null where that cannot be told. */
function typeMatch(measured: Pick<Measurements, (typeof TYPE)[number]>): number | null {
  const { questionType, unit, newBits, newNames, sentenceBits } = measured;
  switch (questionType) {
    case "person":
      if (newNames > 0) return 1;
      return newBits & (ROLE | PHONE | EMAIL) ? 0.5 : 0;
    case "time":
      return newBits & TIME ? 1 : 0;
    case "place":
      if (newBits & (PLACED_NAME | PLACE)) return 1;
      return newNames > 0 ? 0.5 : 0;
    case "quantity":
      return holdsAmount(unit, newBits) ? 1 : 0;
    case "contact":
      return newBits & CONTACT ? 1 : 0;
    case "reason":
      return sentenceBits & REASON ? 1 : 0;
    case "manner":
    case "thing":
    case "yes-no":
      return null;
    default:
      return questionType satisfies never;
  }
}

/** Whether a number stands there, or what serves for one: "daily" for how often, "free of charge" for how much. */
function holdsAmount(unit: Unit | null, newBits: number): boolean {
  const unnumbered = unit === "money" || unit === "frequency" || unit === "percent" ? UNIT_BITS[unit] : 0;
  return (newBits & (NUMBER | unnumbered)) !== 0;
}

/** Whether the sentence holds the unit or the counted noun asked for; null where none is. */
function unitMatch({ unit, countsFocus, newBits }: Pick<Measurements, (typeof UNIT)[number]>): boolean | null {
  if (unit === null) return null;
  return unit === "noun" ? countsFocus : (newBits & UNIT_BITS[unit]) !== 0;
}

/** Share matched by the terms, their families and words of like meaning. */
function covered({ exact, partial, synonym, totalWeight }: Pick<Measurements, (typeof COVERED)[number]>): number {
  return exact / totalWeight + partial / totalWeight + synonym / totalWeight;
}

/** Whether the sentence holds what the question asks for: a name for who, a date for when, … */
export const answerTypeFeatures = [
  feature({
    name: "typeNear",
    meaning: "what the question type wants stands close to a matched word",
    inputs: ["typeNear"],
    value: ({ typeNear }) => (typeNear ? 1 : 0),
  }),
  feature({
    name: "personType",
    meaning: "asked who, and it names somebody new",
    inputs: TYPE,
    value: (measured) => (measured.questionType === "person" ? (typeMatch(measured) ?? 0) : 0),
  }),
  feature({
    name: "timeType",
    meaning: "asked when, and it holds a new date, year or span",
    inputs: TYPE,
    value: (measured) => (measured.questionType === "time" ? (typeMatch(measured) ?? 0) : 0),
  }),
  feature({
    name: "timeMissing",
    meaning: "asked when, and it holds no new date, year, span or number",
    inputs: ["questionType", "newBits"],
    value: ({ questionType, newBits }) => (questionType === "time" && (newBits & (TIME | NUMBER)) === 0 ? 1 : 0),
  }),
  feature({
    name: "placeType",
    meaning: "asked where, and it names a new place",
    inputs: TYPE,
    value: (measured) => (measured.questionType === "place" ? (typeMatch(measured) ?? 0) : 0),
  }),
  feature({
    name: "quantityType",
    meaning: "asked how many, and it holds a new number",
    inputs: TYPE,
    value: (measured) => (measured.questionType === "quantity" ? (typeMatch(measured) ?? 0) : 0),
  }),
  feature({
    name: "quantityMissing",
    meaning: "asked how many, and it holds no new number",
    inputs: ["questionType", "unit", "newBits"],
    value: ({ questionType, unit, newBits }) => (questionType === "quantity" && !holdsAmount(unit, newBits) ? 1 : 0),
  }),
  feature({
    name: "reasonType",
    meaning: "asked why, and it holds words of reason (asked how: of means)",
    inputs: ["questionType", "sentenceBits"],
    value: ({ questionType, sentenceBits }) => {
      if (questionType === "reason") return sentenceBits & REASON ? 1 : 0;
      return questionType === "manner" && sentenceBits & MANNER ? 0.5 : 0;
    },
  }),
  feature({
    name: "reasonCovered",
    meaning: "asked why, words of reason, and the share matched here or just before",
    inputs: ["questionType", "sentenceBits", "spread", ...COVERED],
    value: (measured) => {
      const { questionType, sentenceBits, spread, totalWeight } = measured;
      return questionType === "reason" && sentenceBits & REASON ? covered(measured) + spread.previous / totalWeight : 0;
    },
  }),
  feature({
    name: "reasonMissing",
    meaning: "asked why, no words of reason, and the share matched",
    inputs: ["questionType", "sentenceBits", ...COVERED],
    value: (measured) =>
      measured.questionType === "reason" && (measured.sentenceBits & REASON) === 0 ? covered(measured) : 0,
  }),
  feature({
    name: "thingType",
    meaning: "asked what, and it defines something",
    inputs: ["questionType", "sentenceBits"],
    value: ({ questionType, sentenceBits }) => (questionType === "thing" && sentenceBits & DEFINITION ? 1 : 0),
  }),
  feature({
    name: "yesNoType",
    meaning: "asked yes or no, and it names somebody new",
    inputs: ["questionType", "newNames"],
    value: ({ questionType, newNames }) => (questionType === "yes-no" && newNames > 0 ? 1 : 0),
  }),
  feature({
    name: "typeMatch",
    meaning: "what the question type wants, and the share matched broadly",
    inputs: [...TYPE, "broad", "totalWeight"],
    value: (measured) => (typeMatch(measured) ?? 0) * (measured.broad / measured.totalWeight),
  }),
  feature({
    name: "typeMatchBefore",
    meaning: "what the question type wants, and the share that only the sentence before matches broadly",
    inputs: [...TYPE, "broadSpread", "totalWeight"],
    value: (measured) => (typeMatch(measured) ?? 0) * (measured.broadSpread.previous / measured.totalWeight),
  }),
  feature({
    name: "typeMatchBefore2",
    meaning: "what the question type wants, and the share that only the sentence before that matches broadly",
    inputs: [...TYPE, "broadSpread", "totalWeight"],
    value: (measured) => (typeMatch(measured) ?? 0) * (measured.broadSpread.previous2 / measured.totalWeight),
  }),
  feature({
    name: "typeMatchParent",
    meaning: "what the question type wants, and the share that only what it belongs to matches broadly",
    inputs: [...TYPE, "broadSpread", "totalWeight"],
    value: (measured) => (typeMatch(measured) ?? 0) * (measured.broadSpread.parent / measured.totalWeight),
  }),
  feature({
    name: "typeMatchHeading",
    meaning: "what the question type wants, and the share that only the headings or the title hold",
    inputs: [...TYPE, "spread", "totalWeight"],
    value: (measured) => (typeMatch(measured) ?? 0) * (measured.spread.heading / measured.totalWeight),
  }),
  feature({
    name: "typeMismatch",
    meaning: "not what the question type wants, and the share matched broadly",
    inputs: [...TYPE, "broad", "totalWeight"],
    value: (measured) => (1 - (typeMatch(measured) ?? 1)) * (measured.broad / measured.totalWeight),
  }),
  feature({
    name: "unit",
    meaning:
      "asked how much, how long, what time or for a number to call, and it holds such a thing; how many, and the number stands before the noun",
    inputs: UNIT,
    value: (measured) => (unitMatch(measured) === true ? 1 : 0),
  }),
  feature({
    name: "unitMissing",
    meaning: "asked how much, how long, what time, how many or for a number to call, and it holds no such thing",
    inputs: UNIT,
    value: (measured) => (unitMatch(measured) === false ? 1 : 0),
  }),
  feature({
    name: "introduces",
    meaning: "asked who somebody is, and the name stands beside a description",
    inputs: ["introduces"],
    value: ({ introduces }) => (introduces ? 1 : 0),
  }),
] as const;
