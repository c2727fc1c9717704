import type { Index } from "../search/build-index.ts";
import type { Question } from "../search/question.ts";
import { type SentencePlace, textOf } from "../search/sentence-place.ts";
import { isOfficeWord, isRoleNoun } from "../text/entities/roles.ts";

/** "Who is the mayor", and nothing else about them. */
const WHO_IS_THE =
  /^\s*who(?:['’]?s|\s+(?:is|was|are|were))\s+(?:the|your|our|their|its)\s+((?:\p{L}+\s+){0,2}\p{L}+)\s*[?.!]*\s*$/iu;
const NAME = "\\p{Lu}[\\p{L}'’-]+(?:\\s+\\p{Lu}[\\p{L}.'’-]*)*";

/**
 * For a question that asks who holds an office, tells whether a sentence names somebody as doing so: "Mayor Ann Rudd",
 * "the mayor, Ann Rudd", "Ann Rudd, the mayor", "Ann Rudd (mayor)", "Ann Rudd is the mayor", "Mayor: Ann Rudd". Of "the
 * councillor called on him" nobody learns who the mayor is.
 *
 * @returns null for any other question
 */
export function officeHolder(
  { passages }: Index,
  { text, isFollowUp }: Question,
): ((found: SentencePlace) => boolean) | null {
  const words = WHO_IS_THE.exec(text)?.[1]?.toLowerCase().split(/\s+/);
  const last = words?.at(-1);
  if (words === undefined || last === undefined || isFollowUp) return null;
  if (!isOfficeWord(last) && !isRoleNoun(last, last)) return null;
  // The office in any case, the name with its capitals.
  const letter = (character: string) => `[${character.toLowerCase()}${character.toUpperCase()}]`;
  const office = words.map((word) => [...word].map(letter).join("")).join("\\s+");
  const named = new RegExp(
    `(?<!\\p{L})${office}(?:,|:|\\s+(?:is|was))?\\s+${NAME}` +
      `|${NAME}(?:,\\s+(?:(?:the|an?|our|its|their)\\s+)?|\\s+(?:is|was|becomes|became)\\s+(?:(?:the|our|its|their)\\s+)?|\\s+\\(|\\s+(?:was\\s+|is\\s+)?elected\\s+)${office}(?!\\p{L})`,
    "u",
  );
  return (place) => named.test(textOf({ passages }, place));
}
