/** What people begin a message with that is not the question yet. */
export const LEAD =
  "(?:(?:and|but|so|ok|okay|then|also|or|well|hm+|oh|ah|now|wait|sorry|please|btw|yes|no|nice|great|cool|interesting)[\\s,]+)*";
export const AUXILIARY =
  "is|are|was|were|did|do|does|has|have|had|will|would|can|could|should|must|may|might|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|didn['’]t|don['’]t|doesn['’]t";
/** Whoever can is to: "did anyone check", "somebody explain", "who wants coffee", "any volunteers". */
const WHOEVER = new RegExp(
  `^${LEAD}(?:(?:${AUXILIARY})\\s+)?(?:(?:any|some|every)\\s?(?:one|body)|all of|one of|any (?:of|takers|volunteers|objections?|thoughts|ideas?|news|updates?|luck|plans|questions|chance)|who\\s+(?:wants|needs|has (?:time|a)|can|could|is up|else wants|feels)|who['’]s (?:in|up|coming|around|free|next|turn|got|on it))\\b`,
  "i",
);
/** What only goes with what somebody has just said, or with what goes on in the room. */
const ASIDE = new RegExp(
  `^${LEAD}(?:(?:does|did|do) (?:that|this|it|any of (?:that|this|it)) (?:make (?:any )?sense|work|help|answer|count|matter|sound|look|ring)\\b.*|(?:makes?|made) sense|what(?:['’]s| is)? (?:now|next|then|up|the (?:plan|point|deal|problem|matter)|going on|wrong|new|happening)|so what|says who|who says|why th(?:ough|o)|(?:but |and )?how (?:come|so)|who knows|why (?:bother|me|this|now)|why not (?:just|simply|try)\\b.*|how (?:hard|bad|difficult) (?:can|could) (?:it|that|this) be|(?:is|are) (?:it|that|this|they|he|she) (?:ok|okay|fine|serious|kidding|joking|done|working|ready|online|alright|all right|a joke|for real)|what if\\b.*|who(?:['’]s| is) (?:there|this|that|it|asking)|what(?:['’]s| is) (?:this|that)|since when|what (?:time|day|date) is it\\b.*|what (?:the|on earth)\\b.*|what do (?:you|u) (?:think|say|reckon|mean|want)\\b.*)\\W*$`,
  "i",
);
/** What goes on now and here, of which documents know nothing. */
const LIVE =
  /\b(?:today|tonight|yesterday|tomorrow|right now|now|yet|again|still|already|so far|just now|at the moment|(?:last|this|next) (?:night|morning|afternoon|evening|week|weekend|time|one)|(?:in|up|out|over|around|from|down) (?:here|there)|here)\b|\bthis\W*$/i;
/** "Is it fixed?", "how is she doing?": what it, he, she or they are is left open, and no word asks for more than yes or no. */
const OPEN_PRONOUN = new RegExp(
  `^${LEAD}(?:(?:${AUXILIARY})|how (?:is|are|was|were))\\s+(?:it|that|this|these|those|they|he|she|there)\\b`,
  "i",
);
/** "When did that start?": nothing before it says what that is. */
const LACKS_SUBJECT = new RegExp(
  `^${LEAD}(?:who|whom|whose|what|when|where|why|which|how(?:\\s+[\\p{L}]+){0,2})\\s+(?:${AUXILIARY})\\s+(?:it|that|this|they|he|she)\\b`,
  "iu",
);
/** "At noon?", "in the kitchen?", "or Monday?" */
const FRAGMENT =
  /^(?:(?:and|or|but)\s+)?(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?:\s+then)?\W*$|^any (?:takers|volunteers|objections?|thoughts|ideas?|news|updates?|luck|plans|questions)\W*$|^(?:and\s+)?(?:then|so|me)\W*$|^(?:at|in|on|by|for|from|to|with|next|same|until|till|before|after|around|under|near)\b(?!\s+(?:who|whom|whose|what|when|where|which|how)\b)/i;
/** "Which file?", "what colour?": asks people for theirs, too. "What time?" asks when that was. */
const WHICH = new RegExp(`^${LEAD}(?:which|what)\\s+(?!time|date|day|year|reason)[\\p{L}-]+\\W*$`, "iu");
/** "Did you get your salary?", "how was your holiday?": what somebody did, they know themselves. */
const DID_YOU =
  /\b(?:did|were|was|have|had|has)(?:n['’]t)?\s+(?:you|your|u|ya|y['’]?all|anyone|anybody|someone|somebody)\b/i;
/** "Is the wifi down?", "are holidays over?": how things stand just now. */
const STATE = new RegExp(
  `^${LEAD}(?:is|are|was|were)\\b.*\\b(?:up|down|over|out|off|back|on|away|through|around|ready|done|ok|okay|fine|broken|gone|late|online|offline|slow|jammed|stuck)\\W*$`,
  "i",
);
/** "Are you on holiday?", "can you lend me a key?": somebody's own doings, or a favour. */
const YOU = new RegExp(
  `^${LEAD}(?:(?:are|r) (?:you|u) (?:on|at|in|with|from|coming|going|free|around)\\b|(?:can|could|would|will) (?:you|u) (?:please )?(?!(?:tell|show|say|explain|help|remind|give)\\b)[\\p{L}]+ (?:me|us)\\b)`,
  "iu",
);
/** "Can someone restart it?" asks for a deed. */
const DEED = new RegExp(`^${LEAD}(?:can|could|would|will)\\s+(?:any|some)\\s?(?:one|body)\\b`, "i");
const NEGATED = "(?:is|are|was|were|do|does|did|has|have|had|ca|could|would|should|wo)n['’]?t";
/** "Isn't it free?", "it is free, right?" say what their author thinks. */
const RHETORICAL = new RegExp(
  `^${LEAD}${NEGATED}\\b|,\\s*(?:right|no|eh|huh|correct|yeah|innit|${NEGATED} (?:it|he|she|they|we|you|there))\\W*$`,
  "i",
);
/** Whether a question only goes with what is said or done around it. */
export function isTalk(question: string): boolean {
  return [ASIDE, OPEN_PRONOUN, WHICH, FRAGMENT, DID_YOU, STATE, YOU, DEED].some((pattern) => pattern.test(question));
}

/** Whether a question says what its author thinks; in an ask channel it is asked all the same. */
export function isRhetorical(question: string): boolean {
  return RHETORICAL.test(question);
}

/** Whether whoever can is asked, or asked for: that is for people, except where every question is the bot's. */
export function asksWhoever(question: string): boolean {
  return WHOEVER.test(question);
}

/** Whether a question is about what goes on now and here, of which documents know nothing. */
export function isOfNow(question: string): boolean {
  return LIVE.test(question);
}

/** Whether a question has but a pronoun for what it is about. */
export function lacksSubject(question: string): boolean {
  return LACKS_SUBJECT.test(question);
}
