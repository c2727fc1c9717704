/** A question mark at the end, with closing marks and emoji behind it. */
const ENDS_ASKING = /[?？؟](?:[\s"”’»')\]*]|\p{Extended_Pictographic}|\ufe0f)*$/u;
const STARTS_ASKING =
  /^(?:(?:who|whom|what|when|where|why|how|which)(?:['’]s)?\s+(?:do|does|did|is|are|was|were|can|could|should|shall|will|would|may|might|must|has|have|had|to|much|many|long|far|often|old)|(?:can|could|do|should|will|may|must|am|are)\s+(?:i|we|you))\s/i;
const QUESTION_MARK = /^(?:Q|Question)(?:\s?\d{1,3})?\s?[:.)]\s+(?=\S)/i;
const ANSWER_MARK = /^(?:A|Answer)(?:\s?\d{1,3})?\s?[:.)]\s+(?=\S)/;

/** Whether a heading asks: "Where do I park?", and "How to get there" too. */
export function isAskingHeading(text: string): boolean {
  return ENDS_ASKING.test(text) || (STARTS_ASKING.test(text) && !/[.:;!,]$/.test(text));
}

export function endsAsking(text: string): boolean {
  return ENDS_ASKING.test(text);
}

/** Whether a line is marked as a question: "Q: …", "Question 3: …". */
export function isMarkedQuestion(line: string): boolean {
  return QUESTION_MARK.test(line);
}

/** @returns length of the mark that an answer starts with ("A: "), 0 without one */
export function answerMark(line: string): number {
  return ANSWER_MARK.exec(line)?.[0].length ?? 0;
}
