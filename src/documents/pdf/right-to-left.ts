const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const HAS_LETTERS = /[\p{L}\p{N}]/u;
/** Letters as they are drawn at the start, amid and at the end of a word (Unicode 16, 9.2): the same letters to a reader. */
const DRAWN_FORMS = /[\ufb1d-\ufdff\ufe70-\ufefc]+/g;

/** Where a piece of a line stands from left to right, and what it says. */
export interface LinePiece {
  readonly x: number;
  readonly right: number;
  readonly text: string;
}

export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/**
 * Reads what stands on one line from right to left. Programs draw it from either side, so its place alone tells the order;
 * numbers and words of other scripts in it are read from left to right.
 *
 * @param space a gap as wide as this is a space, in points
 * @returns null where most of it is read from left to right
 */
export function readRightToLeft(pieces: readonly LinePiece[], space: number): string | null {
  let letters = 0;
  for (const { text } of pieces) letters += (isRightToLeft(text) ? 1 : -1) * text.length;
  if (letters <= 0) return null;
  const parts: string[] = [];
  let edge = Number.NEGATIVE_INFINITY;
  for (const { x, right, text } of pieces.toSorted((one, other) => other.right - one.right)) {
    if (edge - right > space) parts.push(" ");
    parts.push(isRightToLeft(text) || HAS_LETTERS.test(text) ? text : [...text].reverse().join(""));
    edge = x;
  }
  for (let start = 0; start < parts.length; start++) {
    let end = start;
    for (let i = start; i < parts.length && !isRightToLeft(parts[i] ?? ""); i++) {
      if (HAS_LETTERS.test(parts[i] ?? "")) end = i + 1;
      else if (end === start) break;
    }
    if (end === start) continue;
    parts.splice(start, end - start, ...parts.slice(start, end).reverse());
    start = end;
  }
  const read = parts.join("").replace(DRAWN_FORMS, (letters) => letters.normalize("NFKC"));
  return withBrackets(read.replace(/ {2,}/g, " "));
}

/** Some programs write brackets as they are meant, others as they are drawn, mirrored. */
function withBrackets(text: string): string {
  const brackets = text.replace(/[^()[\]]/g, "");
  if (!/^[)\]].*[([]$/.test(brackets)) return text;
  return text.replace(/[()[\]]/g, (bracket) => ")(]["["()[]".indexOf(bracket)] ?? bracket);
}
