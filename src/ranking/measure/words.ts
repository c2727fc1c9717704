import { type BlockKind, blockKinds } from "../../documents/document.ts";
import type { Question } from "../../search/question.ts";
import type { AnswerType } from "../../search/question-kinds.ts";
import { ASKS } from "../../search/sentence-bits.ts";
import type { SentenceTable } from "../../search/sentence-table.ts";
import {
  APPOSED,
  CALENDAR,
  DURATION,
  EMAIL,
  NAME,
  NUMBER,
  PHONE,
  PLACE,
  ROLE,
  URL_ADDRESS,
  YEAR,
} from "../../text/entities/entity-kinds.ts";
import type { MatchMeasurements, QuestionMeasurements, WordMeasurements } from "./measurements.ts";
import type { QueryWeights } from "./query-weights.ts";

/** Which words of a sentence are of the kind that a question wants. */
const ANSWER_BITS: Readonly<Record<AnswerType, number>> = {
  person: NAME | ROLE,
  time: YEAR | CALENDAR | DURATION,
  place: NAME | PLACE,
  quantity: NUMBER,
  contact: PHONE | EMAIL | URL_ADDRESS,
  reason: 0,
  manner: 0,
  thing: 0,
  "yes-no": 0,
};

/** Words between two that still stand close by. */
const NEAR = 4;
/** Words from a number to the noun it counts: "35 Russian diplomats". */
const COUNTED = 3;

/** Measures what depends on the order of a sentence's words, and on what they are. */
export function measureWords(
  measured: WordMeasurements &
    Pick<MatchMeasurements, "adjacentPairs" | "nearPairs"> &
    Pick<QuestionMeasurements, "smallWords">,
  table: SentenceTable,
  query: QueryWeights,
  question: Question,
  s: number,
): void {
  const { tokenStart, tokens, positions, tokenBits, tokenSpans, passageStart, passageOf, documentOf } = table;
  const { slotOf, lexical, weight, count, focus } = query;
  const questionSmallWords = measured.smallWords;
  const asksWhoIs = question.type === "person" && count > 0 && query.terms.every(({ name }) => name);
  const answerBits = ANSWER_BITS[question.type];
  let introduces = false;
  let lastNumber = -1;
  let countsFocus = false;
  let lastName = Number.NaN;
  let [adjacentPairs, nearPairs] = [0, 0];
  let lastTerm = -1;
  let lastMatch = -2;
  let lastPosition = -1;
  let answerAt = -1;
  let typeNear = false;
  let isNovel = false;
  let newBits = 0;
  let newNames = 0;
  let ownMatchedIdf = 0;
  for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
    const id = tokens[i] as number;
    const slot = slotOf[id] as number;
    const t = slot === -1 ? -1 : (lexical.term[slot] as number);
    const position = positions[i] as number;
    const bits = tokenBits[i] as number;
    if (lastNumber !== -1 && focus !== -1 && position - lastNumber <= COUNTED) {
      if (t === focus || standsFor(query, slot, focus)) countsFocus = true;
    }
    if (bits & NUMBER) lastNumber = position;
    // "Minister Henrik Vossler": a name of another, one space before.
    const titled = lastName === i - 1 && tokenSpans[2 * i] === (tokenSpans[2 * i - 1] as number) + 1;
    if (asksWhoIs && t !== -1 && (bits & APPOSED || titled)) introduces = true;
    if (t === -1) {
      isNovel = true;
      newBits |= bits;
      if (bits & NAME) {
        newNames++;
        lastName = i;
      }
      if (bits & answerBits) {
        answerAt = position;
        if (lastPosition !== -1 && position - lastPosition <= NEAR + 1) typeNear = true;
      }
      continue;
    }
    ownMatchedIdf += table.vocabulary.idf(id) * (lexical.similarity[slot] as number);
    if (answerAt !== -1 && position - answerAt <= NEAR + 1) typeNear = true;
    if (lastTerm !== -1) {
      const pair = Math.min(weight[t] as number, weight[lastTerm] as number) * (lexical.similarity[slot] as number);
      if (t === lastTerm + 1 && lastMatch === i - 1) adjacentPairs += pair;
      else if (Math.abs(t - lastTerm) === 1 && position - lastPosition <= NEAR) nearPairs += pair;
    }
    lastTerm = t;
    lastMatch = i;
    lastPosition = position;
  }
  const hasPrevious = s > 0 && documentOf[passageOf[s - 1] as number] === documentOf[passageOf[s] as number];
  measured.isFirst = s === passageStart[passageOf[s] as number];
  measured.length = table.sentenceLength[s] as number;
  measured.sentenceBits = table.sentenceBits[s] as number;
  measured.followsQuestion = hasPrevious && ((table.sentenceBits[s - 1] as number) & ASKS) !== 0;
  measured.answersQuestion = table.answersQuestion[s] === 1;
  measured.kind = blockKinds[table.kindOf[s] as number] as BlockKind;
  measured.sharedSmallWords = ((table.smallWords[s] as number) & questionSmallWords) >>> 0;
  measured.ownIdf = table.sentenceIdf[s] as number;
  measured.ownMatchedIdf = ownMatchedIdf;
  measured.isNovel = isNovel;
  measured.newBits = newBits;
  measured.newNames = newNames;
  measured.typeNear = typeNear;
  measured.countsFocus = countsFocus;
  measured.introduces = introduces;
  measured.adjacentPairs = adjacentPairs;
  measured.nearPairs = nearPairs;
}

/** Whether a word of the documents, by its slot, is of like meaning as a term of the question. */
function standsFor({ expansions: { head, next, term } }: QueryWeights, slot: number, t: number): boolean {
  if (slot === -1) return false;
  for (let e = head[slot] as number; e !== -1; e = next[e] as number) if (term[e] === t) return true;
  return false;
}
