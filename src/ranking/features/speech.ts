import { QUOTE } from "../../search/sentence-bits.ts";
import { feature, share } from "./feature.ts";

/** For questions that ask what was said. */
export const speechFeatures = [
  feature({
    name: "quote",
    meaning: "asked what was said, and it quotes",
    inputs: ["asksSpeech", "sentenceBits"],
    value: ({ asksSpeech, sentenceBits }) => (asksSpeech && sentenceBits & QUOTE ? 1 : 0),
  }),
  feature({
    name: "quoteCovered",
    meaning: "asked what was said, it quotes, and the share matched",
    inputs: ["asksSpeech", "sentenceBits", "exact", "totalWeight"],
    value: ({ asksSpeech, sentenceBits, exact, totalWeight }) =>
      asksSpeech && sentenceBits & QUOTE ? exact / totalWeight : 0,
  }),
  feature({
    name: "quoteBefore",
    meaning: "asked what was said, it quotes, and the share of names that the sentence before holds",
    inputs: ["asksSpeech", "sentenceBits", "namesBefore", "nameWeight"],
    value: ({ asksSpeech, sentenceBits, namesBefore, nameWeight }) =>
      asksSpeech && sentenceBits & QUOTE ? share(namesBefore, nameWeight) : 0,
  }),
  feature({
    name: "speaker",
    meaning: "asked what was said, and the share of names matched",
    inputs: ["asksSpeech", "names", "nameWeight"],
    value: ({ asksSpeech, names, nameWeight }) => (asksSpeech ? share(names, nameWeight) : 0),
  }),
] as const;
