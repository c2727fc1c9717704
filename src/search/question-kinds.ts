/** What kind of answer a question wants. */
export const answerTypes = [
  "person",
  "time",
  "place",
  "quantity",
  "contact",
  "reason",
  "manner",
  "thing",
  "yes-no",
] as const;
export type AnswerType = (typeof answerTypes)[number];

/** What an amount is counted in ("noun": the thing asked about), of what kind a time is, or how somebody is reached. */
export type Unit =
  | "noun"
  | ("money" | "duration" | "length" | "distance" | "weight" | "volume" | "area" | "size" | "speed" | "temperature")
  | ("storage" | "energy" | "percent" | "frequency")
  | ("clock" | "day")
  | ("phone" | "email" | "url" | "contact");

export interface AnswerKind {
  readonly type: AnswerType;
  readonly unit: Unit | null;
}

/** The kind that each noun asks for, be it "what is the price", "sauna price" or "price of the sauna". */
const NOUNS: readonly (readonly [AnswerType, Unit | null, string])[] = [
  [
    "quantity",
    "money",
    "price prices cost costs fee fees fare fares fine fines charge charges rent deposit salary wage wages budget dues surcharge",
  ],
  ["quantity", "duration", "duration length-of-stay age lifespan"],
  ["quantity", "length", "height length width depth altitude elevation"],
  ["quantity", "distance", "distance"],
  ["quantity", "weight", "weight"],
  ["quantity", "volume", "volume"],
  ["quantity", "area", "area"],
  ["quantity", "size", "size capacity"],
  ["quantity", "speed", "speed"],
  ["quantity", "temperature", "temperature"],
  ["quantity", "percent", "percentage percent proportion"],
  ["quantity", "frequency", "frequency"],
  ["quantity", null, "amount quantity total sum score turnout population"],
  ["time", "clock", "bedtime curfew"],
  ["time", "day", "date dates day weekday weekdays birthday"],
  ["time", null, "time times hours when deadline deadlines month year"],
  ["place", null, "address addresses location locations venue venues whereabouts place directions where"],
  [
    "person",
    null,
    "contact contacts who whom teacher author authors organiser organizer chair chairman chairwoman treasurer caretaker coach trainer host speaker speakers owner founder editor mayor manager director instructor winner winners",
  ],
  ["contact", "email", "email emails e-mail mail-address"],
  ["contact", "url", "website webpage homepage url link site-address"],
  ["contact", "phone", "phone telephone tel mobile hotline"],
];
const KIND_OF_NOUN: ReadonlyMap<string, AnswerKind> = new Map(
  NOUNS.flatMap(([type, unit, nouns]) => nouns.split(" ").map((noun) => [noun, { type, unit }] as const)),
);
/** Nouns that ask for their kind at the head of a question too, whatever follows: "price sauna", "deadline abstracts". */
const OPENING = new Set(
  "price prices cost costs fee fees deadline deadlines address location venue contact email website url times hours dates duration distance".split(
    " ",
  ),
);

/** Phrases that tell the kind wherever they stand. */
const PHRASES: readonly (readonly [RegExp, AnswerType, Unit | null])[] = [
  [
    /\b(?:(?:tele)?phone|mobile|cell|contact|fax|emergency) (?:numbers?|no)\b|\b(?:what|which) numbers? (?:(?:do|can|should|to) )?(?:\w+ )?(?:call|ring|dial|phone)\b|\bnumber to (?:call|ring|dial)\b/,
    "contact",
    "phone",
  ],
  [/\be-? ?mail address(?:es)?\b/, "contact", "email"],
  [/\b(?:web ?(?:site|page)|web address|home ?page)\b(?= of| for|$)|\blinks? (?:to|for)\b/, "contact", "url"],
  [/\bcontact (?:details?|info|information)\b/, "contact", "contact"],
  [
    /^(?:who|whom) (?:to|do i|do we|can i|can we|should i|should we) (?:call|contact|ask|write|email|ring|phone)\b/,
    "person",
    null,
  ],
  [/\bhow (?:often|frequent(?:ly)?|regularly)\b|\bhow many times (?:an?|per|each|every)\b/, "quantity", "frequency"],
  [
    /\b(?:what|which) (?:percentage|percent|share|proportion|fraction)\b|\bhow (?:big|large|high|great) (?:a|is the) (?:percentage|share|proportion)\b/,
    "quantity",
    "percent",
  ],
  [/\b(?:at )?(?:what|which) (?:time|hour)\b|\bhow (?:late|early)\b|\bwhat s? ?the time\b/, "time", "clock"],
  [/\b(?:what|which) (?:day|date|weekday|month)s?\b|\bday of the week\b/, "time", "day"],
  [/\bhow (?:expensive|dear|cheap)\b/, "quantity", "money"],
  [
    /\b(?:what|which)\b.*\b(?:costs?|pay|owe|charged?|spend)$|\bwhat (?:do|does|did|will|would)\b.*\b(?:costs?|charge)\b|\b(?:what|how much) (?:do|does|did|must|should) \w+ (?:have to )?pay\b/,
    "quantity",
    "money",
  ],
  [/\bhow (?:tall|high|deep|wide|thick|broad)\b/, "quantity", "length"],
  [/\bhow (?:far|distant)\b/, "quantity", "distance"],
  [/\bhow (?:heavy|much (?:does|do|did) [\w ]+ weigh)\b/, "quantity", "weight"],
  [/\bhow (?:fast|quick)\b/, "quantity", "speed"],
  [/\bhow (?:hot|cold|warm|cool)\b/, "quantity", "temperature"],
  [/\bhow (?:big|large|small)\b/, "quantity", "size"],
  [/\bhow long (?:is|are|was|were)\b/, "quantity", "distance"],
  [/\bhow (?:long|old)\b/, "quantity", "duration"],
  [/\bhow (?:soon|recently)\b/, "time", null],
  [/\b(?:opening|closing|visiting|office|business|working|meal|consultation) (?:times?|hours?)\b/, "time", null],
  [/\b(?:number|amount) of\b/, "quantity", null],
];

/** Words before which a phrase of nouns ends. */
const BREAK = new Set(
  "of for to at in on from about with by during per near and or is are was were does do did has have the a an our my your".split(
    " ",
  ),
);

/** The kind that a phrase of a question tells, wherever it stands; null where none does. @param words folded */
export function kindByPhrase(words: readonly string[]): AnswerKind | null {
  const text = words.join(" ");
  const found = PHRASES.find(([pattern]) => pattern.test(text));
  return found === undefined ? null : { type: found[1], unit: found[2] };
}

/** The kind that a noun asks for; null where it tells none. @param word folded */
export function kindOfNoun(word: string): AnswerKind | null {
  return KIND_OF_NOUN.get(word) ?? null;
}

/** The noun that a phrase is about: "times" in "pool opening times for children". @param words folded */
export function headNoun(words: readonly string[]): string {
  const end = words.findIndex((word, i) => i > 0 && BREAK.has(word));
  return (end === -1 ? words : words.slice(0, end)).at(-1) ?? "";
}

/** The kind that a question without a question word asks for: "sauna price", "address of the library". */
export function kindOfKeywords(words: readonly string[]): AnswerKind | null {
  const [first = ""] = words;
  return kindByPhrase(words) ?? kindOfNoun(headNoun(words)) ?? (OPENING.has(first) ? kindOfNoun(first) : null);
}
