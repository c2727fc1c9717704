import { areOneGivenName, isGivenName } from "../../text/entities/given-names.ts";

/** Letters in which spellings of one name differ: "Sergei", "Sergey"; "Akerman", "Ackerman"; "Philip", "Filip". */
function skeleton(word: string): string {
  const found = skeletons.get(word) ?? toSkeleton(word);
  if (skeletons.size < MAX_REMEMBERED) skeletons.set(word, found);
  return found;
}

const skeletons = new Map<string, string>();
const MAX_REMEMBERED = 20_000;

function toSkeleton(word: string): string {
  return word
    .replace(/ph/g, "f")
    .replace(/ck|kh|q/g, "k")
    .replace(/sch/g, "sh")
    .replace(/(?<=[^aeiou])h(?=[aeiou])/g, (h, at: number) => (/[sct]/.test(word[at - 1] ?? "") ? h : ""))
    .replace(/[yj]/g, "i")
    .replace(/w/g, "v")
    .replace(/ou/g, "u")
    .replace(/(\p{L})\1/gu, "$1")
    .replace(/ii+/g, "i");
}

/** Whether one is a spelling of the other. @param a, b words of names, folded */
export function isSpelling(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 4 || a[0] !== b[0]) return skeleton(a) === skeleton(b) && a.length > 4;
  if (skeleton(a) === skeleton(b)) return true;
  if (isGivenName(a) && isGivenName(b)) return false;
  return Math.min(a.length, b.length) >= 7 && isOneEdit(a, b);
}

/** One letter put in, left out or replaced, or two neighbours swapped (Damerau, 1964). */
export function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const left = a.slice(i);
  const right = b.slice(i);
  return (
    left.slice(1) === right.slice(1) ||
    left.slice(1) === right ||
    left === right.slice(1) ||
    (left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0])
  );
}

/** Finds those of many names that a word may spell, without comparing it with each. */
export class Spellings {
  readonly #names: readonly string[];
  /** Positions of names by their skeletons, and by what is left of them without one letter. */
  readonly #positions = new Map<string, number[]>();
  readonly #found = new Map<string, readonly number[]>();

  /** @param names words of names, folded */
  constructor(names: readonly string[]) {
    this.#names = names;
    for (const [i, name] of names.entries()) {
      for (const key of keysOf(name)) {
        const list = this.#positions.get(key);
        if (list === undefined) this.#positions.set(key, [i]);
        else list.push(i);
      }
    }
  }

  /** @returns positions of the names that `isSpelling` takes for the word, in order */
  of(word: string): readonly number[] {
    let found = this.#found.get(word);
    if (found === undefined) {
      const near = new Set(keysOf(word).flatMap((key) => this.#positions.get(key) ?? []));
      found = [...near].filter((i) => isSpelling(this.#names[i] ?? "", word)).sort((a, b) => a - b);
      this.#found.set(word, found);
    }
    return found;
  }
}

/** What two words have in common of which one may spell the other: those an edit apart a rest without one letter (Mor & Fraenkel, 1982). */
function keysOf(word: string): string[] {
  const rests = Array.from({ length: word.length }, (_, i) => word.slice(0, i) + word.slice(i + 1));
  return [...new Set([`=${skeleton(word)}`, word, ...rests])];
}

/** Whether two given names may be one person's: the same, an initial of it, a short form, a spelling. */
export function isGivenNameVariant(a: string, b: string): boolean {
  if (a === b || areOneGivenName(a, b)) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  return isSpelling(a, b);
}

/** Whether one of two names leaves out a middle name or an initial of the other: "Ellen S. Huvelle", "Ellen Huvelle". */
export function isShortened(a: readonly string[], b: readonly string[]): boolean {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  if (long[0] !== short[0] || long.at(-1) !== short.at(-1) || short.length < 2) return false;
  let at = 0;
  return short.every((word) => {
    while (at < long.length && !(long[at] === word || (word.length === 1 && long[at]?.startsWith(word)))) at++;
    return at++ < long.length;
  });
}
