import { feature } from "./feature.ts";

/** How near the sentence is in meaning, by the word vectors. */
export const meaningFeatures = [
  feature({
    name: "cosine",
    meaning: "cosine of the question's vector and the sentence's",
    inputs: ["cosine"],
    value: ({ cosine }) => cosine,
  }),
  feature({
    name: "cosineContext",
    meaning: "cosine of the question's vector and that of the sentence with what stands above it",
    inputs: ["contextCosine"],
    value: ({ contextCosine }) => contextCosine,
  }),
  feature({
    name: "alignedSquare",
    meaning: "share matched broadly or met by a word of near meaning, by squares of the weights",
    inputs: ["alignedSquare"],
    value: ({ alignedSquare }) => alignedSquare,
  }),
  feature({
    name: "alignedMissing",
    meaning: "greatest share of a term that neither the sentence nor anything above it matches or meets",
    inputs: ["alignedMissing", "totalWeight"],
    value: ({ alignedMissing, totalWeight }) => alignedMissing / totalWeight,
  }),
  feature({
    name: "cosinePassage",
    meaning: "cosine of the question's vector and the passage's",
    inputs: ["passageCosine"],
    value: ({ passageCosine }) => passageCosine,
  }),
  feature({
    name: "cosineBehind",
    meaning: "how far the passage is behind the nearest passage found, by their cosines",
    inputs: ["passageCosine", "bestPassageCosine"],
    value: ({ passageCosine, bestPassageCosine }) => bestPassageCosine - passageCosine,
  }),
  feature({
    name: "aligned",
    meaning: "share matched broadly or met by a word of near meaning",
    inputs: ["aligned", "totalWeight"],
    value: ({ aligned, totalWeight }) => aligned / totalWeight,
  }),
  feature({
    name: "alignedBeyond",
    meaning: "share met by a word of near meaning alone",
    inputs: ["alignedBeyond", "totalWeight"],
    value: ({ alignedBeyond, totalWeight }) => alignedBeyond / totalWeight,
  }),
  feature({
    name: "alignedCount",
    meaning: "share of the question's terms matched broadly or met by a word of near meaning, each counting the same",
    inputs: ["alignedCount", "termCount"],
    value: ({ alignedCount, termCount }) => alignedCount / Math.max(1, termCount),
  }),
  feature({
    name: "alignedAround",
    meaning: "share that the sentence, what it belongs to, its headings or its title match or meet",
    inputs: ["alignedAround", "totalWeight"],
    value: ({ alignedAround, totalWeight }) => alignedAround / totalWeight,
  }),
] as const;
