/** A message as patterns read it that are written over whole messages. */
export interface Message {
  /** Its words in lower case and without accents, parted by single spaces; no signs. */
  readonly text: string;
  /** The part of the message, as it was typed, that a part of `text` was read from. */
  typed(start: number, end: number): string;
}

const MARKED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const OF_WORD = /[\p{L}\p{M}\p{N}]/u;
/** The first character that may have an accent. */
const BEYOND_ASCII = "\u0080";

/** Folds a message for such patterns, and remembers where each character came from. */
export function readMessage(message: string): Message {
  const raw = message.normalize("NFC");
  let text = "";
  /** Where the character that each one of `text` was read from starts and ends. */
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  let isGap = false;
  for (const character of raw) {
    const start = at;
    at += character.length;
    if (!OF_WORD.test(character)) {
      isGap = true;
      continue;
    }
    const bare = character < BEYOND_ASCII ? character : withoutMarks(character);
    const folded = `${isGap && text !== "" ? " " : ""}${bare.toLowerCase()}`;
    for (let i = 0; i < folded.length; i++) {
      starts.push(start);
      ends.push(at);
    }
    text += folded;
    isGap = false;
  }
  return { text, typed: (start, end) => raw.slice(starts[start], ends[end - 1]) };
}

function withoutMarks(character: string): string {
  const decomposed = character.normalize("NFD");
  return MARKED.test(decomposed) ? decomposed.replace(/\p{M}/gu, "") : character;
}
