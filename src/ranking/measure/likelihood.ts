import type { SentenceTable } from "../../search/sentence-table.ts";
import type { HitStatistics } from "./hit-statistics.ts";
import type { LikelihoodMeasurements } from "./measurements.ts";
import type { PassageMatch } from "./passage-match.ts";
import type { QueryWeights } from "./query-weights.ts";
import { ownMatch } from "./terms.ts";

/** Smoothing of the likelihoods (Zhai & Lafferty, 2004), in words: of a passage by its title's passages, and so on. */
const PASSAGE_PRIOR = 60;
const SENTENCE_PRIOR = 15;

/** Measures how likely the words of hit `h`, and of its sentence in a row, make the question. */
export function measureLikelihood(
  measured: LikelihoodMeasurements,
  { tokenStart }: SentenceTable,
  { count }: QueryWeights,
  statistics: HitStatistics,
  match: PassageMatch,
  h: number,
  row: number,
): void {
  const { local, background, frequency } = statistics;
  const passageWords = statistics.length[h] as number;
  const s = match.first + row;
  const sentenceWords = (tokenStart[s + 1] as number) - (tokenStart[s] as number);
  let [localSentence, localPassage, passageLikelihood, sentenceLikelihood] = [0, 0, 0, 0];
  for (let t = 0; t < count; t++) {
    const own = ownMatch(match, match.lexical, row, t);
    const idf = local[t] as number;
    localSentence += idf * own;
    localPassage += idf * (match.lexical.whole[t] as number);
    const prior = background[h * count + t] as number;
    const inPassage = ((frequency[h * count + t] as number) + PASSAGE_PRIOR * prior) / (passageWords + PASSAGE_PRIOR);
    passageLikelihood += Math.log(inPassage / prior);
    sentenceLikelihood += Math.log((own + SENTENCE_PRIOR * inPassage) / (sentenceWords + SENTENCE_PRIOR) / prior);
  }
  measured.localTotal = statistics.localTotal;
  measured.localSentence = localSentence;
  measured.localPassage = localPassage;
  measured.passageLikelihood = passageLikelihood;
  measured.sentenceLikelihood = sentenceLikelihood;
}
