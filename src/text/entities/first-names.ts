import { MONTHS, WEEKDAYS } from "./dates.ts";
import { FORMS_OF_ADDRESS } from "./roles.ts";

/** Words that are written with a capital, mostly at the start of a sentence, and start no person's name. */
const NO_FIRST_NAME: ReadonlySet<string> = new Set([
  ...`the a an in on at by for from with after before when while but and or if as it he she they we i you this that
  these those his her its their our my there what who why how where which`.split(/\s+/),
  ...FORMS_OF_ADDRESS,
  ...WEEKDAYS,
  ...MONTHS,
  ..."new north south east west united".split(" "),
]);

/** Whether two words with capitals may be a person's name, as far as the first one tells. */
export function mayBeFirstName(word: string): boolean {
  return !NO_FIRST_NAME.has(word.toLowerCase());
}

/** What stands without an article and is no name: stuffs, meals, groups. */
const BARE_NOUNS: ReadonlySet<string> = new Set(
  `access advice air alcohol art attendance beer beverage bread breakfast business cake cash children chess christmas
  coal coffee competition crime demand dinner drink dust easter electricity energy entrance entry everybody everyone
  everything evidence experience feedback fire fog food fuel furniture gas glass grass half heat help history homework
  ice insurance internet laundry law litter lunch luggage mail maintenance material meat media membership men milk
  money music news nobody noise nothing oil paint paper part people permission petrol police post power practice
  progress rain rent rest rice rubbish salt sand school secretary security service smoke snow soap software soil
  somebody someone something space staff steam sugar summer supper support talk tea thunder time tourism traffic
  transport travel voting waste water weather wifi wind wine winter women wood work yoga youth`.split(/\s+/),
);
const NOUN_ENDING = /(?:ing|ness|tion|sion|ment|ity|ism|age|ance|ence)$/;
/** Verbs of one who does something. Behind a noun of English there stood an article: "The pool is", "Ravi is". */
const SINGULAR = /^(?:is|was|has|does|isn't|wasn't|hasn't|doesn't)$/;
const ANY_NUMBER = /^(?:had|will|would|did|can|could|may|might|must|should|cannot|won't|can't|didn't|couldn't)$/;
const OBJECT =
  /^(?:the|an?|his|her|its|our|their|my|your|this|that|these|those|every|each|all|both|no|us|him|them|me)$/;

/** "Jan looks after the boats" */
const PARTICLE = /^(?:after|up|out|off|over)$/;

/**
 * Whether the first word of a sentence is somebody's name, as far as what follows tells: a word without an article that
 * one person's verb follows ("Ravi has the key", "Kim joined us", "Jan runs the bar").
 *
 * @param words the first of the sentence, folded; it begins with a capital
 */
export function opensWithName([first = "", verb = "", third = "", fourth = ""]: readonly string[]): boolean {
  if (!/^\p{L}{2,}$/u.test(first) || !mayBeFirstName(first)) return false;
  if (BARE_NOUNS.has(first) || NOUN_ENDING.test(first)) return false;
  if (SINGULAR.test(verb)) return true;
  if (first.endsWith("s")) return false;
  if (ANY_NUMBER.test(verb)) return true;
  return /[a-z]{2}(?:s|ed)$/.test(verb) && OBJECT.test(PARTICLE.test(third) ? fourth : third);
}
