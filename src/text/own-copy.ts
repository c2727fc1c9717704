/** Characters from which on V8 makes a part of a string that points into the whole one. */
const POINTS = 13;

/** A string with memory of its own: what is kept of a part of a text, such as a word, would keep all of the text. */
export function ownCopy(part: string): string {
  return part.length < POINTS ? part : ` ${part}`.slice(1);
}
