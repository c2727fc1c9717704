import { type Clock, type Day, maySameDay, maySameTime } from "./moments.ts";
import { mayBeEqual, type Quantity } from "./quantities.ts";

/** What sources may differ on. */
export type DifferenceKind = "number" | "date" | "time" | "name" | "verb";

/** What a sentence gives where another gives something else. */
export type Value =
  | { readonly on: "number"; readonly quantity: Quantity }
  | { readonly on: "time"; readonly clock: Clock }
  | { readonly on: "date"; readonly day: Day }
  | { readonly on: "name"; readonly name: string }
  | { readonly on: "verb"; readonly verb: string; readonly force: number };

/** Two values of one thing, of one kind. */
export interface Contrast {
  /** What is counted, in the document's word; null where no noun says it. */
  readonly topic: string | null;
  readonly values: readonly [Value, Value];
}

/** The value in the document's words, for a heading. */
export function wordsOf(value: Value): string {
  switch (value.on) {
    case "number":
      return value.quantity.words;
    case "time":
      return value.clock.words;
    case "date":
      return value.day.words;
    case "name":
      return value.name;
    case "verb":
      return value.verb;
  }
}

/** Whether two may stand for one thing: "more than 200" and 210, "quarter past seven" and 7:15, 5 June and Sunday. */
export function maySame(a: Value, b: Value): boolean {
  if (a.on === "number" && b.on === "number") return mayBeEqual(a.quantity, b.quantity);
  if (a.on === "time" && b.on === "time") return maySameTime(a.clock, b.clock);
  if (a.on === "date" && b.on === "date") return maySameDay(a.day, b.day);
  if (a.on === "verb" && b.on === "verb") return a.force === b.force;
  return a.on === "name" && b.on === "name" && a.name === b.name;
}

/** Where a value stands in its sentence; names and verbs are told apart by their words. */
export function placeOf(value: Value): number | string {
  switch (value.on) {
    case "number":
      return value.quantity.start;
    case "time":
      return value.clock.start;
    case "date":
      return value.day.start;
    default:
      return wordsOf(value);
  }
}

/** Whether a value leaves room: "about 40" stands beside 38 rather than 38 beside it. */
export function isVague(value: Value): boolean {
  return value.on === "number" && value.quantity.isVague;
}
