import type { Index } from "../search/build-index.ts";
import type { Retrieved, RetrievedHit } from "../search/retriever.ts";
import { featureCount, features } from "./features/features.ts";
import { collectStatistics } from "./measure/hit-statistics.ts";
import { measureLikelihood } from "./measure/likelihood.ts";
import { Alignment, measureMeaning } from "./measure/meaning.ts";
import { blankMeasurements } from "./measure/measurements.ts";
import { measurePassage } from "./measure/passage.ts";
import { PassageMatch } from "./measure/passage-match.ts";
import { collectWords, Projection } from "./measure/projection.ts";
import { prepareQuery } from "./measure/query-weights.ts";
import { measureQuestion } from "./measure/question.ts";
import { measureTerms } from "./measure/terms.ts";
import { measureWords } from "./measure/words.ts";
import { shortlist } from "./shortlist.ts";

export interface FeatureRows {
  /** Sentence numbers, passage by passage in the order of the hits. */
  readonly sentences: Int32Array;
  /** Index into the hits, for each sentence. */
  readonly hitOf: Int32Array;
  /** `featureCount` numbers for each sentence, in the order of `featureNames`. */
  readonly rows: Float64Array;
}

/** Works out the features of every sentence of the passages found that promise most. */
export function extractFeatures({ table, meaning }: Index, retrieved: Retrieved): FeatureRows {
  const { question, expanded, hits } = retrieved;
  const { passageStart } = table;
  const query = prepareQuery(table, question, expanded.terms);
  const statistics = collectStatistics(table, query, hits);
  const chosen = shortlist(table, retrieved, statistics);
  const measuredHits = chosen.map((h) => hits[h] as RetrievedHit);
  const sizes = measuredHits.map(
    ({ passage }) => (passageStart[passage + 1] as number) - (passageStart[passage] as number),
  );
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const sentences = new Int32Array(count);
  const hitOf = new Int32Array(count);
  const rows = new Float64Array(count * featureCount);
  const match = new PassageMatch(table, query, Math.max(0, ...sizes));
  const measured = blankMeasurements();
  const words = collectWords(table, meaning, measuredHits);
  const projection = new Projection(table, meaning, words, retrieved.vector);
  const alignment = new Alignment(table, meaning, words, question);
  const bestPassage = hits.reduce((best, { cosine }) => Math.max(best, cosine), 0);
  measureQuestion(measured, question, query);
  let at = 0;
  for (const h of chosen) {
    const { passage, cosine } = hits[h] as RetrievedHit;
    match.read(passage);
    projection.readPassage(passage);
    alignment.readPassage(passage);
    measured.passageCosine = cosine;
    measured.bestPassageCosine = bestPassage;
    measurePassage(measured, table, query, statistics, match, hits, h);
    for (let row = match.start; row < match.end; row++) {
      const s = match.first + row;
      measureTerms(measured, query, match, row);
      measureLikelihood(measured, table, query, statistics, match, h, row);
      measureMeaning(measured, query, projection, alignment, match, s, row);
      measureWords(measured, table, query, question, s);
      for (let k = 0; k < featureCount; k++) {
        rows[at * featureCount + k] = (features[k] as (typeof features)[number]).value(measured);
      }
      sentences[at] = s;
      hitOf[at] = h;
      at++;
    }
  }
  return { sentences, hitOf, rows };
}
