import type { Index } from "../search/build-index.ts";
import type { Question } from "../search/question.ts";
import { textOf } from "../search/sentence-place.ts";
import { isOfficeWord, isRoleNoun } from "../text/entities/roles.ts";
import { stopWords } from "../text/stop-words.ts";
import type { ScoredSentence } from "./ranking.ts";

/** "Who is Ann Rudd", and nothing else about her. */
const WHO_IS = /^\s*who(?:['’]?s|\s+(?:is|was|are|were))\s+(.+?)\s*[?.!]*\s*$/i;
const MAX_WORDS = 4;
/** What stands before the last name: one group. */
const FIRST_NAMES = "((?:\\p{Lu}[\\p{L}.'’-]*\\s+){0,3})(?<!\\p{L})";
type Place = Pick<ScoredSentence, "passage" | "sentence">;
/** Pieces that say who somebody is by where they stand: a row of a table, a field. */
const STRUCTURED: ReadonlySet<string> = new Set(["row", "field"]);

/** "Dear Ann Rudd, the wells are low": whom somebody speaks to is not described by what follows. */
const SALUTATION = /^[\s"“‘'*>]*(?:dear|hi|hello|hey|yours)\b/i;

/**
 * For a question that asks who somebody is, tells whether a sentence says so: a description touches the name ("Ann Rudd,
 * the treasurer", "treasurer Ann Rudd", "Rudd is a judge", "Rudd (treasurer)", "our treasurer is Ann Rudd", "Treasurer:
 * Ann Rudd"), or the name stands in a row or a field. Another of that last name ("Bob Rudd") is not meant.
 *
 * @returns null for any other question
 */
export function whoIs({ passages, thesaurus }: Index, question: Question): ((found: Place) => boolean) | null {
  const asked = nameAskedAbout(question);
  if (asked === null) return null;
  const { name, firstNames } = asked;
  const word = RegExp.escape(name);
  const named = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu");
  const described = new RegExp(
    `${FIRST_NAMES}${word}(?:,\\s+(?:an?|the|his|her|their|our|its|who|whose|aged|\\d{1,3})\\b` +
      `|,\\s+\\p{Ll}[\\p{L}-]+\\s+(?:of|at|for|in|from|with)\\b` +
      `|\\s+(?:is|was|has been|became)\\s+(?:once\\s+|now\\s+)?(?:an?|the|our|its|his|her|their|one of)\\b` +
      `|\\s+(?:works|worked|serves|served)\\s+as\\b|\\s+\\(\\p{L}[^)]*\\)|\\s+[–—-]\\s+\\p{Ll})`,
    "gu",
  );
  const titled = new RegExp(`(\\p{L}[\\p{L}-]*)\\s+${FIRST_NAMES}${word}(?!\\p{L})`, "gu");
  const identified = new RegExp(
    `(?:\\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Mm]y|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\\s+([^,.;:]+?)\\s+(?:is|was)|^(\\p{L}[\\p{L} -]*):)` +
      `\\s+${FIRST_NAMES}${word}(?!\\p{L})`,
    "gu",
  );
  const isOffice = (typed: string) => {
    const lower = typed.toLowerCase();
    if (stopWords.has(lower)) return false;
    return isOfficeWord(lower) || isRoleNoun(lower, lower) || thesaurus.kindsOf(lower).has("person");
  };
  /** Whether the names right before the last one are those asked for, or an office. */
  const isMeant = (names = "") => {
    const last = wordsOf(names).at(-1);
    return firstNames.size === 0 || last === undefined || firstNames.has(last.toLowerCase()) || isOffice(last);
  };
  const saysSo = (text: string) =>
    text.matchAll(described).some(([, names]) => isMeant(names)) ||
    text.matchAll(identified).some(([, of = "", label = "", names]) => {
      return isMeant(names) && wordsOf(`${of} ${label}`).some(isOffice);
    }) ||
    text.matchAll(titled).some(([, first = "", names]) => isMeant(names) && [first, ...wordsOf(names)].some(isOffice));
  return ({ passage, sentence }) => {
    const text = textOf({ passages }, { passage, sentence });
    if (!named.test(text)) return false;
    const { document, blockOf } = passages.get(passage);
    if (STRUCTURED.has(document.blocks[blockOf[sentence] as number]?.kind ?? "")) return true;
    return !SALUTATION.test(text) && saysSo(text);
  };
}

function wordsOf(text = ""): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

/** The name that is asked about: its last word, and the others; null where something else is asked. */
function nameAskedAbout({
  text,
  terms,
  isFollowUp,
}: Question): { name: string; firstNames: ReadonlySet<string> } | null {
  const name = WHO_IS.exec(text)?.[1];
  if (name === undefined || isFollowUp || terms.length === 0 || name.split(/\s+/).length > MAX_WORDS) return null;
  if (!terms.every((term) => term.name) || /\b(?:the|an?|of|in|for|to)\b/.test(name)) return null;
  const words = terms.map(({ typed }) => typed.replace(/['’]s$/, ""));
  const last = words.at(-1);
  if (last === undefined) return null;
  return { name: last, firstNames: new Set(words.slice(0, -1).map((word) => word.toLowerCase())) };
}
