/** Parts of a question at the most. */
const MAX_PARTS = 3;

const words = (text: string) => text.trim().split(/\s+/).join("|");
const AUXILIARY = `(?:${words("is are was were am do does did has have had can could will would shall should may might must")})`;
const NEGATED = "(?:is|are|was|were|do|does|did|has|have|had|could|would|should|must|ca|wo)n['’]?t";
const ASKS = "(?:who|whom|whose|what|when|where|why|how|which)";
const PRONOUN = `(?:${words("i you he she it we they this that these those there anyone anybody someone somebody everyone everybody nobody anything something everything")})`;
const DETERMINER = `(?:${words("a an the my your our his her its their any some all every each no both")})`;
const PREPOSITION = `(?:${words("in on at by for from to with of under over about after before since until during through into")})`;
const LEAD_IN = "(?:(?:and|but|also|so|then|or|ok|please|if so|if yes|if not)[,\\s]+)*";

/** "Did she", "is the hall", "can Ben", "are dogs allowed"; not "was released", and of "have a look" only what has a pronoun. */
const INVERTED = new RegExp(
  `^${LEAD_IN}(?:(?:${AUXILIARY}|${NEGATED})\\s+${PRONOUN}\\b(?=\\s+\\S)|(?!do\\b|have\\b)(?:${AUXILIARY}|${NEGATED})\\s+(?:${DETERMINER}\\b(?=\\s+\\S+\\s+\\S)|[a-z]+s\\s+(?!${PREPOSITION}\\b)\\S))`,
  "i",
);
const INVERTED_NAME = new RegExp(`^${LEAD_IN}(?:(?:${AUXILIARY}|${NEGATED})\\s+)(?=\\p{Lu}\\S*\\s+\\S)`, "u");
/** Of the first part "do the doors lock" is a question too, and "have the guests left". */
const OPENING = new RegExp(`^${LEAD_IN}(?:${AUXILIARY}|${NEGATED})\\s+\\S+\\s+\\S`, "i");
/** "Where is it", "how much does", "by how many votes did": the verb before whom it is about. */
const ASKED = new RegExp(
  `^${LEAD_IN}(?:${PREPOSITION}\\s+)?${ASKS}(?:['’]?s\\s+\\S|(?:\\s+(?!${PRONOUN}\\b|${DETERMINER}\\b|${PREPOSITION}\\b|and\\b|or\\b|not\\b)[^\\s,]+){0,4}?\\s+(?:${AUXILIARY}|${NEGATED})\\s+\\S)`,
  "i",
);
/** "Who won the race", "which one removed it", "how many died": asked for what does it, with a verb of its own. */
const SUBJECT = new RegExp(
  `^${LEAD_IN}(?:who|what|which|how\\s+many)\\s+(?!${PRONOUN}\\b|${DETERMINER}\\b|${PREPOSITION}\\b|${ASKS}\\b|and\\b|or\\b|not\\b)[^\\s,]+(?:\\s+\\S+)+$`,
  "i",
);
const HOW_MANY = /^how\s+many\s+\S+(?:ed|t|n|d|ll)$/i;
const ASKS_INSIDE = new RegExp(`\\s${ASKS}\\b`, "i");
const STARTS_ASKING = new RegExp(`^${LEAD_IN}(?:${PREPOSITION}\\s+)?${ASKS}\\b`, "i");
const JOINT = /\s*([,;])?\s+(?:and|but)\s+|(\?+)\s+(?=\S)/gi;

/**
 * Takes a question of two parts apart: "did she tweet, and what did she write?". Each part must be a question of its own,
 * by its question word or the verb before whom it is about; "what did Anna and Ben say and do" is one question, and so is
 * one whose second half hangs on its verb: "who knows what it is and when it starts".
 *
 * @returns the parts as they were typed, without what joins them; the whole question alone where it is one
 */
export function splitQuestion(question: string): readonly string[] {
  const whole = question.trim();
  const parts: string[] = [];
  let start = 0;
  for (const match of whole.matchAll(JOINT)) {
    if (parts.length + 1 >= MAX_PARTS) break;
    const [joint, comma, mark] = match;
    const left = whole.slice(start, match.index);
    const right = whole.slice(match.index + joint.length);
    if (!isFirst(left) || !isNext(right)) continue;
    // "Say about who paid and how much was paid": the second hangs on the same verb as the one before it.
    const isLoose = comma !== undefined || mark !== undefined;
    if (!isLoose && STARTS_ASKING.test(right) && ASKS_INSIDE.test(left.trim())) continue;
    parts.push(tidy(left));
    start = match.index + joint.length;
  }
  return parts.length === 0 ? [whole] : [...parts, tidy(whole.slice(start))];
}

/** Whether words ask for themselves: "how many were hurt", not "the number of dead". */
export function asksItself(text: string): boolean {
  return isFirst(text) || STARTS_ASKING.test(text);
}

function isFirst(text: string): boolean {
  return OPENING.test(text) || ASKED.test(text) || SUBJECT.test(text) || HOW_MANY.test(text.trim());
}

function isNext(text: string): boolean {
  const first = text.split(/\?+\s+/, 1)[0] ?? text;
  const clause = first.replace(/\?+$/, "");
  return INVERTED.test(clause) || INVERTED_NAME.test(clause) || ASKED.test(clause) || SUBJECT.test(clause);
}

function tidy(part: string): string {
  return part
    .trim()
    .replace(new RegExp(`^${LEAD_IN}`, "i"), "")
    .replace(/[,;]+$/, "");
}
