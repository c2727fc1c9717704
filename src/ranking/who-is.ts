import type { Passage } from "../documents/document.ts";
import type { Index } from "../search/build-index.ts";
import type { Question } from "../search/question.ts";
import { isOfficeWord, isRoleNoun } from "../text/entities/roles.ts";
import { type Span, slice } from "../text/span.ts";
import type { ScoredSentence } from "./ranking.ts";

/** "Who is Ann Rudd", and nothing else about her. */
const WHO_IS = /^\s*who(?:['’]?s|\s+(?:is|was|are|were))\s+(.+?)\s*[?.!]*\s*$/i;
const MAX_WORDS = 4;
type Place = Pick<ScoredSentence, "passage" | "sentence">;
/** Pieces that say who somebody is by where they stand: a row of a table, a field. */
const STRUCTURED: ReadonlySet<string> = new Set(["row", "field"]);

/**
 * For a question that asks who somebody is, tells whether a sentence says so: a description touches the name ("Ann Rudd,
 * the treasurer", "treasurer Ann Rudd", "Rudd is a judge", "Rudd (treasurer)"), or the name stands in a row or a field.
 *
 * @returns null for any other question
 */
export function whoIs({ passages }: Index, question: Question): ((found: Place) => boolean) | null {
  const name = nameAskedAbout(question);
  if (name === null) return null;
  const word = RegExp.escape(name);
  const named = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu");
  const described = new RegExp(
    `(?<!\\p{L})${word}(?:,\\s+(?:an?|the|his|her|their|our|its|who|whose|aged|\\d{1,3})\\b` +
      `|,\\s+\\p{Ll}[\\p{L}-]+\\s+(?:of|at|for|in|from|with)\\b` +
      `|\\s+(?:is|was|has been|became)\\s+(?:an?|the|our|its|his|her|their|one of)\\b` +
      `|\\s+(?:works|worked|serves|served)\\s+as\\b|\\s+\\(\\p{L}[^)]*\\)|\\s+[–—-]\\s+\\p{Ll})`,
    "u",
  );
  const titled = new RegExp(`(\\p{L}[\\p{L}-]*)\\s+((?:\\p{Lu}[\\p{L}.'’-]*\\s+){0,3})${word}(?!\\p{L})`, "gu");
  return ({ passage, sentence }) => {
    const { document, blockOf, sentences } = passages[passage] as Passage;
    const text = slice(document.text, sentences[sentence] as Span);
    if (!named.test(text)) return false;
    if (STRUCTURED.has(document.blocks[blockOf[sentence] as number]?.kind ?? "")) return true;
    return described.test(text) || Array.from(text.matchAll(titled)).some(holdsOffice);
  };
}

/** The last word of the name that is asked about; null where something else is asked. */
function nameAskedAbout({ text, terms, isFollowUp }: Question): string | null {
  const name = WHO_IS.exec(text)?.[1];
  if (name === undefined || isFollowUp || terms.length === 0 || name.split(/\s+/).length > MAX_WORDS) return null;
  const isName = terms.every((term) => term.name) && !/\b(?:the|an?|of|in|for|to)\b/.test(name);
  return isName ? (terms.at(-1)?.typed.replace(/['’]s$/, "") ?? null) : null;
}

/** Whether an office stands before the name, with its first names or without: "foreign minister Sergei Lavrov". */
function holdsOffice([, first = "", names = ""]: RegExpExecArray): boolean {
  return [first, ...names.trim().split(/\s+/)].some((word) => {
    const lower = word.toLowerCase();
    return isOfficeWord(lower) || isRoleNoun(lower, lower);
  });
}
