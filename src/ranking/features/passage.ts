import { feature, share } from "./feature.ts";

/** Below this many words a passage is short, and how short tells nothing more of it. */
const SHORT_PASSAGE = 60;

/** What is the same for every sentence of a passage, and how likely its words make the question. */
export const passageFeatures = [
  feature({
    name: "bm25",
    meaning: "BM25 of the passage, as a share of the best passage's",
    inputs: ["bm25", "bestBm25"],
    value: ({ bm25, bestBm25 }) => bm25 / (bestBm25 || 1),
  }),
  feature({
    name: "bm25Sum",
    meaning: "BM25 of the passage",
    inputs: ["bm25"],
    value: ({ bm25 }) => bm25 / 40,
  }),
  feature({
    name: "group",
    meaning: "share of all BM25 that falls on passages of this title",
    inputs: ["titleBm25", "allBm25"],
    value: ({ titleBm25, allBm25 }) => titleBm25 / (allBm25 || 1),
  }),
  feature({
    name: "passageBigram",
    meaning: "neighbouring words of the question side by side anywhere in the passage",
    inputs: ["passagePairs", "pairWeight"],
    value: ({ passagePairs, pairWeight }) => share(passagePairs, pairWeight),
  }),
  feature({
    name: "passageMissing",
    meaning: "greatest weight of a term that the passage does not hold",
    inputs: ["passageLacksMax"],
    value: ({ passageLacksMax }) => passageLacksMax / 8,
  }),
  feature({
    name: "passageMissingNames",
    meaning: "weight of the question's names that the passage does not hold",
    inputs: ["passageLacksNames"],
    value: ({ passageLacksNames }) => passageLacksNames / 10,
  }),
  feature({
    name: "passageLength",
    meaning: "length of the passage",
    inputs: ["passageLength"],
    value: ({ passageLength }) => Math.log(1 + Math.max(passageLength, SHORT_PASSAGE)) / 5,
  }),
  feature({
    name: "localExact",
    meaning: "share of weight matched, weighed by how few of the passages found hold a term",
    inputs: ["localSentence", "localTotal"],
    value: ({ localSentence, localTotal }) => localSentence / localTotal,
  }),
  feature({
    name: "localPassage",
    meaning: "share of weight that the passage matches, weighed by how few of the passages found hold a term",
    inputs: ["localPassage", "localTotal"],
    value: ({ localPassage, localTotal }) => localPassage / localTotal,
  }),
  feature({
    name: "localSum",
    meaning: "weight that the passage matches, by how few of the passages found hold a term",
    inputs: ["localPassage"],
    value: ({ localPassage }) => localPassage / 10,
  }),
  feature({
    name: "likelihood",
    meaning: "likelihood of the question under the passage's words (Dirichlet smoothing)",
    inputs: ["passageLikelihood"],
    value: ({ passageLikelihood }) => passageLikelihood / 10,
  }),
  feature({
    name: "likelihoodSentence",
    meaning: "likelihood of the question under the sentence's words",
    inputs: ["sentenceLikelihood"],
    value: ({ sentenceLikelihood }) => sentenceLikelihood / 10,
  }),
] as const;
