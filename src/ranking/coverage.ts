import type { Hit } from "../search/candidates.ts";
import { PRONOUN_FIRST, type SentenceTable } from "../search/sentence-table.ts";
import { F } from "./features.ts";
import type { HitStatistics, Matrix, PassageMatch, QueryWeights } from "./query-weights.ts";

/** Smoothing of the likelihoods (Zhai & Lafferty, 2004), in words: of a passage by its title's passages, and so on. */
const PASSAGE_PRIOR = 60;
const SENTENCE_PRIOR = 15;
/** Below this many words a passage is short, and how short tells nothing more of it. */
const SHORT_PASSAGE = 60;

/** How much of the question a sentence, its neighbours and its headings hold. */
export function measureCoverage(
  features: Float64Array,
  table: SentenceTable,
  query: QueryWeights,
  found: HitStatistics,
  match: PassageMatch,
  h: number,
  row: number,
): void {
  measureTerms(features, query, match, row);
  measureNames(features, table, query, match, row);
  const { total } = query;
  const exact = spread(query, match, match.lexical, row);
  features[F.previous] = exact.previous / total;
  features[F.previous2] = exact.previous2 / total;
  features[F.next] = exact.next / total;
  features[F.passage] = exact.passage / total;
  features[F.heading] = exact.heading / total;
  const broad = spread(query, match, match.broad, row);
  features[F.broadPrevious] = broad.previous / total;
  features[F.broadPrevious2] = broad.previous2 / total;
  features[F.broadNext] = broad.next / total;
  features[F.broadPassage] = broad.passage / total;
  measureLikelihood(features, table, query, found, match, h, row);
}

/** How well the sentence matches a term. The heading belongs to the first sentence below it: a question, its answer. */
function ownMatch(match: PassageMatch, matrix: Matrix, row: number, t: number): number {
  const own = matrix.at(row, t);
  return row === match.start ? Math.max(own, match.above[t] as number) : own;
}

function measureTerms(
  features: Float64Array,
  { count, terms, weight, total }: QueryWeights,
  match: PassageMatch,
  row: number,
) {
  let [exact, partial, synonym, idfScaled, paraphrase, broad] = [0, 0, 0, 0, 0, 0];
  let [matched, broadMatched, synonymPassage, headingAlso] = [0, 0, 0, 0];
  let [maxMatched, missingMax, broadMax, broadMissing] = [0, 0, 0, 0];
  for (let t = 0; t < count; t++) {
    const w = weight[t] as number;
    const own = ownMatch(match, match.lexical, row, t);
    const like = match.synonym.at(row, t);
    const tells = match.idfScaled.at(row, t);
    const broadly = ownMatch(match, match.broad, row, t);
    const above = match.heading[t] as number;
    if (own === 1) exact += w;
    else partial += w * own;
    synonym += w * Math.max(0, like - own);
    idfScaled += w * Math.max(0, tells - own);
    paraphrase += w * Math.max(0, match.paraphrase.at(row, t) - Math.max(own, tells));
    broad += w * broadly;
    if (own > 0) {
      matched++;
      maxMatched = Math.max(maxMatched, w);
    }
    if (own < 0.5 && above < 1) missingMax = Math.max(missingMax, w);
    if (broadly > BROADLY) {
      broadMatched++;
      broadMax = Math.max(broadMax, w * broadly);
    } else if (terms[t] !== undefined) broadMissing = Math.max(broadMissing, w);
    headingAlso += w * Math.max(0, above - own);
    const known = Math.max(match.lexical.whole[t] as number, like);
    synonymPassage += w * Math.max(0, (match.synonym.whole[t] as number) - known);
  }
  features[F.exact] = exact / total;
  features[F.exactSum] = exact / 20;
  features[F.partial] = partial / total;
  features[F.synonym] = synonym / total;
  features[F.synonymIdfScaled] = idfScaled / total;
  features[F.paraphrase] = paraphrase / total;
  features[F.paraphraseSum] = paraphrase / 20;
  features[F.countMatched] = matched / Math.max(1, count);
  features[F.maxMatched] = maxMatched / 8;
  features[F.missingMax] = missingMax / total;
  features[F.headingAlso] = headingAlso / total;
  features[F.synonymPassage] = synonymPassage / total;
  features[F.broad] = broad / total;
  features[F.broadCount] = broadMatched / Math.max(1, count);
  features[F.broadMax] = broadMax / 8;
  features[F.broadMissing] = broadMissing / total;
}

/** Above this a word of like meaning counts as matched. */
const BROADLY = 0.3;

