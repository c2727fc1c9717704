import type { SentencePlace } from "../../search/sentence-place.ts";

/** What a follow-up makes of a sentence, since it leans on the answer before. */
export interface Leaning {
  /** Log-odds for it. */
  readonly bonus: (place: SentencePlace, features: Float64Array) => number;
  /** Of the sentence that came first: whether it answers; null where only what was measured tells. */
  readonly verdict: (place: SentencePlace, features: Float64Array) => boolean | null;
}
