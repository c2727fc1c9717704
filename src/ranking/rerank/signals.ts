import type { Measured } from "./measures.ts";

/** What is known of the answer once the sentences were ranked anew. */
export interface RerankEvidence {
  /** The confidence that the ranker alone came to, from 0 to 1. */
  readonly confidence: number;
  /** Of the sentence that comes first now; null for one that the encoder was not asked about. */
  readonly best: Measured | null;
  /** Share of all sentences' odds, by the new scores, that falls on it and those that agree with it. */
  readonly oddsShare: number;
}

interface RerankSignal<Name extends string = string> {
  readonly name: Name;
  /** What it means to a reader. */
  readonly meaning: string;
  readonly value: (evidence: RerankEvidence) => number;
}

function signal<const Name extends string>(definition: RerankSignal<Name>): RerankSignal<Name> {
  return definition;
}

/** Keeps log-odds finite. */
const LEAST = 1e-6;

/** What the confidence is worked out from once the sentences were ranked anew. */
export const rerankSignals = [
  signal({
    name: "ranker",
    meaning: "log-odds of the confidence that the ranker alone came to",
    value: ({ confidence }) => {
      const p = Math.min(1 - LEAST, Math.max(LEAST, confidence));
      return Math.log(p / (1 - p));
    },
  }),
  signal({
    name: "behind",
    meaning: "how far the ranker's score of what comes first is behind its best",
    value: ({ best }) => best?.behind ?? 0,
  }),
  signal({
    name: "likeness",
    meaning: "how well the encoder says that what comes first answers",
    value: ({ best }) => best?.likeness ?? 0,
  }),
  signal({
    name: "likenessDeviations",
    meaning: "how far it is above the mean of the sentences compared, in standard deviations",
    value: ({ best }) => best?.deviations ?? 0,
  }),
  signal({
    name: "oddsShare",
    meaning: "share of the odds that falls on what comes first",
    value: ({ oddsShare }) => oddsShare,
  }),
] as const;

export type RerankSignalName = (typeof rerankSignals)[number]["name"];
export const rerankSignalNames: readonly RerankSignalName[] = rerankSignals.map(({ name }) => name);
