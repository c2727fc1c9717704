import { drawer } from "./random.ts";

const SEED = 35;
const WORD = /\p{L}{4,}/gu;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * Makes one typing error: in a random word of at least four letters, a letter is left out, put in, replaced, or
 * swapped with the next.
 *
 * @param index position of the question in its list: with it the error is always the same one
 * @returns the question with the error; as it was when it has no such word
 */
export function mistype(question: string, index: number): string {
  const words = [...question.matchAll(WORD)];
  if (words.length === 0) return question;
  const draw = drawer(SEED * 1_000_003 + index);
  const { 0: word, index: start } = words[draw(words.length)] as RegExpExecArray;
  return question.slice(0, start) + garble(word, draw) + question.slice(start + word.length);
}

function garble(word: string, draw: (n: number) => number): string {
  for (;;) {
    const kind = draw(4);
    const at = draw(word.length);
    const letter = LETTERS[draw(LETTERS.length)] as string;
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    const garbled = [
      before + after,
      before + letter + word.slice(at),
      before + letter + after,
      before + (after[0] ?? "") + word[at] + after.slice(1),
    ][kind] as string;
    // A letter for itself, or two equal ones swapped, is no error: draw again, the kind too ("oooo" has no swap).
    if (garbled.toLowerCase() !== word.toLowerCase()) return garbled;
  }
}
