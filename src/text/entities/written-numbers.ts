import type { Span } from "../span.ts";
import { NUMBER_WORDS } from "./numbers.ts";

/** A number as it stands in a text, in digits or in words. */
export interface WrittenNumber extends Span {
  readonly value: number;
  /** Whether it is the bare word "one", which as a rule counts nothing. */
  readonly isOne: boolean;
}

const SMALL: ReadonlyMap<string, number> = new Map([
  ["one", 1],
  ...Array.from(NUMBER_WORDS, ([word, digits]) => [word, Number(digits)] as const),
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 100],
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);
const ABBREVIATED_SCALES: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["m", 1e6],
  ["bn", 1e9],
  ["tn", 1e12],
]);

const WORD = `(?:${[...SMALL.keys(), ...SCALES.keys()].join("|")})`;
const IN_WORDS = new RegExp(`(?<![\\p{L}\\d-])${WORD}(?:(?:-|\\s+(?:and\\s+)?)${WORD})*(?![\\p{L}\\d])`, "giu");
const IN_DIGITS =
  /(?<![\p{L}\d.,:/#§_])(?:\d{1,3}(?:[,'’ ]\d{3})+|\d+)(?:\.\d+)?(?![\d_]|[.,/:]\d)(?!(?:st|nd|rd|th)\b)/gu;
const SCALE_BEHIND = /^(?:\s|-)?(hundred|thousand|million|billion|trillion)\b/i;
const SHORT_SCALE_BEHIND = /^\s?(k|m|bn|tn)(?![\p{L}\d²³/])/iu;
const MONEY_BEFORE = /[$£€¥]\s?$/;

/** The numbers of a text, in order. Ordinals, and digits that are part of a longer name ("A4", "3/4"), are none. */
export function findNumbers(text: string): WrittenNumber[] {
  const found: WrittenNumber[] = [];
  for (const { 0: words, index } of text.matchAll(IN_WORDS)) {
    const parts = words.toLowerCase().split(/[\s-]+(?:and\s+)?/);
    // "hundred" alone is no number, and "million" neither.
    if (!SMALL.has(parts[0] ?? "")) continue;
    const isOne = parts.length === 1 && parts[0] === "one";
    found.push({ start: index, end: index + words.length, value: readWords(parts), isOne });
  }
  for (const { 0: digits, index } of text.matchAll(IN_DIGITS)) {
    let end = index + digits.length;
    let value = Number(digits.replace(/[,'’ ]/g, ""));
    const behind = text.slice(end, end + 12);
    const scale = SCALE_BEHIND.exec(behind);
    const short = MONEY_BEFORE.test(text.slice(0, index)) ? SHORT_SCALE_BEHIND.exec(behind) : null;
    if (scale !== null) value *= SCALES.get((scale[1] ?? "").toLowerCase()) ?? 1;
    else if (short !== null) value *= ABBREVIATED_SCALES.get((short[1] ?? "").toLowerCase()) ?? 1;
    end += scale?.[0].length ?? short?.[0].length ?? 0;
    found.push({ start: index, end, value, isOne: false });
  }
  return found.sort((a, b) => a.start - b.start);
}

function readWords(parts: readonly string[]): number {
  let total = 0;
  let current = 0;
  for (const part of parts) {
    const scale = SCALES.get(part);
    if (scale === undefined) current += SMALL.get(part) ?? 0;
    else if (scale === 100) current = Math.max(1, current) * scale;
    else {
      total += Math.max(1, current) * scale;
      current = 0;
    }
  }
  return total + current;
}
