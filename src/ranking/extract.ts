import type { Retrieved } from "../search/retriever.ts";
import type { SentenceTable } from "../search/sentence-table.ts";
import { measureWording } from "./answer-type.ts";
import { measureCoverage, measurePassage } from "./coverage.ts";
import { featureCount } from "./features.ts";
import { collectStatistics, PassageMatch, prepareQuery } from "./query-weights.ts";

export interface FeatureRows {
  /** Sentence numbers, passage by passage in the order of the hits. */
  readonly sentences: Int32Array;
  /** Index into the hits, for each sentence. */
  readonly hitOf: Int32Array;
  /** `featureCount` numbers for each sentence. */
  readonly rows: Float64Array;
}

/** Works out the features of every sentence of the given passages. */
export function extractFeatures(table: SentenceTable, { question, expanded, hits }: Retrieved): FeatureRows {
  const query = prepareQuery(table, question, expanded.terms);
  const found = collectStatistics(table, query, hits);
  const { passageStart } = table;
  const sizes = hits.map(({ passage }) => (passageStart[passage + 1] as number) - (passageStart[passage] as number));
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const candidates = {
    sentences: new Int32Array(count),
    hitOf: new Int32Array(count),
    rows: new Float64Array(count * featureCount),
  };
  const match = new PassageMatch(table, query, Math.max(0, ...sizes));
  let at = 0;
  for (const [h, { passage }] of hits.entries()) {
    match.read(passage);
    for (let row = match.start; row < match.end; row++) {
      const s = (passageStart[passage] as number) + row - match.start;
      candidates.sentences[at] = s;
      candidates.hitOf[at] = h;
      const features = candidates.rows.subarray(at * featureCount, (at + 1) * featureCount);
      measureCoverage(features, table, query, found, match, h, row);
      measurePassage(features, table, query, found, match, hits, h);
      measureWording(features, table, query, question, s);
      at++;
    }
  }
  return candidates;
}
