import { PRONOUN_FIRST } from "../../search/sentence-bits.ts";
import { feature, share } from "./feature.ts";

/** Which of the question's terms stand around the sentence: in its neighbours, its passage, its headings. */
export const contextFeatures = [
  feature({
    name: "subjectBefore",
    meaning: "what the question says something about is matched in the sentence before alone",
    inputs: ["subject", "subjectBefore"],
    value: ({ subject, subjectBefore }) => Math.max(0, subjectBefore - subject),
  }),
  feature({
    name: "resolved",
    meaning: "share of names that stand in the sentence before, when this one starts with a pronoun",
    inputs: ["namesBefore", "nameWeight", "sentenceBits"],
    value: ({ namesBefore, nameWeight, sentenceBits }) =>
      sentenceBits & PRONOUN_FIRST ? share(namesBefore, nameWeight) : 0,
  }),
  feature({
    name: "previous",
    meaning: "share that only the sentence before holds",
    inputs: ["spread", "totalWeight"],
    value: ({ spread, totalWeight }) => spread.previous / totalWeight,
  }),
  feature({
    name: "previous2",
    meaning: "share that only the sentence before the one before holds",
    inputs: ["spread", "totalWeight"],
    value: ({ spread, totalWeight }) => spread.previous2 / totalWeight,
  }),
  feature({
    name: "next",
    meaning: "share that only the next sentence holds",
    inputs: ["spread", "totalWeight"],
    value: ({ spread, totalWeight }) => spread.next / totalWeight,
  }),
  feature({
    name: "passage",
    meaning: "share that only the rest of the passage holds",
    inputs: ["spread", "totalWeight"],
    value: ({ spread, totalWeight }) => spread.passage / totalWeight,
  }),
  feature({
    name: "heading",
    meaning: "share that only the headings or the title hold",
    inputs: ["spread", "totalWeight"],
    value: ({ spread, totalWeight }) => spread.heading / totalWeight,
  }),
  feature({
    name: "headingAlso",
    meaning: "share that the headings or the title hold and the sentence does not",
    inputs: ["headingAlso", "totalWeight"],
    value: ({ headingAlso, totalWeight }) => headingAlso / totalWeight,
  }),
  feature({
    name: "synonymPassage",
    meaning: "share that only words of like meaning elsewhere in the passage match",
    inputs: ["synonymElsewhere", "totalWeight"],
    value: ({ synonymElsewhere, totalWeight }) => synonymElsewhere / totalWeight,
  }),
  feature({
    name: "broadPrevious",
    meaning: "share that only the sentence before matches broadly",
    inputs: ["broadSpread", "totalWeight"],
    value: ({ broadSpread, totalWeight }) => broadSpread.previous / totalWeight,
  }),
  feature({
    name: "broadPrevious2",
    meaning: "share that only the sentence before the one before matches broadly",
    inputs: ["broadSpread", "totalWeight"],
    value: ({ broadSpread, totalWeight }) => broadSpread.previous2 / totalWeight,
  }),
  feature({
    name: "broadNext",
    meaning: "share that only the next sentence matches broadly",
    inputs: ["broadSpread", "totalWeight"],
    value: ({ broadSpread, totalWeight }) => broadSpread.next / totalWeight,
  }),
  feature({
    name: "broadPassage",
    meaning: "share that only the rest of the passage matches broadly",
    inputs: ["broadSpread", "totalWeight"],
    value: ({ broadSpread, totalWeight }) => broadSpread.passage / totalWeight,
  }),
] as const;
