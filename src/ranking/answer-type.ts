import type { AnswerType, Question } from "../search/question.ts";
import {
  APPOSED,
  ASKS,
  CALENDAR,
  DEFINITION,
  DURATION,
  LENGTH,
  MANNER,
  MONEY,
  NAME,
  NUMBER,
  PLACED_NAME,
  PRONOUN_FIRST,
  QUOTE,
  REASON,
  type SentenceTable,
  YEAR,
} from "../search/sentence-table.ts";
import { F } from "./features.ts";
import type { QueryWeights } from "./query-weights.ts";

/** Which words of a sentence are of the kind that a question wants. */
const WANTED: Readonly<Record<AnswerType, number>> = {
  person: NAME,
  time: YEAR | CALENDAR | DURATION,
  place: NAME,
  quantity: NUMBER,
  reason: 0,
  manner: 0,
  thing: 0,
  "yes-no": 0,
};

/** Words between two that still stand close by. */
const NEAR = 4;

/** What depends on the order of a sentence's words, and on what they are. */
export function measureWording(
  features: Float64Array,
  table: SentenceTable,
  query: QueryWeights,
  question: Question,
  s: number,
): void {
  const { tokenStart, tokens, positions, tokenBits, tokenSpans, passageStart, passageOf, documentOf } = table;
  const { lexical, weight, pairTotal, count } = query;
  const whoIs = question.type === "person" && count > 0 && query.terms.every(({ name }) => name);
  let introduced = 0;
  let lastNumber = -1;
  let counted = 0;
  let lastName = Number.NaN;
  const wanted = WANTED[question.type];
  let pairs = 0;
  let near = 0;
  let lastTerm = -1;
  let lastMatch = -2;
  let lastPosition = -1;
  let wantedAt = -1;
  let typeNear = 0;
  let novel = 0;
  let novelNames = 0;
  for (let i = tokenStart[s] as number; i < (tokenStart[s + 1] as number); i++) {
    const id = tokens[i] as number;
    const t = lexical.term[id] as number;
    const position = positions[i] as number;
    const bits = tokenBits[i] as number;
    if (
      lastNumber !== -1 &&
      query.focus !== -1 &&
      position - lastNumber <= COUNTED &&
      (t === query.focus || standsFor(query, id, query.focus))
    ) {
      counted = 1;
    }
    if (bits & NUMBER) lastNumber = position;
    // "Minister Henrik Vossler": a name of another, one space before.
    const titled = lastName === i - 1 && tokenSpans[2 * i] === (tokenSpans[2 * i - 1] as number) + 1;
    if (whoIs && t !== -1 && (bits & APPOSED || titled)) introduced = 1;
    if (t === -1) {
      novel |= bits | NEW;
      if (bits & NAME) {
        novelNames++;
        lastName = i;
      }
      if (bits & wanted) {
        wantedAt = position;
        if (lastPosition !== -1 && position - lastPosition <= NEAR + 1) typeNear = 1;
      }
      continue;
    }
    if (wantedAt !== -1 && position - wantedAt <= NEAR + 1) typeNear = 1;
    if (lastTerm !== -1) {
      const pair = Math.min(weight[t] as number, weight[lastTerm] as number) * (lexical.similarity[id] as number);
      if (t === lastTerm + 1 && lastMatch === i - 1) pairs += pair;
      else if (Math.abs(t - lastTerm) === 1 && position - lastPosition <= NEAR) near += pair;
    }
    lastTerm = t;
    lastMatch = i;
    lastPosition = position;
  }
  const length = table.sentenceLength[s] as number;
  const bits = table.sentenceBits[s] as number;
  const before =
    s > 0 && documentOf[passageOf[s - 1] as number] === documentOf[passageOf[s] as number]
      ? (table.sentenceBits[s - 1] as number)
      : 0;
  features[F.introduces] = introduced;
  features[F.asks] = bits & ASKS ? 1 : 0;
  features[F.replies] = before & ASKS ? (features[F.broadPrevious] as number) : 0;
  if (question.unit !== null) {
    const held = question.unit === "noun" ? counted > 0 : (novel & UNITS[question.unit]) !== 0;
    features[held ? F.unit : F.unitMissing] = 1;
  }
  features[F.bigram] = pairTotal === 0 ? 0 : Math.min(1, pairs / pairTotal);
  features[F.nearBigram] = pairTotal === 0 ? 0 : Math.min(1, near / pairTotal);
  features[F.lead] = s === passageStart[passageOf[s] as number] ? 1 : 0;
  features[F.length] = Math.log(1 + length) / 4;
  features[F.short] = length < 5 ? 1 : 0;
  features[F.pronoun] = bits & PRONOUN_FIRST ? 1 : 0;
  features[F.novelty] = novel & NEW ? 1 : 0;
  features[F.typeNear] = typeNear;
  const covered = (features[F.exact] as number) + (features[F.partial] as number) + (features[F.synonym] as number);
  switch (question.type) {
    case "person":
      features[F.personType] = novelNames > 0 ? 1 : 0;
      break;
    case "time":
      if (novel & WANTED.time) features[F.timeType] = 1;
      else features[F.timeMissing] = novel & NUMBER ? 0 : 1;
      break;
    case "place":
      features[F.placeType] = novel & PLACED_NAME ? 1 : novelNames > 0 ? 0.5 : 0;
      break;
    case "quantity":
      if (novel & NUMBER) features[F.quantityType] = 1;
      else features[F.quantityMissing] = 1;
      break;
    case "reason":
      if (bits & REASON) {
        features[F.reasonType] = 1;
        features[F.reasonCovered] = covered + (features[F.previous] as number);
      } else features[F.reasonMissing] = covered;
      break;
    case "manner":
      features[F.reasonType] = bits & MANNER ? 0.5 : 0;
      break;
    case "thing":
      features[F.thingType] = bits & DEFINITION ? 1 : 0;
      break;
    case "yes-no":
      features[F.yesNoType] = novelNames > 0 ? 1 : 0;
      break;
    default:
      question.type satisfies never;
  }
  const held = typeMatch(question.type, features, bits);
  if (held !== null) {
    const broad = features[F.broad] as number;
    features[F.typeMatch] = held * broad;
    features[F.typeMatchBefore] = held * (features[F.broadPrevious] as number);
    features[F.typeMatchBefore2] = held * (features[F.broadPrevious2] as number);
    features[F.typeMatchHeading] = held * (features[F.heading] as number);
    features[F.typeMismatch] = (1 - held) * broad;
  }
  if ((bits & QUOTE) === 0) features[F.quoteBefore] = 0;
  if (query.speech) {
    features[F.quote] = bits & QUOTE ? 1 : 0;
    features[F.quoteCovered] = bits & QUOTE ? (features[F.exact] as number) : 0;
    features[F.speaker] = features[F.names] as number;
  }
}

/** How far the sentence holds what the question type wants, from 0 to 1; null where that cannot be told. */
function typeMatch(type: AnswerType, features: Float64Array, bits: number): number | null {
  switch (type) {
    case "person":
      return features[F.personType] as number;
    case "time":
      return features[F.timeType] as number;
    case "place":
      return features[F.placeType] as number;
    case "quantity":
      return features[F.quantityType] as number;
    case "reason":
      return bits & REASON ? 1 : 0;
    default:
      return null;
  }
}

/** Whether a word of the documents is of like meaning as a term of the question. */
function standsFor({ expansions }: QueryWeights, id: number, t: number): boolean {
  if (t === -1) return false;
  for (let e = expansions.head[id] as number; e !== -1; e = expansions.next[e] as number)
    if (expansions.term[e] === t) return true;
  return false;
}

/** Words from a number to the noun it counts: "35 Russian diplomats". */
const COUNTED = 3;
const UNITS = { money: MONEY, duration: DURATION, length: LENGTH } as const;
/** A word that the question does not hold, beside the bits of a word. */
const NEW = 1 << 15;
