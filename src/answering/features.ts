import type { Hit } from "../retrieval/passage-index.ts";
import type { Question } from "./question.ts";
import {
  CALENDAR,
  DEFINITION,
  MANNER,
  NAME,
  NUMBER,
  PLACED_NAME,
  PRONOUN_FIRST,
  QUOTE,
  REASON,
  type SentenceTable,
  YEAR,
} from "./sentence-table.ts";

/** What is measured of a sentence for a question, in the order of a row. */
export const FEATURES = [
  "exact",
  "partial",
  "exactSquared",
  "previous",
  "previous2",
  "next",
  "passage",
  "heading",
  "title",
  "titleAlso",
  "missingMax",
  "names",
  "numbers",
  "focus",
  "tail",
  "bigram",
  "nearBigram",
  "density",
  "bm25",
  "bm25Ideal",
  "bm25Rank",
  "lead",
  "length",
  "short",
  "pronoun",
  "novelty",
  "personType",
  "timeType",
  "placeType",
  "quantityType",
  "reasonType",
  "thingType",
  "factType",
  "timeMissing",
  "quantityMissing",
  "quoteType",
  "allMatched",
  "countMatched",
] as const;

export type FeatureName = (typeof FEATURES)[number];
export const FEATURE_COUNT = FEATURES.length;

/** A question's term as the vocabulary knows it. */
export interface SoughtTerm {
  readonly idf: number;
  readonly name: boolean;
  readonly number: boolean;
  /** Vocabulary terms that match it, with how well: 1 for the term itself. */
  readonly matches: readonly { readonly id: number; readonly similarity: number }[];
}

export interface Candidates {
  /** Sentence numbers, passage by passage in the order of the hits. */
  readonly sentences: Int32Array;
  /** Index into the hits, for each sentence. */
  readonly hitOf: Int32Array;
  /** FEATURE_COUNT numbers for each sentence. */
  readonly rows: Float64Array;
}

const F = Object.fromEntries(FEATURES.map((name, i) => [name, i])) as Record<FeatureName, number>;

