import type { Document } from "../documents/document.ts";
import { contradictionOf } from "../ranking/contradiction.ts";
import { unmeasured } from "../ranking/ranking.ts";
import type { Index } from "../search/build-index.ts";
import { sameWords } from "../search/expanded-query.ts";
import { analyseQuestion } from "../search/question.ts";
import { placeOf, type SentencePlace, textOf } from "../search/sentence-place.ts";
import type { Excerpt } from "./answer.ts";
import { lettersOf } from "./letters.ts";
import { toExcerpt } from "./quote.ts";

/** So many words are all to stand in one sentence; of a longer claim its names and numbers, and this share by idf. */
const FEW = 3;
const SHARE = 0.6;
/** Words looked at: bits of a number. */
const MAX_TERMS = 30;
/** "The bridge was closed" can be denied, "the school" is only named. */
const CLAIM =
  /\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|shall|should|may|might|must|do|does|did|not)\b/i;

export interface SayingOptions {
  /** Sources to pass over, and to quote at the most. */
  readonly from: number;
  readonly limit: number;
  /** Ids of the sources to look in; all where none are given. */
  readonly sources?: readonly string[];
}

/** How many sources have the words, and the sentence that does of those that were wanted. */
export interface SourcesSaying {
  readonly count: number;
  readonly excerpts: readonly Excerpt[];
}

interface Held extends SentencePlace {
  /** Sum of the idf of the words it holds; more where they stand in it as they were typed. */
  readonly worth: number;
}

/**
 * Looks for the sources whose own words hold what was asked for, be it a number, a name, some words or a claim: the
 * sentence of each that holds most of it, the earliest of several. It goes over every sentence, so that those that are not
 * found do not have the words. A few words may stand in a heading. Of a claim, a sentence that says the opposite is none.
 *
 * @returns those that hold most first, ties in the order of the files; none where the words are all small ones
 * @throws AttacheError "integrity" when a quote is not the document's own words, which would be a fault of ours
 */
export function findSaying(index: Index, words: string, { from, limit, sources }: SayingOptions): SourcesSaying {
  const { table, passages, documents, expander, thesaurus } = index;
  const question = analyseQuestion(words, thesaurus);
  const terms = expander.expand(question).terms.slice(0, MAX_TERMS);
  const termOf = new Map<number, number>();
  for (const [t, term] of terms.entries()) {
    for (const id of sameWords(term)) if (!termOf.has(id)) termOf.set(id, t);
  }
  const masses = terms.map(({ idf }) => idf);
  const total = masses.reduce((sum, idf) => sum + idf, 0);
  const needed = terms.map(({ name, number }) => terms.length <= FEW || name || number);
  const contradicts = terms.length > 1 && CLAIM.test(words) ? contradictionOf(words) : () => false;
  const asTyped = ` ${lettersOf(words)} `;
  const best = new Map<Document, Held>();
  for (let s = 0; terms.length > 0 && s < table.passageOf.length; s++) {
    let held = 0;
    for (let i = table.tokenStart[s] as number; i < (table.tokenStart[s + 1] as number); i++) {
      const t = termOf.get(table.tokens[i] as number);
      if (t !== undefined) held |= 1 << t;
    }
    if (held === 0) continue;
    const has = (t: number) => (held & (1 << t)) !== 0;
    if (needed.some((is, t) => is && !has(t))) continue;
    const mass = masses.reduce((sum, idf, t) => (has(t) ? sum + idf : sum), 0);
    if (mass < SHARE * total) continue;
    const place = placeOf(index, s);
    const { document } = passages.get(place.passage);
    const text = textOf(index, place);
    const isVerbatim = ` ${lettersOf(text)} `.includes(asTyped);
    const worth = isVerbatim ? 2 * total : mass;
    if (worth <= (best.get(document)?.worth ?? 0) || contradicts(text)) continue;
    best.set(document, { ...place, worth });
  }
  if (terms.length > 0 && terms.length <= FEW && !CLAIM.test(words)) {
    for (const place of underHeadings(index, terms.length, termOf)) {
      const { document } = passages.get(place.passage);
      // What stands in a heading alone comes behind what a sentence says.
      if (!best.has(document)) best.set(document, { ...place, worth: total / 2 });
    }
  }
  const found = documents
    .filter(({ source }) => sources === undefined || sources.includes(source.id))
    .flatMap((document) => best.get(document) ?? [])
    .sort((a, b) => b.worth - a.worth)
    .map((held) => unmeasured(held, held.worth / (2 * total)));
  const excerpts = found.slice(from, from + limit).map((passage) => toExcerpt(index, passage, termOf));
  return { count: found.length, excerpts };
}

/** The first sentence of each passage whose headings have all of a few words. */
function* underHeadings(
  { table }: Index,
  count: number,
  termOf: ReadonlyMap<number, number>,
): Generator<SentencePlace> {
  for (const [passage, list] of table.headingsOf.entries()) {
    const held = new Set(Array.from(table.above.get(list)).flatMap((id) => termOf.get(id) ?? []));
    if (held.size === count) yield { passage, sentence: 0 };
  }
}
