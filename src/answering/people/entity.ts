import type { Document } from "../../documents/document.ts";
import { isAcronym } from "../../text/entities/organisations.ts";
import type { Told } from "./evidence.ts";
import type { Group } from "./group.ts";
import type { Kind } from "./nouns.ts";

/** A person or an organisation that documents tell of. */
export interface Entity {
  readonly kind: Kind;
  /** The fullest name that is usual for it, as it stands in a document. */
  readonly name: string;
  /** Other names it goes by in the documents, the most usual first, as they stand there. */
  readonly otherNames: readonly string[];
  /** Its mentions, in the order of the files. */
  readonly told: readonly Told[];
  /** Sentences that name it, and the documents they stand in. */
  readonly sentences: number;
  readonly documents: number;
  /** Whether enough shows that it is one for it to be listed. */
  readonly sure: boolean;
}

const LEAST = 2.5;
const LEAST_SINGLE = 3;
/** From here on it is shown to who asks for it by name. */
const LEAST_FAINT = 0.6;

/** @returns null for what is neither a person nor an organisation, as far as the documents show */
export function toEntity({ told }: Group): Entity | null {
  const judged = judge(told);
  if (judged === null) return null;
  const { kind, sure } = judged;
  const names = countNames(told, kind);
  const [name = ""] = names;
  return {
    kind,
    sure,
    name,
    otherNames: names.slice(1),
    told,
    sentences: new Set(told.map(({ mention }) => mention.sentence.position)).size,
    documents: new Set(told.map(({ mention }): Document => mention.sentence.document)).size,
  };
}

function judge(told: readonly Told[]): { readonly kind: Kind; readonly sure: boolean } | null {
  const sums = { person: 0, organisation: 0, neither: 0 };
  const counts = new Map<string, number>();
  const weights = new Map<string, Told["signs"][number]>();
  for (const { signs } of told) {
    for (const sign of signs) {
      const key = `${sign[0]} ${sign[1]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if ((weights.get(key)?.[2] ?? Number.NEGATIVE_INFINITY) < sign[2]) weights.set(key, sign);
    }
  }
  const single = told.every(({ mention }) => mention.words.length === 1);
  for (const [key, [kind, what, weight]] of weights) {
    const count = counts.get(key) ?? 1;
    // What is seen again counts for more, but never for twice as much; a use of a word counts by its share.
    const share = /^(?:place before|article|modifier|thing|opens|capitals|noun|group|calendar|common)$/.test(what)
      ? count / told.length
      : 2 - 1 / count;
    // Of a single word that is everywhere, one odd sentence shows little.
    const seldom = single && kind === "person" && /^(?:described|label|speaks)$/.test(what);
    sums[kind] += weight * share * (seldom ? Math.min(1, 0.25 + (5 * count) / told.length) : 1);
  }
  const least = single ? LEAST_SINGLE : LEAST;
  const { person, organisation, neither } = sums;
  const kind = person > organisation ? "person" : "organisation";
  const most = Math.max(person, organisation);
  if (most < LEAST_FAINT || most <= neither) return null;
  return { kind, sure: most >= least };
}

/** The forms of a name, best first: full ones before parts, then the more usual, then the earlier. */
function countNames(told: readonly Told[], kind: Kind): string[] {
  const counts = new Map<string, { count: number; length: number; first: number }>();
  for (const [i, { mention }] of told.entries()) {
    const { sentence, start, end, words, honorifics, from } = mention;
    const single = words.length === 1 && honorifics.length > 0;
    const shown = sentence.text.slice(single && kind === "person" ? from : start, end).replace(/\s+/g, " ");
    const found = counts.get(shown);
    if (found === undefined) counts.set(shown, { count: 1, length: words.length, first: i });
    else found.count++;
  }
  const rank = ({ length, count }: { length: number; count: number }, name: string) => {
    if (length === 1) return isAcronym(name) ? count : 1_000 + count;
    return (/^\p{Lu}\.?\s/u.test(name) ? 100_000 : 1_000_000) + count;
  };
  return [...counts]
    .sort(([a, left], [b, right]) => rank(right, b) - rank(left, a) || left.first - right.first)
    .map(([name]) => name);
}
