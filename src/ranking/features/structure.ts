import type { BlockKind } from "../../documents/document.ts";
import { DECIDES, INTRODUCES, NEGATES } from "../../search/sentence-bits.ts";
import { countBits } from "../../search/small-words.ts";
import { feature, share } from "./feature.ts";

const COMMAND =
  /\b(?:commands?|code|command line|terminal|example|snippet|flag|option|call|function|method|install)\b/i;

/** Whether a sentence is of a kind of block: 1 or 0. */
function ofKind<const Name extends string>(name: Name, kind: BlockKind, meaning: string) {
  return feature({ name, meaning, inputs: ["kind"], value: (measured) => (measured.kind === kind ? 1 : 0) });
}

/** What the sentence is a piece of, and what it belongs to: an item and its introduction, a row, an answer. */
export const structureFeatures = [
  feature({
    name: "parent",
    meaning: "share that only what the sentence belongs to holds: the line above its list, the question it answers",
    inputs: ["spread", "totalWeight"],
    value: ({ spread, totalWeight }) => spread.parent / totalWeight,
  }),
  feature({
    name: "broadParent",
    meaning: "share that only what the sentence belongs to matches broadly",
    inputs: ["broadSpread", "totalWeight"],
    value: ({ broadSpread, totalWeight }) => broadSpread.parent / totalWeight,
  }),
  feature({
    name: "questionRecall",
    meaning: "answers a question of the text, and the share of the asked one that that one and the sentence match",
    inputs: ["answersQuestion", "broad", "broadSpread", "totalWeight"],
    value: ({ answersQuestion, broad, broadSpread, totalWeight }) =>
      answersQuestion ? (broad + broadSpread.parent) / totalWeight : 0,
  }),
  feature({
    name: "questionPrecision",
    meaning: "answers a question of the text, and the share of that one's words that the asked one matches",
    inputs: ["answersQuestion", "parentShare"],
    value: ({ answersQuestion, parentShare }) => (answersQuestion ? parentShare : 0),
  }),
  feature({
    name: "parentPrecision",
    meaning: "share of the words of what it belongs to that the question matches",
    inputs: ["parentShare"],
    value: ({ parentShare }) => parentShare,
  }),
  feature({
    name: "precision",
    meaning: "share of the sentence's own weight that the question matches",
    inputs: ["ownIdf", "ownMatchedIdf"],
    value: ({ ownIdf, ownMatchedIdf }) => share(ownMatchedIdf, ownIdf),
  }),
  feature({
    name: "beyond",
    meaning: "greatest share of a term that neither the sentence nor anything it stands under matches",
    inputs: ["beyondMax", "totalWeight"],
    value: ({ beyondMax, totalWeight }) => beyondMax / totalWeight,
  }),
  ofKind("isItem", "item", "is a list item"),
  ofKind("isRow", "row", "is a table row"),
  ofKind("isCode", "code", "is code"),
  ofKind("isField", "field", "is a field of the front matter"),
  ofKind("isLine", "line", "is a line of a chat or log"),
  feature({
    name: "rowBroad",
    meaning: "is a table row, and the share matched broadly",
    inputs: ["kind", "broad", "totalWeight"],
    value: ({ kind, broad, totalWeight }) => (kind === "row" ? broad / totalWeight : 0),
  }),
  feature({
    name: "itemParent",
    meaning: "is a list item, and the share that only what it belongs to matches broadly",
    inputs: ["kind", "broadSpread", "totalWeight"],
    value: ({ kind, broadSpread, totalWeight }) => (kind === "item" ? broadSpread.parent / totalWeight : 0),
  }),
  feature({
    name: "itemHeading",
    meaning: "is a list item or a row, and the share that only the headings or the title hold",
    inputs: ["kind", "spread", "totalWeight"],
    value: ({ kind, spread, totalWeight }) => (kind === "item" || kind === "row" ? spread.heading / totalWeight : 0),
  }),
  feature({
    name: "steps",
    meaning: "asked how, and it is code or a list item",
    inputs: ["questionType", "kind"],
    value: ({ questionType, kind }) => (questionType === "manner" && (kind === "code" || kind === "item") ? 1 : 0),
  }),
  feature({
    name: "codeAsked",
    meaning: "asked for a command or the like, and it is code",
    inputs: ["questionText", "kind"],
    value: ({ questionText, kind }) => (kind === "code" && COMMAND.test(questionText) ? 1 : 0),
  }),
  feature({
    name: "rowQuantity",
    meaning: "asked how many, when, where or who, and it is a table row or a field",
    inputs: ["questionType", "kind"],
    value: ({ questionType, kind }) =>
      (kind === "row" || kind === "field") && ["quantity", "time", "place", "person"].includes(questionType) ? 1 : 0,
  }),
  feature({
    name: "introducesList",
    meaning: "ends with a colon",
    inputs: ["sentenceBits"],
    value: ({ sentenceBits }) => (sentenceBits & INTRODUCES ? 1 : 0),
  }),
  feature({
    name: "negated",
    meaning: "asked what is not, and it says what is not",
    inputs: ["isNegated", "sentenceBits"],
    value: ({ isNegated, sentenceBits }) => (isNegated && sentenceBits & NEGATES ? 1 : 0),
  }),
  feature({
    name: "negatedOnly",
    meaning: "says what is not, where that was not asked",
    inputs: ["isNegated", "sentenceBits"],
    value: ({ isNegated, sentenceBits }) => (!isNegated && sentenceBits & NEGATES ? 1 : 0),
  }),
  feature({
    name: "decides",
    meaning: "asked yes or no, and it says what may, must or cannot be",
    inputs: ["questionType", "sentenceBits"],
    value: ({ questionType, sentenceBits }) => (questionType === "yes-no" && sentenceBits & DECIDES ? 1 : 0),
  }),
  feature({
    name: "decidesCovered",
    meaning: "asked yes or no, it says what may, must or cannot be, and the share matched broadly",
    inputs: ["questionType", "sentenceBits", "broad", "totalWeight"],
    value: ({ questionType, sentenceBits, broad, totalWeight }) =>
      questionType === "yes-no" && sentenceBits & DECIDES ? broad / totalWeight : 0,
  }),
  feature({
    name: "smallWords",
    meaning: "share of the question's small words that change a meaning (against, without, until) that it holds",
    inputs: ["smallWords", "sharedSmallWords"],
    value: ({ smallWords, sharedSmallWords }) => share(countBits(sharedSmallWords), countBits(smallWords)),
  }),
] as const;
