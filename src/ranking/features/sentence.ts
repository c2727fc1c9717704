import { ASKS, PRONOUN_FIRST } from "../../search/sentence-bits.ts";
import { feature } from "./feature.ts";

/** A sentence of fewer words is short. */
const SHORT = 5;

/** What the sentence is, and where it stands. */
export const sentenceFeatures = [
  feature({
    name: "lead",
    meaning: "first sentence of the passage",
    inputs: ["isFirst"],
    value: ({ isFirst }) => (isFirst ? 1 : 0),
  }),
  feature({
    name: "length",
    meaning: "length of the sentence",
    inputs: ["length"],
    value: ({ length }) => Math.log(1 + length) / 4,
  }),
  feature({
    name: "short",
    meaning: "under five words",
    inputs: ["length"],
    value: ({ length }) => (length < SHORT ? 1 : 0),
  }),
  feature({
    name: "pronoun",
    meaning: "starts with a pronoun",
    inputs: ["sentenceBits"],
    value: ({ sentenceBits }) => (sentenceBits & PRONOUN_FIRST ? 1 : 0),
  }),
  feature({
    name: "novelty",
    meaning: "says anything beyond the question's words",
    inputs: ["isNovel"],
    value: ({ isNovel }) => (isNovel ? 1 : 0),
  }),
  feature({
    name: "asks",
    meaning: "is a question itself",
    inputs: ["sentenceBits"],
    value: ({ sentenceBits }) => (sentenceBits & ASKS ? 1 : 0),
  }),
  feature({
    name: "replies",
    meaning: "the sentence before is a question, and the share that it matches broadly",
    inputs: ["followsQuestion", "broadSpread", "totalWeight"],
    value: ({ followsQuestion, broadSpread, totalWeight }) =>
      followsQuestion ? broadSpread.previous / totalWeight : 0,
  }),
] as const;
