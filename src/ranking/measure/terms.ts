import type { MatchMeasurements, Spread } from "./measurements.ts";
import type { Matrix, PassageMatch } from "./passage-match.ts";
import type { QueryWeights } from "./query-weights.ts";

/** Above this a word of like meaning counts as matched. */
const BROADLY = 0.3;

/** Measures which terms a row of the passage matches, and which are matched around it. */
export function measureTerms(measured: MatchMeasurements, query: QueryWeights, match: PassageMatch, row: number): void {
  measureMatches(measured, query, match, row);
  measureNames(measured, query, match, row);
  measureSpread(measured.spread, query, match, match.lexical, match.parent, row);
  measureSpread(measured.broadSpread, query, match, match.broad, match.broadParent, row);
  measured.parentShare = match.parentShare[row] as number;
}

/**
 * How well the sentence matches a term. The heading belongs to the first sentence below it: a question, its answer. The
 * title belongs to each field of the front matter: "room: Aula" says where the document's subject is.
 */
export function ownMatch(match: PassageMatch, matrix: Matrix, row: number, t: number): number {
  const own = matrix.at(row, t);
  if (match.isField[row] === 1) return Math.max(own, match.heading[t] as number);
  return row === match.start ? Math.max(own, match.above[t] as number) : own;
}

function measureMatches(
  measured: MatchMeasurements,
  { count, weight }: QueryWeights,
  match: PassageMatch,
  row: number,
): void {
  let [exact, partial, synonym, synonymIdfScaled, paraphrase, broad] = [0, 0, 0, 0, 0, 0];
  let [matchedCount, broadCount, synonymElsewhere, headingAlso] = [0, 0, 0, 0];
  let [matchedMax, missingMax, broadMax, broadMissingMax, beyondMax] = [0, 0, 0, 0, 0];
  for (let t = 0; t < count; t++) {
    const w = weight[t] as number;
    const own = ownMatch(match, match.lexical, row, t);
    const like = match.synonym.at(row, t);
    const scaled = match.idfScaled.at(row, t);
    const broadly = ownMatch(match, match.broad, row, t);
    const above = match.heading[t] as number;
    if (own === 1) exact += w;
    else partial += w * own;
    synonym += w * Math.max(0, like - own);
    synonymIdfScaled += w * Math.max(0, scaled - own);
    paraphrase += w * Math.max(0, match.paraphrase.at(row, t) - Math.max(own, scaled));
    broad += w * broadly;
    if (own > 0) {
      matchedCount++;
      matchedMax = Math.max(matchedMax, w);
    }
    if (own < 0.5 && above < 1) missingMax = Math.max(missingMax, w);
    if (broadly > BROADLY) {
      broadCount++;
      broadMax = Math.max(broadMax, w * broadly);
    } else broadMissingMax = Math.max(broadMissingMax, w);
    if (Math.max(broadly, match.broadParent.at(row, t), above) <= BROADLY) beyondMax = Math.max(beyondMax, w);
    headingAlso += w * Math.max(0, above - own);
    const matched = Math.max(match.lexical.whole[t] as number, like);
    synonymElsewhere += w * Math.max(0, (match.synonym.whole[t] as number) - matched);
  }
  measured.exact = exact;
  measured.partial = partial;
  measured.synonym = synonym;
  measured.synonymIdfScaled = synonymIdfScaled;
  measured.paraphrase = paraphrase;
  measured.broad = broad;
  measured.matchedCount = matchedCount;
  measured.broadCount = broadCount;
  measured.matchedMax = matchedMax;
  measured.missingMax = missingMax;
  measured.broadMax = broadMax;
  measured.broadMissingMax = broadMissingMax;
  measured.beyondMax = beyondMax;
  measured.headingAlso = headingAlso;
  measured.synonymElsewhere = synonymElsewhere;
}

function measureNames(
  measured: MatchMeasurements,
  { count, terms, weight, focus, subject }: QueryWeights,
  match: PassageMatch,
  row: number,
): void {
  const { lexical } = match;
  let [names, numbers, namesBefore] = [0, 0, 0];
  for (let t = 0; t < count; t++) {
    const w = weight[t] as number;
    const own = ownMatch(match, lexical, row, t);
    if (terms[t]?.name) names += w * own;
    if (terms[t]?.number) numbers += w * own;
    if (terms[t]?.name && row > 0) namesBefore += w * Math.max(0, lexical.at(row - 1, t) - own);
  }
  measured.names = names;
  measured.numbers = numbers;
  measured.namesBefore = namesBefore;
  measured.focus = focus === -1 ? 0 : lexical.at(row, focus);
  measured.subject = subject === -1 ? 0 : lexical.at(row, subject);
  measured.subjectBefore = subject === -1 || row === 0 ? 0 : lexical.at(row - 1, subject);
}

function measureSpread(
  sums: Spread,
  { count, weight }: QueryWeights,
  match: PassageMatch,
  matrix: Matrix,
  parents: Matrix,
  row: number,
): void {
  let inParent = 0;
  let [inPrevious, inPrevious2, inNext, inPassage, inHeading] = [0, 0, 0, 0, 0];
  for (let t = 0; t < count; t++) {
    const w = weight[t] as number;
    const own = ownMatch(match, matrix, row, t);
    const parent = Math.max(own, parents.at(row, t));
    const previous = row > 0 ? Math.max(parent, matrix.at(row - 1, t)) : parent;
    const previous2 = row > 1 ? Math.max(previous, matrix.at(row - 2, t)) : previous;
    const next = row < match.end - 1 ? Math.max(previous2, matrix.at(row + 1, t)) : previous2;
    const passage = Math.max(next, matrix.whole[t] as number);
    const heading = Math.max(passage, match.heading[t] as number);
    inParent += w * (parent - own);
    inPrevious += w * (previous - parent);
    inPrevious2 += w * (previous2 - previous);
    inNext += w * (next - previous2);
    inPassage += w * (passage - next);
    inHeading += w * (heading - passage);
  }
  sums.parent = inParent;
  sums.previous = inPrevious;
  sums.previous2 = inPrevious2;
  sums.next = inNext;
  sums.passage = inPassage;
  sums.heading = inHeading;
}
