import { isCapitalised } from "../../text/entities/names.ts";
import { type Token, tokenize } from "../../text/tokens.ts";
import type { Claims } from "./claims.ts";
import type { Contrast } from "./values.ts";

/** Words on either side of a name that must be the same in both, and on both sides together, small ones counted. */
const CONTEXT = 3;
const MIN_WORDS = 8;
/** Words of a name. */
const MAX_NAME = 3;

/**
 * A name that two sources give otherwise in one quotation: "the *Wendy* Miller files", "the *Debbie* Miller files". Outside
 * of quotation marks two names in the same words are two people, as a rule, of whom the same is true.
 */
export function contrastNames(a: Claims, b: Claims): Contrast | null {
  const [left, right] = [quotedWords(a), quotedWords(b)];
  for (let i = CONTEXT; i < left.length; i++) {
    for (let k = CONTEXT; k < right.length; k++) {
      if (left[i]?.term === right[k]?.term) continue;
      const before = countCommon(left, right, i - 1, k - 1, -1);
      if (before < CONTEXT) continue;
      for (let m = 1; m <= MAX_NAME; m++) {
        for (let n = 1; n <= MAX_NAME; n++) {
          const after = countCommon(left, right, i + m, k + n, 1);
          if (after < CONTEXT || before + after < MIN_WORDS) continue;
          const [mine, other] = [left.slice(i, i + m), right.slice(k, k + n)];
          if (![...mine, ...other].every(({ isName }) => isName)) continue;
          if (mine.some(({ term }) => other.some((one) => one.term === term))) continue;
          const value = (claims: Claims, tokens: readonly Token[]) => ({
            on: "name" as const,
            name: claims.text.slice(tokens[0]?.start, tokens.at(-1)?.end),
          });
          return { topic: null, values: [value(a, mine), value(b, other)] };
        }
      }
    }
  }
  return null;
}

type Word = Token & { readonly isName: boolean };
const known = new WeakMap<Claims, readonly Word[]>();

/** The words of a sentence that stand within quotation marks. */
function quotedWords(claims: Claims): readonly Word[] {
  let words = known.get(claims);
  if (words === undefined) {
    const { text } = claims;
    const quotes = Array.from(text.matchAll(/["“][^"“”]+(?:["”]|$)/g), ({ 0: quote, index }) => ({
      start: index,
      end: index + quote.length,
    }));
    const isQuoted = ({ start, end }: Token) => quotes.some((quote) => quote.start <= start && end <= quote.end);
    words =
      quotes.length === 0
        ? []
        : tokenize(text)
            .filter(isQuoted)
            .map((token) => {
              const raw = text.slice(token.start, token.end);
              return { ...token, isName: isCapitalised(raw) && /^[\p{L}'’-]+$/u.test(raw) };
            });
    known.set(claims, words);
  }
  return words;
}

function countCommon(a: readonly Token[], b: readonly Token[], i: number, k: number, step: 1 | -1): number {
  let count = 0;
  while (a[i + count * step] !== undefined && a[i + count * step]?.term === b[k + count * step]?.term) count++;
  return count;
}