function measureNames(
  features: Float64Array,
  table: SentenceTable,
  query: QueryWeights,
  match: PassageMatch,
  row: number,
) {
  const { count, terms, weight, nameTotal, numberTotal, focus, subject } = query;
  const { lexical } = match;
  let [names, numbers, namesBefore] = [0, 0, 0];
  for (let t = 0; t < count; t++) {
    const w = weight[t] as number;
    const own = ownMatch(match, lexical, row, t);
    if (terms[t]?.name) names += w * own;
    if (terms[t]?.number) numbers += w * own;
    if (terms[t]?.name && row > 0) namesBefore += w * Math.max(0, lexical.at(row - 1, t) - own);
  }
  features[F.names] = nameTotal === 0 ? 0 : names / nameTotal;
  features[F.numbers] = numberTotal === 0 ? 0 : numbers / numberTotal;
  features[F.focus] = focus === -1 ? 0 : lexical.at(row, focus);
  const spoken = subject === -1 ? 0 : lexical.at(row, subject);
  const before = subject === -1 || row === 0 ? 0 : lexical.at(row - 1, subject);
  features[F.subject] = spoken;
  features[F.subjectBefore] = Math.max(0, before - spoken);
  const s = match.first + row;
  const pronoun = (table.sentenceBits[s] as number) & PRONOUN_FIRST;
  features[F.resolved] = pronoun === 0 || nameTotal === 0 ? 0 : namesBefore / nameTotal;
  features[F.quoteBefore] = query.speech && nameTotal > 0 ? namesBefore / nameTotal : 0;
}

/** Weight of the terms that a sentence does not match itself, by where they are matched first. */
interface Spread {
  previous: number;
  previous2: number;
  next: number;
  passage: number;
  heading: number;
}

function spread({ count, weight }: QueryWeights, match: PassageMatch, matrix: Matrix, row: number): Spread {
  const sums: Spread = { previous: 0, previous2: 0, next: 0, passage: 0, heading: 0 };
  for (let t = 0; t < count; t++) {
    const w = weight[t] as number;
    const own = ownMatch(match, matrix, row, t);
    const previous = row > 0 ? Math.max(own, matrix.at(row - 1, t)) : own;
    const previous2 = row > 1 ? Math.max(previous, matrix.at(row - 2, t)) : previous;
    const next = row < match.end - 1 ? Math.max(previous2, matrix.at(row + 1, t)) : previous2;
    const passage = Math.max(next, matrix.whole[t] as number);
    const heading = Math.max(passage, match.heading[t] as number);
    sums.previous += w * (previous - own);
    sums.previous2 += w * (previous2 - previous);
    sums.next += w * (next - previous2);
    sums.passage += w * (passage - next);
    sums.heading += w * (heading - passage);
  }
  return sums;
}

function measureLikelihood(
  features: Float64Array,
  table: SentenceTable,
  { count }: QueryWeights,
  found: HitStatistics,
  match: PassageMatch,
  h: number,
  row: number,
): void {
  const s = match.first + row;
  const length = (table.tokenStart[s + 1] as number) - (table.tokenStart[s] as number);
  let [localExact, localPassage, likelihood, likelihoodSentence] = [0, 0, 0, 0];
  for (let t = 0; t < count; t++) {
    const own = ownMatch(match, match.lexical, row, t);
    const local = found.local[t] as number;
    localExact += local * own;
    localPassage += local * (match.lexical.whole[t] as number);
    const background = found.background[h * count + t] as number;
    const inPassage =
      ((found.frequency[h * count + t] as number) + PASSAGE_PRIOR * background) /
      ((found.length[h] as number) + PASSAGE_PRIOR);
    likelihood += Math.log(inPassage / background);
    likelihoodSentence += Math.log((own + SENTENCE_PRIOR * inPassage) / (length + SENTENCE_PRIOR) / background);
  }
  features[F.localExact] = localExact / found.localTotal;
  features[F.localPassage] = localPassage / found.localTotal;
  features[F.localSum] = localPassage / 10;
  features[F.likelihood] = likelihood / 10;
  features[F.likelihoodSentence] = likelihoodSentence / 10;
}

/** What is the same for every sentence of a passage. */
export function measurePassage(
  features: Float64Array,
  table: SentenceTable,
  { count, terms, weight, pairTotal }: QueryWeights,
  { groupScore, allScore }: HitStatistics,
  { lexical, pairs, words }: PassageMatch,
  hits: readonly Hit[],
  h: number,
): void {
  const { passage, score } = hits[h] as Hit;
  features[F.bm25] = score / ((hits[0] as Hit).score || 1);
  features[F.bm25Sum] = score / 40;
  features[F.group] = (groupScore.get(table.titleTerms[passage] as Int32Array) ?? 0) / allScore;
  features[F.passageBigram] = pairTotal === 0 ? 0 : pairs / pairTotal;
  let [missing, missingNames] = [0, 0];
  for (let t = 0; t < count; t++) {
    const lacking = (weight[t] as number) * (1 - (lexical.whole[t] as number));
    missing = Math.max(missing, lacking);
    if (terms[t]?.name) missingNames += lacking;
  }
  features[F.passageMissing] = missing / 8;
  features[F.passageMissingNames] = missingNames / 10;
  features[F.passageLength] = Math.log(1 + Math.max(words, SHORT_PASSAGE)) / 5;
}
