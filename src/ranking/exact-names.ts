import { textAbove } from "../documents/passages.ts";
import type { Index } from "../search/build-index.ts";
import type { Question } from "../search/question.ts";
import { type SentencePlace, textOf } from "../search/sentence-place.ts";
import { INVISIBLE } from "../text/fold.ts";
import { slice } from "../text/span.ts";

/** `getUserById`, `delete_old_rows`, `MAX_UPLOAD_SIZE`: names that a program gives. Of two humps some are brands: openSUSE. */
const IDENTIFIER =
  /(?<![\p{L}\p{N}_])(?:\p{Ll}{2,}\p{N}*(?:\p{Lu}[\p{Ll}\p{N}]*)+|[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+)(?![\p{L}\p{N}_])/gu;
const HUMP = /_|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** "C++", "F#", ".NET", "A*", and the letters that are names: "C", "R". "I" and "A" are words. */
const SIGNED = /(?<![\p{L}\p{N}.])(?:\p{L}+\+\+?|\p{Lu}[#*]|\.\p{Lu}{2,}|(?<=\s)[B-HJ-Z])(?![\p{L}\p{N}+#*'’.])/gu;
const UNSEEN = new RegExp(`[${INVISIBLE}]`, "g");

interface ExactNames {
  /** Whether the sentence itself has all the names. */
  readonly stand: (found: SentencePlace) => boolean;
  /** Whether its passage has them, or what stands above it. */
  readonly standAround: (found: SentencePlace) => boolean;
}

/**
 * The names of a question that are one sign for sign: of `getUserByMail` nothing is said where `getUserByName` stands,
 * nor of C where C++ does. An identifier may be written as words: "get user by name".
 *
 * @returns null for a question without any
 */
export function exactNames({ passages }: Index, { text, isFollowUp }: Question): ExactNames | null {
  const visible = text.replace(UNSEEN, "");
  const patterns = [
    ...Array.from(visible.matchAll(IDENTIFIER), ([name]) => name)
      .filter((name) => name.includes("_") || name.split(HUMP).length > 2)
      .map((name) => toPattern(name.split(HUMP))),
    ...Array.from(
      visible.matchAll(SIGNED),
      ([name]) => new RegExp(`(?<![\\p{L}\\p{N}.])${RegExp.escape(name)}(?![\\p{L}\\p{N}+#*])`, "u"),
    ),
  ];
  if (patterns.length === 0 || isFollowUp) return null;
  const holds = (held: string) => patterns.every((pattern) => pattern.test(held));
  return {
    stand: (place) => holds(textOf({ passages }, place)),
    standAround: ({ passage: number }) => {
      const passage = passages.get(number);
      const { document } = passage;
      return holds(`${document.source.title}\n${textAbove(passage)}\n${slice(document.text, passage)}`);
    },
  };
}

/** @param parts of an identifier: written together, or as words */
function toPattern(parts: readonly string[]): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])${parts.map((part) => RegExp.escape(part)).join("[\\s_.-]?")}(?![\\p{L}\\p{N}])`,
    "iu",
  );
}
