import { irregularBases, LONGEST_FORM } from "./irregular-forms.ts";

/** Letters before an irregular form in a longer word, at the least: "overtook", "policemen", "bookshelves". */
const MIN_HEAD = 2;
const MIN_FORM = 3;

/** An ending, and what may have stood in its place, by the rules of English and of the languages it took words from. */
const ENDINGS: readonly (readonly [ending: string, bases: readonly string[]])[] = [
  ["s", [""]],
  ["es", ["", "is"]],
  ["ies", ["y", "ey"]],
  ["ves", ["f", "fe"]],
  ["ied", ["y", "ey"]],
  ["ed", ["", "e"]],
  ["ing", ["", "e"]],
  ["ying", ["ie"]],
  ["er", ["", "e"]],
  ["est", ["", "e"]],
  ["ier", ["y", "ey", "ie"]],
  ["iest", ["y", "ey", "ie"]],
  ["ily", ["y"]],
  ["i", ["us", "o", "e", "", "os", "io"]],
  ["a", ["um", "on", "an", "us", "is"]],
  ["ta", [""]],
  ["ae", ["a", ""]],
  ["e", ["a"]],
  ["ia", ["e"]],
  ["ices", ["ex", "ix", "yx", "x"]],
  ["ces", ["x"]],
  ["ges", ["x"]],
  ["yges", ["yx"]],
  ["ides", ["is"]],
  ["des", ["s"]],
  ["tes", ["s"]],
  ["ines", ["en", "o", "is", ""]],
  ["ones", ["o"]],
  ["ina", ["en"]],
  ["era", ["us"]],
  ["ora", ["us"]],
  ["x", [""]],
  ["im", [""]],
  ["oth", ["ah", "a", "o"]],
  ["oi", ["os"]],
  ["m", [""]],
  ["en", [""]],
  ["n", [""]],
  ["r", [""]],
];

/**
 * What a word may be a form of: the word itself, its irregular base forms, and every base that a rule of English, or of
 * a language that English has its plurals from, leads it to. Most of them are no words: the caller must know which are.
 *
 * @param word in lower case
 */
export function possibleBases(word: string): string[] {
  const bases = new Set([word, ...irregularBases(word)]);
  if (!/^[a-z]{3,}$/.test(word)) return [...bases];
  for (let at = Math.max(MIN_HEAD, word.length - LONGEST_FORM); at <= word.length - MIN_FORM; at++) {
    for (const base of irregularBases(word.slice(at))) bases.add(word.slice(0, at) + base);
  }
  for (const [ending, replacements] of ENDINGS) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (stem.length < 2) continue;
    for (const replacement of replacements) bases.add(stem + replacement);
    // "bigger", "travelled", "quizzes", "mimicked".
    if (/^(?:es|ed|ing|er|est)$/.test(ending)) {
      if (/([a-z])\1$/.test(stem)) bases.add(stem.slice(0, -1));
      if (stem.endsWith("ck")) bases.add(stem.slice(0, -1));
    }
  }
  return [...bases];
}
