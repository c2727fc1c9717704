import type { Question } from "../../search/question.ts";
import { negates } from "../../search/sentence-bits.ts";
import { smallWordsIn } from "../../search/small-words.ts";
import type { QuestionMeasurements } from "./measurements.ts";
import type { QueryWeights } from "./query-weights.ts";

const SPEECH =
  /\b(?:sa(?:id|ys?)|call(?:ed|s)?|tweet(?:ed|s)?|describe[ds]?|words?|promised?|quote[ds]?|claim(?:ed|s)?|argue[ds]?|wrote|stated?)\b/i;

/** Measures the question itself, once for all sentences. */
export function measureQuestion(measured: QuestionMeasurements, question: Question, query: QueryWeights): void {
  const { type, unit, text } = question;
  measured.questionText = text;
  measured.questionType = type;
  measured.unit = unit;
  measured.termCount = query.count;
  measured.totalWeight = query.total;
  measured.nameWeight = query.nameTotal;
  measured.numberWeight = query.numberTotal;
  measured.pairWeight = query.pairTotal;
  measured.isNegated = negates(text);
  measured.smallWords = smallWordsIn(question.tokens);
  measured.asksSpeech = (type === "thing" || type === "manner") && SPEECH.test(text);
}
