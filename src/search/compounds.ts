import { isOneWord } from "../text/ascii.ts";
import { splitHumps, type Token, tokenize } from "../text/tokens.ts";

/** Between the parts of a word. */
const JOINT = /^[-‐‑_./@:&]?$/;
/** Parts of a compound that is read as one word; a longer run is an address. */
const MAX_PARTS = 6;
/** How well a part stands for a name written as one word ("Hub" for "GitHub"), and for one such as "Vue.js". */
const PART = 0.5;
const STEM_OF_NAME = 0.7;

/** @returns the term of words written together, or null where they make no single word */
export function termOfJoined(word: string): string | null {
  const [token, more] = tokenize(word);
  return token === undefined || more !== undefined || token.stop ? null : token.term;
}

/** Runs of tokens that are written together, whole and each two neighbours of them. */
export function* compoundsIn(text: string, tokens: readonly Token[]): Generator<readonly Token[]> {
  let first = 0;
  for (let i = 1; i <= tokens.length; i++) {
    if (i < tokens.length && areJoined(text, tokens[i - 1] as Token, tokens[i] as Token)) {
      yield tokens.slice(i - 1, i + 1);
      continue;
    }
    if (i - first > 2 && i - first <= MAX_PARTS) yield tokens.slice(first, i);
    first = i;
  }
}

/** Whether two neighbours are written together: "wi-fi", "getUser", "github.com". */
export function areJoined(text: string, left: Token, right: Token): boolean {
  return right.start - left.end <= 1 && text[left.end] !== " " && JOINT.test(text.slice(left.end, right.start));
}

/** The parts of a name that is one word: of "QueryExpander", "Vue.js", "C++" and ".NET". */
export function partsOf(raw: string): { readonly part: Token; readonly similarity: number }[] {
  if (isOneWord(raw)) return [];
  const dotted = /^(.+)\.(?:js|net|io)$/i.exec(raw)?.[1];
  if (dotted !== undefined) return tokenize(dotted).map((part) => ({ part, similarity: STEM_OF_NAME }));
  const plain = raw.replace(/^\.|[+#*]+$/g, "");
  const humps = /\p{Ll}\p{Lu}/u.test(plain) ? splitHumps(plain) : [];
  if (humps.length === 0 && plain === raw) return [];
  const parts = humps.length === 0 ? [plain] : humps.map(({ start, end }) => plain.slice(start, end));
  return parts.flatMap((part) => tokenize(part)).map((part) => ({ part, similarity: PART }));
}
