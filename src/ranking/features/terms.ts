import { feature, share } from "./feature.ts";

/** Which of the question's terms the sentence holds, and how. */
export const termFeatures = [
  feature({
    name: "exact",
    meaning: "share of the question's weight whose very terms the sentence holds",
    inputs: ["exact", "totalWeight"],
    value: ({ exact, totalWeight }) => exact / totalWeight,
  }),
  feature({
    name: "exactSum",
    meaning: "weight of the question whose very terms the sentence holds",
    inputs: ["exact"],
    value: ({ exact }) => exact / 20,
  }),
  feature({
    name: "partial",
    meaning: "share matched by another spelling or a word of the family alone",
    inputs: ["partial", "totalWeight"],
    value: ({ partial, totalWeight }) => partial / totalWeight,
  }),
  feature({
    name: "synonym",
    meaning: "share matched by a word of like meaning alone",
    inputs: ["synonym", "totalWeight"],
    value: ({ synonym, totalWeight }) => synonym / totalWeight,
  }),
  feature({
    name: "synonymIdfScaled",
    meaning: "share matched by a word of like meaning alone, less so for words of low idf",
    inputs: ["synonymIdfScaled", "totalWeight"],
    value: ({ synonymIdfScaled, totalWeight }) => synonymIdfScaled / totalWeight,
  }),
  feature({
    name: "paraphrase",
    meaning: "share matched only by what people say for it",
    inputs: ["paraphrase", "totalWeight"],
    value: ({ paraphrase, totalWeight }) => paraphrase / totalWeight,
  }),
  feature({
    name: "paraphraseSum",
    meaning: "weight matched only by what people say for it",
    inputs: ["paraphrase"],
    value: ({ paraphrase }) => paraphrase / 20,
  }),
  feature({
    name: "countMatched",
    meaning: "share of the question's terms matched, each counting the same",
    inputs: ["matchedCount", "termCount"],
    value: ({ matchedCount, termCount }) => matchedCount / Math.max(1, termCount),
  }),
  feature({
    name: "maxMatched",
    meaning: "greatest weight of a term matched",
    inputs: ["matchedMax"],
    value: ({ matchedMax }) => matchedMax / 8,
  }),
  feature({
    name: "missingMax",
    meaning: "greatest share of a term not matched",
    inputs: ["missingMax", "totalWeight"],
    value: ({ missingMax, totalWeight }) => missingMax / totalWeight,
  }),
  feature({
    name: "names",
    meaning: "share of the question's names matched",
    inputs: ["names", "nameWeight"],
    value: ({ names, nameWeight }) => share(names, nameWeight),
  }),
  feature({
    name: "numbers",
    meaning: "share of the question's numbers matched",
    inputs: ["numbers", "numberWeight"],
    value: ({ numbers, numberWeight }) => share(numbers, numberWeight),
  }),
  feature({
    name: "focus",
    meaning: "the noun asked about is matched",
    inputs: ["focus"],
    value: ({ focus }) => focus,
  }),
  feature({
    name: "subject",
    meaning: "what the question says something about is matched",
    inputs: ["subject"],
    value: ({ subject }) => subject,
  }),
  feature({
    name: "broad",
    meaning: "share matched broadly",
    inputs: ["broad", "totalWeight"],
    value: ({ broad, totalWeight }) => broad / totalWeight,
  }),
  feature({
    name: "broadCount",
    meaning: "share of the question's terms matched broadly, each counting the same",
    inputs: ["broadCount", "termCount"],
    value: ({ broadCount, termCount }) => broadCount / Math.max(1, termCount),
  }),
  feature({
    name: "broadMax",
    meaning: "greatest weight of a term matched broadly",
    inputs: ["broadMax"],
    value: ({ broadMax }) => broadMax / 8,
  }),
  feature({
    name: "broadMissing",
    meaning: "greatest share of a term not matched broadly",
    inputs: ["broadMissingMax", "totalWeight"],
    value: ({ broadMissingMax, totalWeight }) => broadMissingMax / totalWeight,
  }),
  feature({
    name: "bigram",
    meaning: "neighbouring words of the question that stand side by side",
    inputs: ["adjacentPairs", "pairWeight"],
    value: ({ adjacentPairs, pairWeight }) => Math.min(1, share(adjacentPairs, pairWeight)),
  }),
  feature({
    name: "nearBigram",
    meaning: "neighbouring words of the question that stand close by",
    inputs: ["nearPairs", "pairWeight"],
    value: ({ nearPairs, pairWeight }) => Math.min(1, share(nearPairs, pairWeight)),
  }),
] as const;