/** Works out the features of every sentence of the given passages. */
export function extractFeatures(
  table: SentenceTable,
  question: Question,
  sought: readonly SoughtTerm[],
  hits: readonly Hit[],
): Candidates {
  const { passageStart, tokenStart, tokens, positions, tokenBits, sentenceBits, sentenceLength } = table;
  const termCount = sought.length;
  const termOf = new Int16Array(table.vocabulary.size).fill(-1);
  const similarityOf = new Float32Array(table.vocabulary.size);
  for (const [t, { matches }] of sought.entries()) {
    for (const { id, similarity } of matches) {
      if (similarity > (similarityOf[id] as number)) {
        termOf[id] = t;
        similarityOf[id] = similarity;
      }
    }
  }
  const idf = Float64Array.from(sought, (term) => term.idf);
  const total = idf.reduce((sum, value) => sum + value, 0) || 1;
  let nameTotal = 0;
  let numberTotal = 0;
  let tailTotal = 0;
  let pairTotal = 0;
  for (let t = 0; t < termCount; t++) {
    const term = sought[t] as SoughtTerm;
    if (term.name) nameTotal += term.idf;
    if (term.number) numberTotal += term.idf;
    if (t * 2 >= termCount) tailTotal += term.idf;
    if (t > 0) pairTotal += Math.min(term.idf, idf[t - 1] as number);
  }
  const count = hits.reduce(
    (sum, { passage: p }) => sum + (passageStart[p + 1] as number) - (passageStart[p] as number),
    0,
  );
  const sentences = new Int32Array(count);
  const hitOf = new Int32Array(count);
  const rows = new Float64Array(count * FEATURE_COUNT);
  const top = hits[0]?.score ?? 1;
  const wantsQuote =
    /\b(?:said?|says?|call(?:ed|s)?|tweet(?:ed)?|describe[ds]?|words?|promised?|quote[ds]?|claim(?:ed)?|argue[ds]?)\b/i.test(
      question.text,
    )
      ? 1
      : 0;
  let at = 0;
  let best = new Float64Array(0);
  for (const [h, { passage, score }] of hits.entries()) {
    const first = passageStart[passage] as number;
    const last = passageStart[passage + 1] as number;
    const n = last - first;
    if (best.length < n * termCount) best = new Float64Array(n * termCount * 2);
    best.fill(0, 0, n * termCount);
    const whole = new Float64Array(termCount);
    const heading = coverage(table.headingTerms[passage] as Int32Array, termOf, similarityOf, termCount);
    const title = coverage(table.titleTerms[passage] as Int32Array, termOf, similarityOf, termCount);
    for (let s = first; s < last; s++) {
      const base = (s - first) * termCount;
      for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
        const t = termOf[tokens[i] as number] as number;
        if (t === -1) continue;
        const similarity = similarityOf[tokens[i] as number] as number;
        if (similarity > (best[base + t] as number)) best[base + t] = similarity;
        if (similarity > (whole[t] as number)) whole[t] = similarity;
      }
    }
    for (let s = first; s < last; s++) {
      const base = (s - first) * termCount;
      const row = at * FEATURE_COUNT;
      const set = (feature: number, value: number) => {
        rows[row + feature] = value;
      };
      let exact = 0;
      let partial = 0;
      let previous = 0;
      let previous2 = 0;
      let next = 0;
      let elsewhere = 0;
      let inHeading = 0;
      let inTitle = 0;
      let titleAlso = 0;
      let missingMax = 0;
      let names = 0;
      let numbers = 0;
      let tail = 0;
      let matched = 0;
      for (let t = 0; t < termCount; t++) {
        const weight = idf[t] as number;
        const own = best[base + t] as number;
        if (own === 1) exact += weight;
        else partial += weight * own;
        if (own > 0) matched++;
        const before = s > first ? (best[base - termCount + t] as number) : 0;
        const before2 = s > first + 1 ? (best[base - 2 * termCount + t] as number) : 0;
        const after = s < last - 1 ? (best[base + termCount + t] as number) : 0;
        let covered = own;
        if (before > covered) {
          previous += weight * (before - covered);
          covered = before;
        }
        if (before2 > covered) {
          previous2 += weight * (before2 - covered);
          covered = before2;
        }
        if (after > covered) {
          next += weight * (after - covered);
          covered = after;
        }
        if ((whole[t] as number) > covered) {
          elsewhere += weight * ((whole[t] as number) - covered);
          covered = whole[t] as number;
        }
        if ((heading[t] as number) > covered) {
          inHeading += weight * ((heading[t] as number) - covered);
          covered = heading[t] as number;
        }
        if ((title[t] as number) > covered) {
          inTitle += weight * ((title[t] as number) - covered);
        }
        if ((title[t] as number) > own) titleAlso += weight * ((title[t] as number) - own);
        if (own < 0.5 && (title[t] as number) < 1 && weight > missingMax) missingMax = weight;
        if (sought[t]?.name) names += weight * own;
        if (sought[t]?.number) numbers += weight * own;
        if (t * 2 >= termCount) tail += weight * own;
      }
      set(F.exact, exact / total);
      set(F.partial, partial / total);
      set(F.exactSquared, (exact / total) ** 2);
      set(F.previous, previous / total);
      set(F.previous2, previous2 / total);
      set(F.next, next / total);
      set(F.passage, elsewhere / total);
      set(F.heading, inHeading / total);
      set(F.title, inTitle / total);
      set(F.titleAlso, titleAlso / total);
      set(F.missingMax, missingMax / total);
      set(F.names, nameTotal === 0 ? 0 : (names / nameTotal) * Math.min(1, (nameTotal / total) * 2));
      set(F.numbers, numberTotal === 0 ? 0 : numbers / numberTotal);
      set(F.tail, tailTotal === 0 ? 0 : tail / tailTotal);
      set(F.focus, question.focus >= 0 && question.focus < termCount ? (best[base + question.focus] as number) : 0);
      set(F.allMatched, matched === termCount ? 1 : 0);
      set(F.countMatched, matched / Math.max(1, termCount));

      let pairs = 0;
      let near = 0;
      let matches = 0;
      let firstPosition = -1;
      let lastPosition = -1;
      let lastTerm = -1;
      let lastMatchIndex = -2;
      let novel = 0;
      let novelBits = 0;
      let novelNames = 0;
      for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
        const t = termOf[tokens[i] as number] as number;
        const position = positions[i] as number;
        if (t === -1) {
          novel++;
          const bits = tokenBits[i] as number;
          novelBits |= bits;
          if (bits & NAME) novelNames++;
          continue;
        }
        const similarity = similarityOf[tokens[i] as number] as number;
        if (lastTerm !== -1) {
          const pair = Math.min(idf[t] as number, idf[lastTerm] as number) * similarity;
          if (t === lastTerm + 1 && lastMatchIndex === i - 1) pairs += pair;
          else if (Math.abs(t - lastTerm) === 1 && position - lastPosition <= 4) near += pair;
        }
        if (firstPosition === -1) firstPosition = position;
        lastPosition = position;
        lastTerm = t;
        lastMatchIndex = i;
        matches++;
      }
      set(F.bigram, pairTotal === 0 ? 0 : Math.min(1, pairs / pairTotal));
      set(F.nearBigram, pairTotal === 0 ? 0 : Math.min(1, near / pairTotal));
      set(F.density, matches < 2 ? 0 : matches / (lastPosition - firstPosition + 1));
      set(F.bm25, score / top);
      set(F.bm25Ideal, Math.min(1, score / (total * 3)));
      set(F.bm25Rank, 1 / (h + 1));
      set(F.lead, s === first ? 1 : 0);
      const length = sentenceLength[s] as number;
      set(F.length, Math.log(1 + length) / 4);
      set(F.short, length < 5 ? 1 : 0);
      const bits = sentenceBits[s] as number;
      set(F.pronoun, bits & PRONOUN_FIRST ? 1 : 0);
      set(F.novelty, novel === 0 ? 0 : 1);
      switch (question.type) {
        case "person":
          set(F.personType, novelNames >= 1 ? 1 : 0);
          break;
        case "time":
          if (novelBits & (YEAR | CALENDAR)) set(F.timeType, 1);
          else set(F.timeMissing, novelBits & NUMBER ? 0 : 1);
          break;
        case "place":
          set(F.placeType, novelBits & PLACED_NAME ? 1 : novelNames > 0 ? 0.5 : 0);
          break;
        case "quantity":
          if (novelBits & NUMBER) set(F.quantityType, 1);
          else set(F.quantityMissing, 1);
          break;
        case "reason":
          set(F.reasonType, bits & REASON ? 1 : 0);
          break;
        case "manner":
          set(F.reasonType, bits & MANNER ? 0.5 : 0);
          break;
        case "thing":
          set(F.thingType, bits & DEFINITION ? 1 : 0);
          break;
        default:
          set(F.factType, novelNames > 0 ? 1 : 0);
      }
      set(F.quoteType, wantsQuote && bits & QUOTE ? 1 : 0);
      sentences[at] = s;
      hitOf[at] = h;
      at++;
    }
  }
  return { sentences, hitOf, rows };
}

function coverage(terms: Int32Array, termOf: Int16Array, similarityOf: Float32Array, count: number): Float64Array {
  const best = new Float64Array(count);
  for (const id of terms) {
    const t = termOf[id] as number;
    if (t !== -1 && (similarityOf[id] as number) > (best[t] as number)) best[t] = similarityOf[id] as number;
  }
  return best;
}
