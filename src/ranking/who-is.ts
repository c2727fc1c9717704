import type { Index } from "../search/build-index.ts";
import type { Question } from "../search/question.ts";
import { isOfficeWord, isRoleNoun } from "../text/entities/roles.ts";
import { slice } from "../text/span.ts";
import type { ScoredSentence } from "./ranking.ts";

/** "Who is Ann Rudd", and nothing else about her. */
const WHO_IS = /^\s*who(?:['’]?s|\s+(?:is|was|are|were))\s+(.+?)\s*[?.!]*\s*$/i;
const MAX_WORDS = 4;
/** Pieces that say who somebody is by where they stand: a row of a table, a field. */
const STRUCTURED: ReadonlySet<string> = new Set(["row", "field"]);

/** @returns the last word of the name that a question asks about, where it asks who somebody is; else null */
export function nameAskedAbout({ text, terms, isFollowUp }: Question): string | null {
  const name = WHO_IS.exec(text)?.[1];
  if (name === undefined || isFollowUp || terms.length === 0 || name.split(/\s+/).length > MAX_WORDS) return null;
  const isName = terms.every((term) => term.name) && !/\b(?:the|an?|of|in|for|to)\b/.test(name);
  return isName ? (terms.at(-1)?.typed.replace(/['’]s$/, "") ?? null) : null;
}

/**
 * Whether a sentence says who somebody is: a description touches the name ("Ann Rudd, the treasurer", "treasurer Ann
 * Rudd", "Rudd is a judge", "Rudd (treasurer)"), or the name stands in a row or a field.
 *
 * @param name its last word
 */
export function introduces({ passages }: Index, { passage, sentence }: ScoredSentence, name: string): boolean {
  const found = passages[passage];
  const span = found?.sentences[sentence];
  if (found === undefined || span === undefined) return false;
  const { document, blockOf } = found;
  const text = slice(document.text, span);
  const word = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (!new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu").test(text)) return false;
  if (STRUCTURED.has(document.blocks[blockOf[sentence] ?? -1]?.kind ?? "")) return true;
  const behind = new RegExp(
    `(?<!\\p{L})${word}(?:,\\s+(?:an?|the|his|her|their|our|its|who|whose|aged|\\d{1,3})\\b` +
      `|,\\s+\\p{Ll}[\\p{L}-]+\\s+(?:of|at|for|in|from|with)\\b` +
      `|\\s+(?:is|was|has been|became)\\s+(?:an?|the|our|its|his|her|their|one of)\\b` +
      `|\\s+(?:works|worked|serves|served)\\s+as\\b|\\s+\\(\\p{L}[^)]*\\)|\\s+[–—-]\\s+\\p{Ll})`,
    "u",
  );
  return behind.test(text) || isTitled(text, word);
}

/** Whether an office stands before the name, with its first names or without: "foreign minister Sergei Lavrov". */
function isTitled(text: string, word: string): boolean {
  const before = new RegExp(`(\\p{L}[\\p{L}-]*)\\s+((?:\\p{Lu}[\\p{L}.'’-]*\\s+){0,3})${word}(?!\\p{L})`, "gu");
  return Array.from(text.matchAll(before)).some(([, first = "", names = ""]) =>
    [first, ...names.trim().split(/\s+/)].some((one) => {
      const lower = one.toLowerCase();
      return isOfficeWord(lower) || isRoleNoun(one.toLowerCase(), lower);
    }),
  );
}
